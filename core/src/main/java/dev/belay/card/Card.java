package dev.belay.card;

import dev.belay.record.Assignee;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.text.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What everyone sees of a record: drawn from one snapshot of it and nothing else, so that two cards of one generation are equal.
 *
 * @param number the record's number; empty where it is not known any more
 * @param heading what stands first, as one line of plain words
 * @param summary what a notification shows, as one line of plain words
 * @param link where the record opens in a browser
 * @param facts what is to be known of it, in order
 * @param generation the {@code sys_mod_count} of the snapshot
 */
public record Card(
        RecordRef record,
        String number,
        String heading,
        String summary,
        Tone tone,
        String link,
        List<Fact> facts,
        List<CardButton> buttons,
        long generation) {
    /** How bad it is at a glance. What a platform makes of it stands beside words that say the same. */
    public enum Tone {
        /** Critical, and not over. */
        ATTENTION("🔴"),
        /** High, and not over. */
        WARNING("🟠"),
        /** Anything else that is not over. */
        ACCENT("🔵"),
        /** It is over. */
        GOOD("✅"),
        /** Nothing of it is shown. */
        NEUTRAL("");

        private final String sign;

        Tone(String sign) {
            this.sign = sign;
        }

        private static Tone of(RecordSnapshot record) {
            if (record.ended()) {
                return GOOD;
            }
            return switch (record.priority()) {
                case 1 -> ATTENTION;
                case 2 -> WARNING;
                default -> ACCENT;
            };
        }
    }

    public Card {
        facts = List.copyOf(facts);
        buttons = List.copyOf(buttons);
    }

    /**
     * @param link where the record opens in a browser
     * @param layout what its table's cards show
     * @param buttons those that it has now, in order; the weightiest come first
     */
    public static Card of(RecordSnapshot record, String link, CardLayout layout, List<CardButton> buttons) {
        String heading = heading(record);
        return new Card(
                record.ref(),
                record.number(),
                heading,
                heading + " (" + record.stateLabel() + ")",
                Tone.of(record),
                link,
                CardFacts.of(record, layout),
                buttons.stream()
                        .sorted(Comparator.comparing(button -> button.action().weight()))
                        .toList(),
                record.generation());
    }

    /** The heading behind the sign of its tone, for who does not see the colour. */
    public String title() {
        return tone.sign.isEmpty() ? heading : tone.sign + " " + heading;
    }

    /** Where the record is not to be shown any more, since it became private: its number and a word, and nothing else of it. */
    public static Card reduced(RecordSnapshot record, String link) {
        String heading = record.number() + ": moved to a private conversation";
        return new Card(
                record.ref(),
                record.number(),
                heading,
                heading,
                Tone.NEUTRAL,
                link,
                List.of(),
                List.of(),
                record.generation());
    }

    /** Where the conversation went on elsewhere: it leads there, and nothing is done from it. */
    public static Card goesOn(RecordSnapshot record, String link, String there) {
        String heading = heading(record);
        return new Card(
                record.ref(),
                record.number(),
                heading,
                heading + " (goes on in a channel of its own)",
                Tone.NEUTRAL,
                link,
                List.of(Fact.of("Goes on in", new Fact.Link(there, there))),
                List.of(),
                record.generation());
    }

    /** With one more fact, which stands last. */
    public Card and(String label, String words) {
        List<Fact> more = new ArrayList<>(facts);
        more.add(Fact.of(label, words));
        return new Card(record, number, heading, summary, tone, link, more, buttons, generation);
    }

    /** Of a record that was deleted: nothing of it can be read any more. */
    public static Card deleted(RecordRef record, String link, long generation) {
        String heading = "This record was deleted in ServiceNow";
        return new Card(record, "", heading, heading, Tone.NEUTRAL, link, List.of(), List.of(), generation);
    }

    /** Priority, number and title in one line; a record without a title ends with its number. */
    public static String heading(RecordSnapshot record) {
        String title = PlainText.line(record.shortDescription());
        String priority = record.priority() == 0 ? "" : "P" + record.priority() + " ";
        return priority + record.number() + (title.isEmpty() ? "" : ": " + title);
    }

    /**
     * What a card shows of a record, as a short hash: two cards that show the same have the same, whatever else was written on the
     * record between them. What actions depend on counts where the layout leaves it out too.
     */
    public static String shown(RecordSnapshot record, CardLayout layout) {
        StringBuilder all = new StringBuilder(heading(record))
                .append('\0')
                .append(record.state())
                .append('\0')
                .append(record.active())
                .append('\0')
                .append(record.assignee().map(Assignee::userId).orElse(""));
        CardFacts.of(record, layout).forEach(fact -> all.append('\0').append(fact.plain()));
        return Fingerprint.of(all.toString());
    }
}
