package dev.belay.local.command.usage;

import dev.belay.chat.Platform;
import java.util.Arrays;
import java.util.Iterator;

/** The platforms as they are typed. */
public final class PlatformNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Platform.values()).map(Platform::id).iterator();
    }

    /**
     * The platform of this name.
     *
     * @throws Usage when it is none
     */
    public static Platform of(String option, String word) {
        return Arrays.stream(Platform.values())
                .filter(platform -> platform.id().equals(word))
                .findFirst()
                .orElseThrow(() -> new Usage(option + " is slack or teams, not '" + word + "'"));
    }
}
