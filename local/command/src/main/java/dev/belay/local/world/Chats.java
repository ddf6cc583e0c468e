package dev.belay.local.world;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The chat platforms of an installation. */
record Chats(Optional<Slack> slack, Optional<Teams> teams) {
    /** As the template tells ingress. */
    List<String> platformNames() {
        return Stream.of(slack.map(_ -> "slack"), teams.map(_ -> "teams"))
                .flatMap(Optional::stream)
                .toList();
    }
}
