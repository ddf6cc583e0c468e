package dev.belay.link;

import dev.belay.delivery.Deadline;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.record.NoteReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Makes claims: a fresh marker, a fresh reference, and a lease. */
public final class NewClaim {
    /** How long a claim's lease keeps other workers away; longer than a worker may run. */
    public static final Duration LEASE = Deadline.OF_A_FUNCTION.multipliedBy(2);

    private final Clock clock;
    private final RandomGenerator random;

    public NewClaim(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** In the place of another conversation. */
    public Claimed on(LinkKey key, Placement placement, Former former) {
        Claimed claim = on(key, placement);
        return claim.with(claim.claim().after(former));
    }

    public Claimed on(LinkKey key, Placement placement) {
        Instant now = clock.instant();
        String marker = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
        LinkClaim claim = new LinkClaim(marker, NoteReference.random(random), now, now.plus(LEASE));
        return Claimed.first(key, placement, claim);
    }

    public LinkClaim renewed(LinkClaim claim) {
        return claim.until(clock.instant().plus(LEASE));
    }
}
