package dev.belay.local.audit;

import dev.belay.adopt.Candidate;
import dev.belay.adopt.Proposal;
import dev.belay.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proposals as lines that a person reviews: what is proposed is commented out, and only a line that somebody has uncommented adopts
 * anything. A line is {@code adopt <platform> <channel id> <table>:<sys_id>}; what follows a {@code #} is for people.
 */
final class ReviewFile {
    private static final String ADOPT = "adopt";
    private static final int LONGEST = 200;

    private ReviewFile() {}

    static List<String> written(List<Proposal> proposals) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Channels that are bound to a record by their names alone. Remove the # before 'adopt' of those that");
        lines.add("# are to become the record's conversation, and run './belay audit --adopt --reviewed FILE'.");
        for (Proposal proposal : proposals) {
            lines.add("");
            switch (proposal) {
                case Proposal.Safe safe -> {
                    lines.add("# " + about(safe.candidate()));
                    safe.reasons().forEach(reason -> lines.add("#   " + plain(reason)));
                    lines.add("# " + line(safe.candidate()));
                }
                case Proposal.Begun begun ->
                    lines.add("# " + about(begun.candidate()) + ": it was adopted, and is being made");
                case Proposal.Unsafe unsafe ->
                    lines.add("# " + about(unsafe.candidate()) + ": not to be adopted, " + plain(unsafe.why()));
            }
        }
        return lines;
    }

    static String about(Candidate candidate) {
        return "#" + plain(candidate.channel().name()) + " in "
                + candidate.channel().platform().label();
    }

    private static String plain(String words) {
        return PlainText.line(words, LONGEST);
    }

    private static String line(Candidate candidate) {
        return ADOPT + " " + candidate.channel().platform().id() + " "
                + candidate.channel().id() + " " + candidate.record();
    }

    /**
     * Those of the candidates that the lines name.
     *
     * @param wrong takes each line that names none of them
     */
    static List<Candidate> chosen(List<String> lines, List<Candidate> candidates, List<String> wrong) {
        List<Candidate> chosen = new ArrayList<>();
        for (String line : lines) {
            String said = line.replaceFirst("#.*$", "").strip().replaceAll("\\s+", " ");
            if (!said.isEmpty()) {
                Optional<Candidate> named = candidates.stream()
                        .filter(candidate -> line(candidate).equals(said))
                        .findFirst();
                named.ifPresentOrElse(chosen::add, () -> wrong.add(plain(said)));
            }
        }
        return chosen;
    }
}
