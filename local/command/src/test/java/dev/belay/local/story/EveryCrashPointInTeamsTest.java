package dev.belay.local.story;

import dev.belay.chat.Platform;

/** Every outside call of opening, refreshing and acknowledging in Teams. */
final class EveryCrashPointInTeamsTest extends EveryCrashPoint {
    EveryCrashPointInTeamsTest() {
        super(Platform.TEAMS);
    }
}
