package dev.belay.local.story;

import dev.belay.chat.Platform;

/** Every outside call of every flow in Slack. */
final class EveryCrashPointInSlackTest extends EveryCrashPoint {
    EveryCrashPointInSlackTest() {
        super(Platform.SLACK);
    }
}
