package dev.belay.simulator.slack.conversation;

import dev.belay.simulator.slack.call.Call;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.workspace.Channel;
import java.util.regex.Pattern;

/** The rules for a channel's name (docs.slack.dev/reference/methods/conversations.create). */
final class ChannelName {
    private static final int MOST = 80;
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9_-]*");
    private static final Pattern PUNCTUATION = Pattern.compile("[_-]+");

    private ChannelName() {}

    /** The name that the call asks for, if it may be given to a channel; the channel itself may keep its own. */
    static String free(Call call, String ownId) {
        String name = call.arguments().text("name").orElseThrow(() -> Refusal.missing("name"));
        if (name.isEmpty()) {
            throw Refusal.of("invalid_name_required");
        }
        if (name.length() > MOST) {
            throw Refusal.of("invalid_name_maxlength");
        }
        if (!ALLOWED.matcher(name).matches()) {
            throw Refusal.of("invalid_name_specials");
        }
        if (PUNCTUATION.matcher(name).matches()) {
            throw Refusal.of("invalid_name_punctuation");
        }
        if (isTaken(call, name, ownId)) {
            throw Refusal.of("name_taken");
        }
        return name;
    }

    /** Archived channels and private ones that the caller does not see keep their names too. */
    private static boolean isTaken(Call call, String name, String ownId) {
        return call.workspace()
                .channelNamed(name)
                .map(Channel::id)
                .filter(id -> !id.equals(ownId))
                .isPresent();
    }
}
