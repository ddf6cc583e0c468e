package dev.belay.slack.block;

import dev.belay.card.Fact;
import dev.belay.card.Fact.Link;
import dev.belay.card.Fact.Moment;
import dev.belay.card.Fact.Part;
import dev.belay.card.Fact.Words;

/** What a fact says in mrkdwn: never more than fits, and never part of a date or a link. */
final class FactText {
    private static final String CUT = "…";

    private FactText() {}

    static String of(Fact fact, int most) {
        StringBuilder text = new StringBuilder();
        for (Part part : fact.parts()) {
            String space = text.isEmpty() ? "" : " ";
            int left = most - text.length() - space.length() - CUT.length();
            String next = left < 1 ? "" : drawn(part, left);
            if (next.isEmpty() || next.length() > left) {
                return text.append(CUT).toString();
            }
            text.append(space).append(next);
        }
        return text.toString();
    }

    private static String drawn(Part part, int most) {
        return switch (part) {
            case Words(String words) -> CardText.escaped(words, most);
            case Moment moment -> date(moment);
            case Link(String label, String address) -> CardText.link(address, label);
        };
    }

    /** In the reader's own time zone (docs.slack.dev/messaging/formatting-message-text, "Date formatting"). */
    private static String date(Moment moment) {
        return "<!date^" + moment.at().getEpochSecond() + "^{date_short_pretty} {time}|" + moment.plain() + ">";
    }
}
