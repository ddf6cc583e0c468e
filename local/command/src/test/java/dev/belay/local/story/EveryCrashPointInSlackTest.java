package dev.belay.local.story;

import dev.belay.chat.Platform;

/** Every outside call of opening, refreshing and acknowledging in Slack. */
final class EveryCrashPointInSlackTest extends EveryCrashPoint {
    EveryCrashPointInSlackTest() {
        super(Platform.SLACK);
    }
}
