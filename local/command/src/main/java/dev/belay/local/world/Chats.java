package dev.belay.local.world;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The chat platforms of an installation. */
record Chats(Optional<Slack> slack, Optional<Teams> teams) {
    /** As the template tells ingress. */
    String platformNames() {
        return Stream.of(slack.map(_ -> "slack"), teams.map(_ -> "teams"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(","));
    }
}
