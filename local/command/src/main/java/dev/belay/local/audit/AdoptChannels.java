package dev.belay.local.audit;

import dev.belay.adopt.Adopted;
import dev.belay.adopt.Adoption;
import dev.belay.adopt.Candidate;
import dev.belay.adopt.Proposal;
import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.AuditReport;
import dev.belay.audit.finding.FindingKind;
import dev.belay.failure.Unavailable;
import dev.belay.local.secrets.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Shows each channel that may be adopted, one after the other as fast as the platforms let us ask, and adopts those that a person says
 * yes to, or has a worker go on with them; without anybody to ask it adopts nothing.
 */
final class AdoptChannels {
    /** So often nothing answers before it is given up. */
    private static final int PATIENCE = 20;

    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final Adoption adoption;
    private final Surroundings around;
    private final Pause pause;
    private final String holder;

    AdoptChannels(Adoption adoption, Surroundings around, Pause pause, String holder) {
        this.adoption = adoption;
        this.around = around;
        this.pause = pause;
        this.holder = holder;
    }

    /** @return the exit code */
    int of(AuditReport report, Optional<Path> reviewed) {
        int looked = told(report);
        List<Candidate> candidates = candidates(report);
        int adopted = reviewed.map(file -> reviewed(candidates, file)).orElseGet(() -> proposed(candidates));
        return adopted == 0 ? looked : adopted;
    }

    /** What the audit could not look at: nothing is proposed of it. */
    private int told(AuditReport report) {
        report.of(FindingKind.TABLE_MISSING, FindingKind.TABLE_EMPTY, FindingKind.PLACE_UNREADABLE)
                .forEach(finding -> around.errors()
                        .println(
                                finding.kind().severity() + " " + finding.kind().id() + ": " + ReportText.line(finding)
                                        + "\n  " + finding.kind().meaning() + "\n  "
                                        + finding.kind().advice()));
        return report.of(FindingKind.TABLE_MISSING, FindingKind.PLACE_UNREADABLE).stream()
                .mapToInt(finding -> finding.kind().severity().exitCode())
                .max()
                .orElse(0);
    }

    /** What the audit found of channels that speak of a record, and of claims that know theirs. */
    private List<Candidate> candidates(AuditReport report) {
        List<Candidate> candidates = new ArrayList<>();
        for (AuditFinding finding : report.of(
                FindingKind.NAME_BOUND,
                FindingKind.CHANNEL_UNLINKED,
                FindingKind.CLAIM_EXPIRED,
                FindingKind.CLAIM_AMBIGUOUS)) {
            finding.channel().ifPresent(channel -> finding.record()
                    .ifPresentOrElse(record -> candidates.add(new Candidate(channel, record)), () -> around.errors()
                            .println("not to be adopted: " + ReportText.line(finding))));
        }
        return candidates;
    }

    private int reviewed(List<Candidate> candidates, Path file) {
        boolean all = true;
        for (ReviewFile.Line line : ReviewFile.lines(lines(file))) {
            Optional<Candidate> known = line.named()
                    .flatMap(named -> waiting(() -> adoption.adopted(named.link(), named.channel())))
                    .or(() -> line.among(candidates));
            if (known.isEmpty()) {
                around.errors().println("not adopted: no audit found '" + line.words() + "'");
            }
            all &= known.filter(this::isAdopted).isPresent();
        }
        return all ? 0 : 1;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private int proposed(List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            around.errors().println("No channel is bound by its name.");
            return 0;
        }
        boolean asks = around.terminal().isInteractive();
        if (!asks) {
            ReviewFile.HEAD.forEach(around.out()::println);
        }
        boolean all = true;
        for (Candidate candidate : candidates) {
            Proposal proposal = waiting(() -> adoption.propose(candidate, candidates));
            if (asks) {
                all &= asked(proposal);
            } else {
                ReviewFile.written(proposal).forEach(around.out()::println);
            }
        }
        return all ? 0 : 1;
    }

    private boolean asked(Proposal proposal) {
        Candidate candidate = proposal.candidate();
        around.out().println("\n" + ReviewFile.about(candidate) + ReportText.at(candidate.channel()));
        return switch (proposal) {
            case Proposal.Unsafe unsafe -> {
                around.out().println("  not to be adopted: " + unsafe.why());
                unsafe.reasons().forEach(reason -> around.out().println("  " + reason));
                around.out().println("  in a reviewed file: " + ReviewFile.line(candidate));
                yield true;
            }
            case Proposal.Begun _ -> {
                around.out().println("  " + ReviewFile.BEGUN);
                yield !isYes("Tell a worker to go on with it? [y/N] ") || isAdopted(candidate);
            }
            case Proposal.Safe safe -> {
                safe.reasons().forEach(reason -> around.out().println("  " + reason));
                yield !isYes("Adopt it for " + safe.record().number() + "? [y/N] ") || isAdopted(candidate);
            }
        };
    }

    private boolean isYes(String question) {
        String answer = around.terminal().ask(question);
        return answer.strip().equalsIgnoreCase("y") || answer.strip().equalsIgnoreCase("yes");
    }

    private boolean isAdopted(Candidate candidate) {
        return switch (waiting(() -> adoption.adopt(candidate, holder))) {
            case Adopted.Claimed _ -> {
                around.out()
                        .println(ReviewFile.about(candidate)
                                + " is adopted: its card comes within a minute, and its record names it.");
                yield true;
            }
            case Adopted.Again _ -> {
                around.out()
                        .println(ReviewFile.about(candidate) + ": " + ReviewFile.BEGUN
                                + "; a worker was told to go on.");
                yield true;
            }
            case Adopted.Refused(String why) -> {
                around.errors().println(ReviewFile.about(candidate) + " is not adopted: " + why);
                yield false;
            }
        };
    }

    /** Waits out what limits us, or does not answer for a while. */
    private <T> T waiting(Supplier<T> question) {
        for (int tries = 1; ; tries++) {
            try {
                return question.get();
            } catch (Unavailable e) {
                if (tries == PATIENCE) {
                    throw e;
                }
                Duration time = e.retryAfter().orElse(AGAIN);
                around.errors()
                        .println("  " + e.system() + " lets us go on in " + Math.max(1, time.toSeconds()) + " s");
                pause.of(time);
            }
        }
    }
}
