package dev.belay.local.audit;

import dev.belay.adopt.Adopted;
import dev.belay.adopt.Adoption;
import dev.belay.adopt.Candidate;
import dev.belay.adopt.Proposal;
import dev.belay.local.secrets.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows each channel that may be adopted, and adopts those that a person says yes to; without anybody to ask it adopts nothing. */
final class AdoptChannels {
    private final Adoption adoption;
    private final Surroundings around;
    private final String holder;

    AdoptChannels(Adoption adoption, Surroundings around, String holder) {
        this.adoption = adoption;
        this.around = around;
        this.holder = holder;
    }

    /** @return the exit code */
    int of(List<Candidate> candidates, Optional<Path> reviewed) {
        if (reviewed.isPresent()) {
            return reviewed(candidates, reviewed.get());
        }
        List<Proposal> proposals = adoption.propose(candidates);
        if (around.terminal().isInteractive()) {
            return asked(proposals);
        }
        ReviewFile.written(proposals).forEach(around.out()::println);
        return 0;
    }

    private int reviewed(List<Candidate> candidates, Path file) {
        List<String> wrong = new ArrayList<>();
        List<Candidate> chosen = ReviewFile.chosen(lines(file), candidates, wrong);
        wrong.forEach(line -> around.errors().println("not adopted: no audit found '" + line + "'"));
        return adopted(chosen) && wrong.isEmpty() ? 0 : 1;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private int asked(List<Proposal> proposals) {
        boolean all = true;
        for (Proposal proposal : proposals) {
            around.out()
                    .println("\n" + ReviewFile.about(proposal.candidate())
                            + ReportText.at(proposal.candidate().channel()));
            all &= switch (proposal) {
                case Proposal.Unsafe unsafe -> {
                    around.out().println("  not to be adopted: " + unsafe.why());
                    yield true;
                }
                case Proposal.Begun begun -> adopted(List.of(begun.candidate()));
                case Proposal.Safe safe -> {
                    safe.reasons().forEach(reason -> around.out().println("  " + reason));
                    yield !isConfirmed(safe) || adopted(List.of(safe.candidate()));
                }
            };
        }
        return all ? 0 : 1;
    }

    private boolean isConfirmed(Proposal.Safe safe) {
        String answer = around.terminal().ask("Adopt it for " + safe.record().number() + "? [y/N] ");
        return answer.strip().equalsIgnoreCase("y") || answer.strip().equalsIgnoreCase("yes");
    }

    private boolean adopted(List<Candidate> chosen) {
        boolean all = true;
        for (Candidate candidate : chosen) {
            switch (adoption.adopt(candidate, holder)) {
                case Adopted.Claimed _ ->
                    around.out()
                            .println(ReviewFile.about(candidate)
                                    + " is adopted: its card comes within a minute, and its record names it.");
                case Adopted.Refused(String why) -> {
                    around.errors().println(ReviewFile.about(candidate) + " is not adopted: " + why);
                    all = false;
                }
            }
        }
        return all;
    }
}
