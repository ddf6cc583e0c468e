package dev.belay.credential;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a credential stands, as the events table holds it.
 *
 * @param why what was found last, in a sentence without a full stop; never a value of the credential
 * @param since when this state began
 * @param checkedAt when it was last found to be so
 * @param ends when the credential ends, where that is known
 * @param remarks what it lacked when it was last taken, without being of no use: told once
 * @param owed the changes that were not told everywhere yet, oldest first; {@link #MOST_OWED} at most
 * @param version grows with each write: the optimistic lock
 */
public record CredentialState(
        CredentialId id,
        Health health,
        String why,
        Instant since,
        Instant checkedAt,
        Optional<Instant> ends,
        List<String> remarks,
        List<Change> owed,
        long version) {
    /** So near to its end a credential is expiring. */
    public static final Duration SOON = Duration.ofDays(30);

    /** Where nobody can be told for long, the oldest are forgotten: the newest say how it stands. */
    public static final int MOST_OWED = 8;

    /** What a system said is cut here, in characters: all states are one item of 400 KB at most. */
    private static final int LONGEST_REASON = 500;

    public CredentialState {
        why = why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) + "…" : why;
        remarks = List.copyOf(remarks);
        owed = List.copyOf(owed.subList(Math.max(0, owed.size() - MOST_OWED), owed.size()));
    }

    /** Where a change is told. */
    public enum Ear {
        /** The operations channel, on a platform that works. */
        CHANNEL,
        /** The alarm topic. */
        TOPIC
    }

    /**
     * A change of state that people are told of, once.
     *
     * @param from none where nothing was known before
     * @param untold where it was not told yet; a change that was told everywhere is owed no more
     */
    public record Change(Optional<Health> from, Health to, String why, Instant at, Set<Ear> untold) {
        public Change {
            untold = Set.copyOf(untold);
        }

        /** Whether both are the same change, wherever either was told. */
        public boolean isSameAs(Change other) {
            return from.equals(other.from) && to == other.to && at.equals(other.at);
        }

        private Change untoldBut(Set<Ear> told) {
            Set<Ear> left = EnumSet.noneOf(Ear.class);
            untold.stream().filter(ear -> !told.contains(ear)).forEach(left::add);
            return new Change(from, to, why, at, left);
        }
    }

    /**
     * The one rule of how states follow each other. An unhealthy credential stays so until its system takes it: that it could not
     * be checked proves nothing. A change of state is owed to people, but for the first state of one that is healthy and lacks nothing;
     * so is what it lacks, once.
     */
    public static CredentialState next(
            CredentialId id, Optional<CredentialState> before, Finding finding, Instant now) {
        Optional<Health> was = before.map(CredentialState::health);
        boolean provesNothing = finding instanceof Finding.NotChecked || finding instanceof Finding.NotProvable;
        if (provesNothing && was.equals(Optional.of(Health.UNHEALTHY))) {
            return before.orElseThrow();
        }
        Optional<Instant> known = before.flatMap(CredentialState::ends);
        List<String> lacked = before.map(CredentialState::remarks).orElse(List.of());
        CredentialState found =
                switch (finding) {
                    case Finding.Taken(String proof, Optional<Instant> ends, List<String> remarks) ->
                        isSoon(ends, now)
                                ? first(
                                        id,
                                        Health.EXPIRING,
                                        ending(ends.orElseThrow(), now) + ": " + proof,
                                        ends,
                                        remarks,
                                        now)
                                : first(id, Health.HEALTHY, withRemarks(proof, remarks), ends, remarks, now);
                    case Finding.Refused(String why) -> first(id, Health.UNHEALTHY, why, known, lacked, now);
                    case Finding.NotChecked(String why) -> first(id, Health.UNKNOWN, why, known, lacked, now);
                    case Finding.NotProvable(String why) -> first(id, Health.HEALTHY, why, known, lacked, now);
                };
        return before.map(found::after).orElseGet(found::asFirst);
    }

    private static CredentialState first(
            CredentialId id, Health health, String why, Optional<Instant> ends, List<String> remarks, Instant now) {
        return new CredentialState(id, health, why, now, now, ends, remarks, List.of(), 1);
    }

    private static boolean isSoon(Optional<Instant> ends, Instant now) {
        return ends.filter(end -> !end.isAfter(now.plus(SOON))).isPresent();
    }

    private static String ending(Instant end, Instant now) {
        LocalDate day = LocalDate.ofInstant(end, ZoneOffset.UTC);
        return end.isAfter(now)
                ? "it ends on " + day + ", in " + ChronoUnit.DAYS.between(now, end) + " days"
                : "it should have ended on " + day;
    }

    private static String withRemarks(String proof, List<String> remarks) {
        return remarks.isEmpty() ? proof : proof + "; " + String.join("; ", remarks);
    }

    private CredentialState asFirst() {
        return health == Health.HEALTHY && remarks.isEmpty() ? this : owing(List.of(), change(Optional.empty()), 1);
    }

    private CredentialState after(CredentialState before) {
        boolean isNews = before.health != health || !before.remarks.containsAll(remarks);
        return !isNews
                ? new CredentialState(
                        id, health, why, before.since, checkedAt, ends, remarks, before.owed, before.version + 1)
                : owing(before.owed, change(Optional.of(before.health)), before.version + 1);
    }

    private Change change(Optional<Health> from) {
        return new Change(from, health, why, since, EnumSet.allOf(Ear.class));
    }

    private CredentialState owing(List<Change> owedBefore, Change change, long next) {
        List<Change> all = new ArrayList<>(owedBefore);
        all.add(change);
        return new CredentialState(id, health, why, since, checkedAt, ends, remarks, all, next);
    }

    /** The same after a change was told there. */
    public CredentialState told(Change change, Set<Ear> there) {
        List<Change> left = owed.stream()
                .map(each -> each.isSameAs(change) ? each.untoldBut(there) : each)
                .filter(each -> !each.untold().isEmpty())
                .toList();
        return new CredentialState(id, health, why, since, checkedAt, ends, remarks, left, version + 1);
    }
}
