package dev.belay.slack.call;

import dev.belay.failure.CallEffect;
import dev.belay.ratelimit.RateLimiter.Limited;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A method of Slack's Web API that is called.
 *
 * @param name its name, e.g. {@code chat.update}
 * @param effect what calling it does
 * @param scopes what the token needs for it; where there are two for channels, the second is for private ones
 * @param answers the errors that are an answer to it, not a failure of it
 */
public record SlackMethod(String name, CallEffect effect, Set<SlackScope> scopes, Set<String> answers) {
    public static final SlackMethod AUTH_TEST = of("auth.test", CallEffect.READ, Set.of());
    /** What is said of the token is the answer. */
    public static final SlackMethod PROVE_TOKEN = of(
            "auth.test",
            CallEffect.READ,
            Set.of(),
            "token_expired",
            "token_revoked",
            "invalid_auth",
            "not_authed",
            "account_inactive",
            "not_allowed_token_type");
    /**
     * {@code oauth.v2.access} with a refresh token, which is used up by it; what is said of the token or of the app's secret is an answer
     * (docs.slack.dev/reference/methods/oauth.v2.access).
     */
    public static final SlackMethod RENEW_TOKEN = of(
            "oauth.v2.access",
            CallEffect.NOT_IDEMPOTENT,
            Set.of(),
            "invalid_refresh_token",
            "token_expired",
            "token_revoked",
            "invalid_auth",
            "account_inactive",
            "invalid_client_id",
            "bad_client_secret");

    public static final SlackMethod CREATE_CHANNEL = of(
            "conversations.create",
            CallEffect.NOT_IDEMPOTENT,
            Set.of(SlackScope.CHANNELS_MANAGE, SlackScope.GROUPS_WRITE),
            "name_taken");
    public static final SlackMethod OWN_CHANNELS =
            of("users.conversations", CallEffect.READ, Set.of(SlackScope.CHANNELS_READ, SlackScope.GROUPS_READ));
    /** All channels that the bot sees, whoever made them. */
    public static final SlackMethod LIST_CHANNELS =
            of("conversations.list", CallEffect.READ, Set.of(SlackScope.CHANNELS_READ, SlackScope.GROUPS_READ));

    public static final SlackMethod SET_TOPIC = of(
            "conversations.setTopic",
            CallEffect.REPEATABLE,
            Set.of(SlackScope.CHANNELS_MANAGE, SlackScope.GROUPS_WRITE));
    public static final SlackMethod SET_PURPOSE = of(
            "conversations.setPurpose",
            CallEffect.REPEATABLE,
            Set.of(SlackScope.CHANNELS_MANAGE, SlackScope.GROUPS_WRITE));
    public static final SlackMethod BOOKMARKS =
            of("bookmarks.list", CallEffect.REPEATABLE, Set.of(SlackScope.BOOKMARKS_READ));
    public static final SlackMethod BOOKMARK =
            of("bookmarks.add", CallEffect.REPEATABLE, Set.of(SlackScope.BOOKMARKS_WRITE));
    public static final SlackMethod CHANGE_BOOKMARK =
            of("bookmarks.edit", CallEffect.REPEATABLE, Set.of(SlackScope.BOOKMARKS_WRITE));
    public static final SlackMethod PIN =
            of("pins.add", CallEffect.REPEATABLE, Set.of(SlackScope.PINS_WRITE), "already_pinned");
    public static final SlackMethod INVITE = of(
            "conversations.invite",
            CallEffect.REPEATABLE,
            Set.of(SlackScope.CHANNELS_MANAGE, SlackScope.GROUPS_WRITE),
            "already_in_channel",
            "cant_invite_self");
    /** What is said of a person is an answer: others may be let in all the same. */
    public static final SlackMethod BRING_IN = of(
            "conversations.invite",
            CallEffect.REPEATABLE,
            Set.of(SlackScope.CHANNELS_MANAGE, SlackScope.GROUPS_WRITE),
            "already_in_channel",
            "cant_invite",
            "cant_invite_self",
            "user_not_found",
            "user_is_restricted",
            "ura_max_channels",
            "org_user_not_in_team",
            "invitee_cant_see_channel",
            "no_external_invite_permission");

    public static final SlackMethod CHANNEL =
            of("conversations.info", CallEffect.READ, Set.of(SlackScope.CHANNELS_READ, SlackScope.GROUPS_READ));
    /** A channel that is not shown is an answer too. */
    public static final SlackMethod LOOK_AT_CHANNEL = of(
            "conversations.info",
            CallEffect.READ,
            Set.of(SlackScope.CHANNELS_READ, SlackScope.GROUPS_READ),
            "channel_not_found");

    public static final SlackMethod ARCHIVE = of(
            "conversations.archive",
            CallEffect.REPEATABLE,
            Set.of(SlackScope.CHANNELS_MANAGE, SlackScope.GROUPS_WRITE),
            "already_archived");
    public static final SlackMethod MEMBERS =
            of("conversations.members", CallEffect.READ, Set.of(SlackScope.CHANNELS_READ, SlackScope.GROUPS_READ));
    public static final SlackMethod GROUP =
            of("usergroups.users.list", CallEffect.READ, Set.of(SlackScope.USERGROUPS_READ));
    public static final SlackMethod POST =
            of("chat.postMessage", CallEffect.NOT_IDEMPOTENT, Set.of(SlackScope.CHAT_WRITE));
    /** At least once: what may be said twice rather than not at all. */
    public static final SlackMethod ANNOUNCE =
            of("chat.postMessage", CallEffect.REPEATABLE, Set.of(SlackScope.CHAT_WRITE));

    public static final SlackMethod HISTORY = of(
            "conversations.history", CallEffect.READ, Set.of(SlackScope.CHANNELS_HISTORY, SlackScope.GROUPS_HISTORY));
    /** A thread whose first message was deleted has no replies that could be ours. */
    public static final SlackMethod REPLIES = of(
            "conversations.replies",
            CallEffect.READ,
            Set.of(SlackScope.CHANNELS_HISTORY, SlackScope.GROUPS_HISTORY),
            "thread_not_found");
    /**
     * The same for one message, whether it is in a thread, begins one, or neither: of a message that nobody answered it shows that
     * alone (docs.slack.dev/reference/methods/conversations.replies). One that is gone, or in a channel that is, is not there.
     */
    public static final SlackMethod MESSAGE = of(
            "conversations.replies",
            CallEffect.READ,
            Set.of(SlackScope.CHANNELS_HISTORY, SlackScope.GROUPS_HISTORY),
            "thread_not_found",
            "channel_not_found",
            "not_in_channel");
    /**
     * {@code is_inactive} comes from a channel that is frozen, archived or deleted; {@code edit_window_closed} from a workspace that
     * lets messages be edited for a while only (docs.slack.dev/reference/methods/chat.update).
     */
    public static final SlackMethod UPDATE = of(
            "chat.update",
            CallEffect.REPEATABLE,
            Set.of(SlackScope.CHAT_WRITE),
            "message_not_found",
            "cant_update_message",
            "edit_window_closed",
            "is_inactive",
            "channel_not_found");

    /** Idempotent: it answers with the chat that there is already (docs.slack.dev/reference/methods/conversations.open). */
    public static final SlackMethod OPEN_CHAT =
            of("conversations.open", CallEffect.REPEATABLE, Set.of(SlackScope.IM_WRITE));

    public static final SlackMethod TELL = of(
            "chat.postEphemeral",
            CallEffect.REPEATABLE,
            Set.of(SlackScope.CHAT_WRITE),
            "user_not_in_channel",
            "channel_not_found",
            "not_in_channel",
            "is_archived");
    public static final SlackMethod USER =
            of("users.info", CallEffect.READ, Set.of(SlackScope.USERS_READ), "user_not_found", "user_not_visible");
    /** It names nobody in the plural (docs.slack.dev/reference/methods/users.lookupByEmail). */
    public static final SlackMethod USER_BY_EMAIL = of(
            "users.lookupByEmail",
            CallEffect.READ,
            Set.of(SlackScope.USERS_READ_EMAIL),
            "users_not_found",
            "user_not_found");

    public static final SlackMethod FILE =
            of("files.info", CallEffect.READ, Set.of(SlackScope.FILES_READ), "file_not_found", "file_deleted");
    /** An address that nothing is sent to is forgotten. */
    public static final SlackMethod UPLOAD_ADDRESS = of(
            "files.getUploadURLExternal",
            CallEffect.REPEATABLE,
            Set.of(SlackScope.FILES_WRITE),
            "file_upload_size_restricted",
            "file_type_not_allowed",
            "file_uploads_disabled",
            "file_uploads_except_images_disabled",
            "storage_limit_reached");
    /** By it an uploaded file is shown in a channel. */
    public static final SlackMethod COMPLETE_UPLOAD = of(
            "files.completeUploadExternal",
            CallEffect.NOT_IDEMPOTENT,
            Set.of(SlackScope.FILES_WRITE),
            "posting_to_channel_denied",
            "file_not_found",
            "file_update_failed",
            "slack_connect_file_upload_sharing_blocked",
            "slack_connect_blocked_file_type");

    public static final SlackMethod PERMALINK = of("chat.getPermalink", CallEffect.READ, Set.of());

    private static final String POSTING = "chat.postMessage";

    /**
     * How often a minute the methods may be called that are not of tier 3 (docs.slack.dev/apis/web-api/rate-limits, and each
     * method's own page).
     */
    private static final Map<String, Integer> A_MINUTE = Map.ofEntries(
            Map.entry("conversations.create", 20),
            Map.entry("conversations.archive", 20),
            Map.entry("conversations.list", 20),
            Map.entry("conversations.setTopic", 20),
            Map.entry("conversations.setPurpose", 20),
            Map.entry("bookmarks.add", 20),
            Map.entry("bookmarks.edit", 20),
            Map.entry("pins.add", 20),
            Map.entry("users.info", 100),
            Map.entry("conversations.members", 100),
            Map.entry("usergroups.users.list", 20),
            Map.entry("chat.postEphemeral", 100),
            Map.entry("files.info", 100),
            Map.entry("files.getUploadURLExternal", 100),
            Map.entry("files.completeUploadExternal", 100),
            Map.entry("auth.test", 600),
            Map.entry("chat.getPermalink", 600),
            Map.entry(POSTING, 60));

    private static final int TIER_3 = 50;

    /** So that calls that come a little late do not meet the limit together. */
    private static final double MARGIN = 1.02;

    public SlackMethod {
        scopes = Set.copyOf(scopes);
        answers = Set.copyOf(answers);
    }

    private static SlackMethod of(String name, CallEffect effect, Set<SlackScope> scopes, String... answers) {
        return new SlackMethod(name, effect, scopes, Set.of(answers));
    }

    /**
     * What Slack limits as a whole: the method in the workspace, and posting in each channel by itself
     * (docs.slack.dev/apis/web-api/rate-limits, posting messages), so that a busy channel holds up no other.
     */
    Limited limited(String workspace, Optional<String> channel) {
        String where = channel.filter(_ -> POSTING.equals(name))
                .map(id -> workspace + "/" + id)
                .orElse(workspace);
        return limited(where, name);
    }

    static Limited limited(String workspace, String name) {
        long spacing = Math.round(60_000 * MARGIN / A_MINUTE.getOrDefault(name, TIER_3));
        return new Limited(workspace, name, Duration.ofMillis(spacing));
    }

    /** Whether this error is an answer to the method, not a failure of it. */
    public boolean answersWith(String error) {
        return answers.contains(error);
    }
}
