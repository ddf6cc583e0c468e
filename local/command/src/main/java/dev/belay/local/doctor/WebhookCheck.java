package dev.belay.local.doctor;

import dev.belay.chat.Platform;
import dev.belay.secret.SecretPlace;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the stack's addresses answer on the internet, and refuse what nobody signed. */
final class WebhookCheck {
    private static final String AREA = "webhook";
    private static final String RECORDS = "/servicenow/events";
    private static final String HEARTBEAT = "/servicenow/heartbeat";

    private final Outside outside;
    private final Optional<URI> base;
    private final String stack;
    private Optional<Duration> ahead = Optional.empty();

    /** @param base the API's address without a path; none where nobody told it */
    WebhookCheck(Outside outside, Optional<URI> base, String stack) {
        this.outside = outside;
        this.base = base;
        this.stack = stack;
    }

    /** Where ServiceNow sends its events. */
    static URI events(URI base) {
        return base.resolve(RECORDS);
    }

    /** How much AWS' clock is ahead of this machine's, where the API answered. */
    Optional<Duration> ahead() {
        return ahead;
    }

    List<Result> results(Set<Platform> platforms) {
        if (base.isEmpty()) {
            return List.of(Result.unknown(
                    AREA,
                    "the API",
                    "where it is, neither --url nor the stack tells",
                    "deploy the stack, or give --url, which is its output ServiceNowEventUrl without " + RECORDS));
        }
        List<Result> results = new ArrayList<>();
        Stream.concat(
                        Stream.of(RECORDS, HEARTBEAT),
                        Stream.of(Platform.values()).filter(platforms::contains).flatMap(WebhookCheck::paths))
                .forEach(path -> results.add(result(base.get().resolve(path))));
        return results;
    }

    private static Stream<String> paths(Platform platform) {
        return switch (platform) {
            case SLACK -> Stream.of("/slack/events");
            case TEAMS -> Stream.of("/teams/messages", "/api/messages");
        };
    }

    private Result result(URI address) {
        String subject = address.toString();
        try {
            Outside.Answer answer = outside.post(address);
            ahead = ahead.or(answer::ahead);
            return result(subject, answer.status());
        } catch (IOException e) {
            return Result.wrong(
                    AREA,
                    subject,
                    "nothing answers: " + e.getClass().getSimpleName(),
                    "see that --url is the stack's, and that DNS, TLS and firewalls let you through");
        }
    }

    private Result result(String subject, int status) {
        return switch (status) {
            case 401 -> Result.good(AREA, subject, "it answers, and refuses what nobody signed");
            case 404 ->
                Result.wrong(
                        AREA,
                        subject,
                        "answered 404: there is no such route",
                        "give --url without a path, and deploy the stack with this platform in Platforms");
            case 429 -> Result.unknown(AREA, subject, "answered 429: the API is throttled", "look again in a minute");
            case 503 ->
                Result.wrong(
                        AREA,
                        subject,
                        "answered 503: what it proves requests with cannot be read",
                        "store its secret with '" + SecretPlace.put(stack, "NAME")
                                + "', and look at the log of ingress");
            default ->
                Result.wrong(
                        AREA,
                        subject,
                        status / 100 == 2
                                ? "answered " + status
                                        + " to what nobody signed: something else than Belay stands there"
                                : "answered " + status + ", which we never do to a stranger",
                        status / 100 == 5
                                ? "look at the log of ingress"
                                : "see that --url is the stack's, and what stands between");
        };
    }
}
