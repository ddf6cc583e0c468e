package dev.belay.slack.call;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A scope of the bot token, as {@code infra/slack/manifest.yaml} asks for it, and what is lost without it. Which method needs which is
 * said by each {@link SlackMethod} (docs.slack.dev/reference/methods, "Required scopes").
 */
public enum SlackScope {
    CHANNELS_MANAGE("channels:manage"),
    CHANNELS_READ("channels:read"),
    CHANNELS_HISTORY("channels:history"),
    CHAT_WRITE("chat:write"),
    USERS_READ("users:read"),
    USERS_READ_EMAIL("users:read.email"),
    GROUPS_WRITE("groups:write", "no private channel is opened, and none is archived"),
    GROUPS_READ("groups:read", "private channels are not found again, and nothing tells what becomes of them"),
    GROUPS_HISTORY(
            "groups:history",
            "cards in private channels are not found again, and nothing that is said there is recorded"),
    COMMANDS("commands", "the command /belay and Add to record are not there"),
    IM_WRITE("im:write", "nobody is told anything in their own chat"),
    PINS_WRITE("pins:write", "no card is pinned"),
    PINS_READ("pins:read", "no message is recorded by being pinned"),
    REACTIONS_READ("reactions:read", "no message is recorded by a reaction"),
    BOOKMARKS_WRITE("bookmarks:write", "channels get no bookmarks"),
    BOOKMARKS_READ("bookmarks:read", "channels get no bookmarks"),
    USERGROUPS_READ("usergroups:read", "nobody is invited by a user group"),
    FILES_READ("files:read", "files are noted on their record with a link, and not attached"),
    FILES_WRITE("files:write", "attachments are told of with a link, and not shown");

    private final String id;
    private final Optional<String> lost;

    /** One without which no conversation can be opened, or no press answered. */
    SlackScope(String id) {
        this.id = id;
        this.lost = Optional.empty();
    }

    /** One that a feature needs. */
    SlackScope(String id, String lost) {
        this.id = id;
        this.lost = Optional.of(lost);
    }

    /** Slack's own word. */
    public String id() {
        return id;
    }

    /** What does not work without it; none where nothing does. */
    public Optional<String> lost() {
        return lost;
    }

    /** Whether no conversation can be opened, or no press answered, without it: a token that lacks it is of no use. */
    public boolean isRequired() {
        return lost.isEmpty();
    }

    /** Those that are not among what was granted, in the order of their names. */
    public static List<SlackScope> lacking(Set<String> granted) {
        return Arrays.stream(values())
                .filter(scope -> !granted.contains(scope.id))
                .sorted(Comparator.comparing(SlackScope::id))
                .toList();
    }

    /** Slack's words, separated by commas. */
    public static String listed(Collection<SlackScope> scopes) {
        return scopes.stream().map(SlackScope::id).collect(Collectors.joining(", "));
    }
}
