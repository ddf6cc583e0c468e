package dev.belay.command;

import dev.belay.action.Actions;
import dev.belay.action.Postmortem;
import dev.belay.card.CardAction;
import dev.belay.dialog.Dialog;
import dev.belay.dialog.Input;
import dev.belay.record.RecordNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words of a command, on every platform the same: {@code postmortem INC0010023 https://…}. */
public sealed interface CommandWords {
    /**
     * They are a command.
     *
     * @param input what the action's dialog would have asked
     */
    record Understood(CardAction action, RecordNumber number, Input input) implements CommandWords {}

    /** They are none, and what to say to whoever wrote them. It repeats nothing of what they wrote. */
    record Help(String sentence) implements CommandWords {}

    /** What who gave a command is told at once. */
    String WORKING = "Working on it …";

    /** More than any command has. */
    int LONGEST = 4_000;

    /**
     * @param called what stands before the words on the platform, with its blank: {@code "/belay "}
     */
    static CommandWords read(String text, String called) {
        List<String> words = text.length() > LONGEST ? List.of() : split(text);
        CardAction action = CardAction.POSTMORTEM;
        if (words.isEmpty() || !words.getFirst().toLowerCase(Locale.ROOT).equals(action.id())) {
            return new Help("This attaches a postmortem to a record, also after its end: " + usage(called));
        }
        if (words.size() != 3) {
            return new Help("A record's number and one address are needed: " + usage(called));
        }
        Optional<RecordNumber> number = RecordNumber.of(words.get(1));
        if (number.isEmpty()) {
            return new Help("The first word is not the number of a record. Write: " + usage(called));
        }
        Input input = new Input(Map.of(Postmortem.ADDRESS, List.of(address(words.get(2)))));
        Dialog dialog = Actions.of(action).dialog(List.of()).orElseThrow();
        for (String problem : dialog.problems(input).values()) {
            return new Help(problem + " Write: " + usage(called));
        }
        return new Understood(action, number.get(), input);
    }

    private static String usage(String called) {
        return called + CardAction.POSTMORTEM.id() + " INC0010023 https://example.com/page";
    }

    /** Not a regular expression: a cold function would pay for compiling it. */
    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    /** Slack may write a link as {@code <https://…|label>} (docs.slack.dev/messaging/formatting-message-text). */
    private static String address(String word) {
        if (!word.startsWith("<") || !word.endsWith(">")) {
            return word;
        }
        int label = word.indexOf('|');
        return word.substring(1, label < 0 ? word.length() - 1 : label);
    }
}
