package dev.belay.slack.protocol;

import com.grack.nanojson.JsonWriter;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.command.Command;
import dev.belay.command.CommandWords;
import dev.belay.event.Press;
import dev.belay.signature.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** A slash command (docs.slack.dev/interactivity/implementing-slash-commands). */
public final class SlashCommand {
    private static final int LONGEST_ID = 200;

    private SlashCommand() {}

    static SlackRequest read(Form form, Instant acceptedAt) throws MalformedRequest {
        CommandWords words = CommandWords.read(unescaped(optional(form, "text")), optional(form, "command") + " ");
        if (words instanceof CommandWords.Help help) {
            return new SlackRequest.Misspoken(help.sentence());
        }
        return new SlackRequest.Commanded(command(form, (CommandWords.Understood) words, acceptedAt));
    }

    private static Command command(Form form, CommandWords.Understood words, Instant acceptedAt)
            throws MalformedRequest {
        String workspace = workspace(form);
        String user = id(form, "user_id");
        String channel = id(form, "channel_id");
        String given = given(form, acceptedAt);
        return new Command(
                Sha256.hex(String.join("\n", workspace, user, "command", channel, given)),
                id(form, "api_app_id"),
                new ChatUser(Platform.SLACK, workspace, user),
                Optional.empty(),
                new Press.Place(
                        channel,
                        BlockActions.isDirect(channel),
                        Optional.empty(),
                        "command",
                        Optional.of(words.number())),
                words.action(),
                words.input(),
                BlockActions.replyAddress(optional(form, "response_url")),
                acceptedAt);
    }

    /** What only the person who gave it sees, in answer to the request itself. */
    public static String said(String sentence) {
        return JsonWriter.string()
                .object()
                .value("response_type", "ephemeral")
                .value("text", sentence)
                .end()
                .done();
    }

    /** Slack writes three characters of a text as entities (docs.slack.dev/messaging/formatting-message-text). */
    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** Of an app that was installed for a whole organization a command may name no team. */
    private static String workspace(Form form) throws MalformedRequest {
        return optional(form, "team_id").isEmpty() ? id(form, "enterprise_id") : id(form, "team_id");
    }

    /** What tells one command from another. */
    private static String given(Form form, Instant acceptedAt) throws MalformedRequest {
        String trigger = optional(form, "trigger_id");
        return trigger.isEmpty() || trigger.length() > LONGEST_ID ? acceptedAt.toString() : trigger.replace("\n", "");
    }

    private static String id(Form form, String name) throws MalformedRequest {
        return Json.checked(optional(form, name), name);
    }

    private static String optional(Form form, String name) throws MalformedRequest {
        byte[] field = form.field(name);
        return field == null ? "" : new String(field, StandardCharsets.UTF_8);
    }
}
