package dev.belay.local.audit;

import dev.belay.adopt.Candidate;
import dev.belay.adopt.Proposal;
import dev.belay.chat.Platform;
import dev.belay.link.LinkKey;
import dev.belay.record.RecordRef;
import dev.belay.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proposals as lines that a person reviews: what is proposed is commented out, and only a line that somebody has uncommented adopts
 * anything. A line is {@code adopt <platform> <channel id> <table>:<sys_id>}; what follows a {@code #} is for people.
 */
final class ReviewFile {
    private static final String ADOPT = "adopt";
    /** What is said of a channel that the record has: whether it was adopted, or made by us, is all the same. */
    static final String BEGUN = "the record's link has this channel already";

    private static final int LONGEST = 200;
    private static final Pattern LINE =
            Pattern.compile(ADOPT + " (?<platform>\\S+) (?<channel>\\S+) (?<table>[^:\\s]+):(?<id>\\S+)");

    private ReviewFile() {}

    /** What a file begins with. */
    static final List<String> HEAD = List.of(
            "# Channels that are bound to a record by their names alone. Remove the # before 'adopt' of those that",
            "# are to become the record's conversation, and run './belay audit --adopt --reviewed FILE'.");

    static List<String> written(Proposal proposal) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        String about = "# " + about(proposal.candidate());
        switch (proposal) {
            case Proposal.Safe safe -> {
                lines.add(about);
                safe.reasons().forEach(reason -> lines.add("#   " + plain(reason)));
            }
            case Proposal.Begun _ -> lines.add(about + ": " + BEGUN);
            case Proposal.Unsafe unsafe -> {
                lines.add(about + ": not to be adopted, " + plain(unsafe.why()));
                unsafe.reasons().forEach(reason -> lines.add("#   " + plain(reason)));
            }
        }
        lines.add("# " + line(proposal.candidate()));
        return lines;
    }

    static String about(Candidate candidate) {
        return "#" + plain(candidate.channel().name()) + " in "
                + candidate.channel().platform().label();
    }

    private static String plain(String words) {
        return PlainText.line(words, LONGEST);
    }

    static String line(Candidate candidate) {
        return ADOPT + " " + candidate.channel().platform().id() + " "
                + candidate.channel().id() + " " + candidate.record();
    }

    /**
     * What a line says that somebody has uncommented.
     *
     * @param words the line, without what is for people
     * @param named what it names, where it has the form of a line
     */
    record Line(String words, Optional<Named> named) {
        /** The one that it names. */
        Optional<Candidate> among(List<Candidate> candidates) {
            return candidates.stream()
                    .filter(candidate -> line(candidate).equals(words))
                    .findFirst();
        }
    }

    /** A channel, and the link that it is to have. */
    record Named(String channel, LinkKey link) {}

    static List<Line> lines(List<String> file) {
        return file.stream()
                .map(line -> line.replaceFirst("#.*$", "").strip().replaceAll("\\s+", " "))
                .filter(said -> !said.isEmpty())
                .map(said -> new Line(plain(said), named(said)))
                .toList();
    }

    private static Optional<Named> named(String said) {
        Matcher line = LINE.matcher(said);
        if (!line.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Named(
                    line.group("channel"),
                    new LinkKey(
                            RecordRef.of(line.group("table"), line.group("id")), Platform.of(line.group("platform")))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
