package dev.belay.event;

import dev.belay.chat.Platform;
import java.time.Instant;
import java.util.Optional;

/**
 * Word from a chat platform that it no longer takes our app's token in a workspace.
 *
 * @param eventId the same each time this event is delivered
 * @param app the app's id, as the platform says it
 * @param workspace the workspace's id, or that of an organization where the app was installed for all of it
 * @param occurredAt when it happened, as the platform says
 * @param acceptedAt when ingress took it
 */
public record TokenEvent(
        String eventId,
        Platform platform,
        Kind kind,
        String app,
        String workspace,
        Instant occurredAt,
        Instant acceptedAt) {
    /** What happened. The ids are Slack's names of the events, and are stored in queues. */
    public enum Kind {
        /** Our bot's token was revoked (docs.slack.dev/reference/events/tokens_revoked). */
        TOKEN_REVOKED("tokens_revoked"),
        /** Our app was removed (docs.slack.dev/reference/events/app_uninstalled). */
        APP_UNINSTALLED("app_uninstalled");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        public static Optional<Kind> of(String id) {
            for (Kind kind : values()) { // no stream: ingress would pay for it in a cold start
                if (kind.id.equals(id)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }
}
