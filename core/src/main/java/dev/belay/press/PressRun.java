package dev.belay.press;

import dev.belay.event.Press;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.NoteReference;
import dev.belay.settings.Settings;

/**
 * One press with what it is worked on with: its platform, and the settings as they were when it was taken up.
 *
 * @param again whether an earlier run may have written, or begun something outside
 */
record PressRun(Press press, ChatPlatform chat, Settings settings, NoteReference reference, boolean again) {
    PressRun begun() {
        return new PressRun(press, chat, settings, reference, true);
    }
}
