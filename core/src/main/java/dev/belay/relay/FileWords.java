package dev.belay.relay;

import dev.belay.chat.Member;
import dev.belay.file.FileRefusal;
import dev.belay.file.FileSize;
import dev.belay.file.NamedFile;
import dev.belay.file.SharedFile;
import dev.belay.file.Uploaded;
import dev.belay.line.Line;
import dev.belay.text.PlainText;
import java.net.URI;

/** What is said of files: name, size, who, and where a link leads. Nothing in it is read as markup or as a part of a journal. */
final class FileWords {
    private static final int LONGEST_NAME = 80;

    private FileWords() {}

    /** The work note on the record. */
    static String note(SharedFile shared, String who, String platform, Uploaded result) {
        String said = who + " shared " + named(shared.file()) + " in " + platform + ". ";
        return switch (result) {
            case Uploaded.Stored _ -> said + "It is attached to this record.";
            case Uploaded.Refused(FileRefusal why) ->
                said + "It is not attached, because " + why.words() + ". Whoever may see it opens it here: "
                        + shared.link();
        };
    }

    /** Beside a file that is shown in the conversation. */
    static Line attached(NamedFile file, String who) {
        return Line.of("📎 " + who + " attached " + named(file) + " to the record.");
    }

    /** In place of a file. */
    static Line linked(NamedFile file, String who, FileRefusal why, URI link) {
        return Line.of("📎 " + who + " attached " + named(file) + " to the record. It is not shown here, because "
                        + why.words() + ". ")
                .and("Open it in ServiceNow", link)
                .and(", if you may see the record.");
    }

    private static String named(NamedFile file) {
        return file.bytes() < 0 ? file.name().value() : file.name() + " (" + FileSize.inWords(file.bytes()) + ")";
    }

    /** Someone whom ServiceNow does not know, by what chat calls them. */
    static String chatName(Member member) {
        return person(member.name())
                + switch (member.standing()) {
                    case FULL -> " (no user in ServiceNow)";
                    case DEACTIVATED -> " (no longer active there)";
                    case BOT -> " (an app)";
                    case GUEST, STRANGER -> " (outside the organization)";
                };
    }

    /** A name within a note: no brackets, which begin what a journal draws. */
    static String person(String name) {
        String plain = PlainText.line(name, LONGEST_NAME).replace('[', '(').replace(']', ')');
        return plain.isEmpty() ? "Somebody" : plain;
    }
}
