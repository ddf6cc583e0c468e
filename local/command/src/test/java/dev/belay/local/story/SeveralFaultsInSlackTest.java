package dev.belay.local.story;

import dev.belay.chat.Platform;

/** Pairs and triples of faults in every flow in Slack. */
final class SeveralFaultsInSlackTest extends SeveralFaults {
    SeveralFaultsInSlackTest() {
        super(Platform.SLACK);
    }
}
