package dev.belay.local.story;

import dev.belay.chat.Platform;

/** Every outside call of every flow in Teams. */
final class EveryCrashPointInTeamsTest extends EveryCrashPoint {
    EveryCrashPointInTeamsTest() {
        super(Platform.TEAMS);
    }
}
