package dev.belay.credential;

import dev.belay.event.TokenEvent;
import dev.belay.settings.ChatSettings;
import dev.belay.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a credential unhealthy where its platform says that the token was revoked. Idempotent: an event that is delivered late or again,
 * after the token was found to be taken, says nothing any more.
 */
public final class ApplyTokenEvent {
    private final CredentialStates states;
    private final CredentialRefusals refusals;

    public ApplyTokenEvent(CredentialStates states, CredentialRefusals refusals) {
        this.states = states;
        this.refusals = refusals;
    }

    /**
     * @return for the log, what came of it
     * @throws dev.belay.failure.Unavailable when the states cannot be read
     */
    public String apply(TokenEvent event, Settings settings) {
        Optional<ChatSettings> ours = ours(event, settings);
        if (ours.isEmpty()) {
            return "of another app";
        }
        Set<String> workspaces = workspaces(event.workspace(), ours.get());
        if (workspaces.isEmpty()) {
            return "of another workspace";
        }
        List<CredentialId> dead = gone(event, settings).stream()
                .map(workspace -> NeededCredentials.of(event.platform(), workspace))
                .toList();
        dead.forEach(id -> refusals.refused(id, said(event)));
        return dead.isEmpty() ? "older than the last proof that the token is taken" : "the token is refused";
    }

    /**
     * The workspaces of ours in which our token is gone by an event: none where it is of another app, or was taken since.
     *
     * @throws dev.belay.failure.Unavailable when the states cannot be read
     */
    public Set<String> gone(TokenEvent event, Settings settings) {
        return ours(event, settings).stream()
                .flatMap(chat -> workspaces(event.workspace(), chat).stream())
                .filter(workspace -> !wasTakenSince(NeededCredentials.of(event.platform(), workspace), event))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<ChatSettings> ours(TokenEvent event, Settings settings) {
        return Optional.ofNullable(settings.chats().get(event.platform()))
                .filter(chat -> chat.app().equals(event.app()));
    }

    private static Set<String> workspaces(String named, ChatSettings ours) {
        if (ours.workspaces().contains(named)) {
            return Set.of(named);
        }
        return ours.organization().filter(named::equals).isPresent() ? ours.workspaces() : Set.of();
    }

    private boolean wasTakenSince(CredentialId id, TokenEvent event) {
        return states.find(id)
                .filter(state -> state.health() == Health.HEALTHY || state.health() == Health.EXPIRING)
                .filter(state -> state.checkedAt().isAfter(event.occurredAt()))
                .isPresent();
    }

    private static String said(TokenEvent event) {
        return event.platform().label() + " says "
                + switch (event.kind()) {
                    case TOKEN_REVOKED ->
                        "that the app's token was revoked: install the app again and store its new token";
                    case APP_UNINSTALLED -> "that the app was uninstalled: install it again and store its new token";
                };
    }
}
