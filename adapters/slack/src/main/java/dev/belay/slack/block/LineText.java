package dev.belay.slack.block;

import com.slack.api.model.Message;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.line.Line;
import dev.belay.line.Line.Piece;
import dev.belay.record.Happening.Participant;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes lines as Slack shows them: words that mention nobody by themselves, and people whom we mention. */
public final class LineText {
    /** Marks a message of ours in its metadata. */
    public static final String EVENT = "belay_line";

    private static final int PIECE = 2000;

    private LineText() {}

    /** One under another. */
    public static String text(List<Line> lines) {
        return lines.stream().map(LineText::line).collect(Collectors.joining("\n"));
    }

    private static String line(Line line) {
        return line.pieces().stream().map(LineText::piece).collect(Collectors.joining());
    }

    private static String piece(Piece piece) {
        return switch (piece) {
            case Piece.Words(String words) -> CardText.inLine(words, PIECE);
            case Piece.Link(String words, URI address) -> link(address, words);
            case Piece.Person(Participant(String name, Optional<ChatUser> chat, Optional<?> _)) ->
                chat.filter(user -> user.platform() == Platform.SLACK && isUser(user.id()))
                        .map(user -> "<@" + user.id() + ">")
                        .orElseGet(() -> CardText.inLine(name, PIECE));
        };
    }

    /** What stands between the signs of a link ends neither the link nor its address (docs.slack.dev/messaging/formatting-message-text). */
    private static String link(URI address, String words) {
        String to = address.toASCIIString()
                .replace("|", "%7C")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("&", "&amp;");
        return "<" + to + "|" + CardText.inLine(words, PIECE).replace("|", "/") + ">";
    }

    /** An id as Slack gives them: nothing else goes between the signs of a mention. */
    private static boolean isUser(String id) {
        return !id.isEmpty() && id.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
    }

    /** By what it is found again. Everyone in the workspace can read a message's metadata: it is no secret. */
    public static Message.Metadata metadata(String marker) {
        return Message.Metadata.builder()
                .eventType(EVENT)
                .eventPayload(Map.of("marker", marker))
                .build();
    }
}
