package dev.belay.local.story;

import dev.belay.chat.Platform;

/** Pairs and triples of faults in every flow in Teams. */
final class SeveralFaultsInTeamsTest extends SeveralFaults {
    SeveralFaultsInTeamsTest() {
        super(Platform.TEAMS);
    }
}
