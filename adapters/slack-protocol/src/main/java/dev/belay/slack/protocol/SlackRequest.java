package dev.belay.slack.protocol;

import com.grack.nanojson.JsonObject;
import dev.belay.command.Command;
import dev.belay.event.ChannelEvent;
import dev.belay.event.FileEvent;
import dev.belay.event.LateAnswer;
import dev.belay.event.Press;
import dev.belay.event.TokenEvent;
import dev.belay.message.ChatMessage;
import dev.belay.message.Marking;
import dev.belay.message.Reaction;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Slack says in one request. Events, interactivity and commands come to one address. */
public sealed interface SlackRequest {
    /** A person pressed one of our buttons. */
    record Pressed(Press press) implements SlackRequest {}

    /**
     * A person pressed a button that opens a dialog.
     *
     * @param trigger what {@code views.open} must name within three seconds
     */
    record Asked(Press press, String trigger) implements SlackRequest {}

    /** A person sent a dialog of ours: a press with what they entered. */
    record Submitted(Press press) implements SlackRequest {}

    /** A person gave a command of ours. */
    record Commanded(Command command) implements SlackRequest {}

    /**
     * A person gave a command of ours in words that are none of it.
     *
     * @param sentence what to say to them
     */
    record Misspoken(String sentence) implements SlackRequest {}

    /** Slack asks whether the address is ours (docs.slack.dev/reference/events/url_verification). */
    record UrlVerification(String challenge) implements SlackRequest {}

    /** Slack no longer takes our token. */
    record TokenLost(TokenEvent event) implements SlackRequest {}

    /** Something happened to a channel, or to our being in it. */
    record ChannelChanged(ChannelEvent event) implements SlackRequest {}

    /**
     * A person wrote a message that has files.
     *
     * @param said what it says; none where nothing of it is recorded
     */
    record FilesShared(FileEvent event, Optional<ChatMessage> said) implements SlackRequest {}

    /** A person wrote a message, changed it, deleted it or pinned it. */
    record Said(ChatMessage message) implements SlackRequest {}

    /** A person asked from a message's menu that it be recorded. */
    record Marked(Marking marking) implements SlackRequest {}

    /**
     * A person asked for what cannot be done.
     *
     * @param answer what to say to them, since no response to such a request can
     */
    record Declined(LateAnswer answer) implements SlackRequest {}

    /** Somebody reacted to a person's message. */
    record Reacted(Reaction reaction) implements SlackRequest {}

    /**
     * Something that is well formed and that nothing is done about.
     *
     * @param kind what it is: one of a few known words
     */
    record NotForUs(String kind) implements SlackRequest {}

    /** The types that Slack sends and that are told apart in the log. */
    Set<String> KNOWN_TYPES = Set.of(
            "event_callback",
            "app_rate_limited",
            "block_suggestion",
            "view_submission",
            "view_closed",
            "shortcut",
            "message_action");

    /**
     * Reads a proved request.
     *
     * @param contentType the header, where there is one
     * @throws MalformedRequest when Slack would not have written it so
     */
    static SlackRequest of(@Nullable String contentType, byte[] body, Instant acceptedAt) throws MalformedRequest {
        if (isOf("application/json", contentType)) {
            return event(Json.object(body), acceptedAt);
        }
        if (isOf("application/x-www-form-urlencoded", contentType)) {
            return form(new Form(body), acceptedAt);
        }
        throw new MalformedRequest("the body is neither JSON nor a form");
    }

    /** Media types are written in any case and may carry parameters (RFC 9110, 8.3.1). */
    private static boolean isOf(String media, @Nullable String contentType) {
        String type = contentType == null ? "" : contentType.strip();
        int end = media.length();
        return type.regionMatches(true, 0, media, 0, end)
                && (type.length() == end || " ;\t".indexOf(type.charAt(end)) >= 0);
    }

    /** An event that cannot be told apart is none of ours: Slack would only send it again and stop sending others. */
    private static SlackRequest event(JsonObject json, Instant acceptedAt) throws MalformedRequest {
        String type = json.getString("type", "");
        if (type.equals("url_verification")) {
            return new UrlVerification(Json.text(json, "challenge"));
        }
        return type.equals("event_callback") ? callback(json, acceptedAt) : notForUs(type);
    }

    private static SlackRequest callback(JsonObject json, Instant acceptedAt) {
        ChannelEvent channel = ChannelWord.read(json, acceptedAt);
        if (channel != null) {
            return new ChannelChanged(channel);
        }
        ChatMessage message = MessageWord.read(json, acceptedAt);
        FileEvent files = FileWord.read(json, acceptedAt);
        if (files != null) {
            return new FilesShared(files, Optional.ofNullable(message));
        }
        if (message != null) {
            return new Said(message);
        }
        Reaction reaction = ReactionWord.read(json, acceptedAt);
        if (reaction != null) {
            return new Reacted(reaction);
        }
        TokenEvent token = AppEvent.read(json, acceptedAt);
        return token == null ? notForUs("event_callback") : new TokenLost(token);
    }

    private static SlackRequest form(Form form, Instant acceptedAt) throws MalformedRequest {
        byte[] payload = form.field("payload");
        if (payload != null) {
            return interaction(Json.object(payload), acceptedAt);
        }
        if (form.field("ssl_check") != null) {
            return new NotForUs("ssl_check");
        }
        if (form.field("command") != null) {
            return SlashCommand.read(form, acceptedAt);
        }
        throw new MalformedRequest("the form has neither payload nor command");
    }

    private static SlackRequest interaction(JsonObject payload, Instant acceptedAt) throws MalformedRequest {
        String type = Json.text(payload, "type");
        if (type.equals("block_actions")) {
            return BlockActions.read(payload, acceptedAt);
        }
        if (type.equals("message_action")) {
            return ShortcutWord.read(payload, acceptedAt);
        }
        return type.equals("view_submission") ? ViewSubmission.read(payload, acceptedAt) : notForUs(type);
    }

    private static SlackRequest notForUs(String type) {
        return new NotForUs(KNOWN_TYPES.contains(type) ? type : "other");
    }
}
