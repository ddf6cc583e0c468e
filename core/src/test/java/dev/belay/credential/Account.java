package dev.belay.credential;

import dev.belay.credential.TokenIssuer.Proof;
import dev.belay.credential.TokenPairs.Held;
import dev.belay.lease.InMemoryLeases;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One workspace with a rotating token, as it is stored and as Slack knows it. */
final class Account {
    static final String WORKSPACE = "T01ACME";
    static final Duration AN_HOUR = Duration.ofHours(1);

    final MovedClock clock = MovedClock.at(Sample.OPENED);
    final InMemoryTokenIssuer issuer;
    final InMemoryTokenPairs pairs = new InMemoryTokenPairs(clock);
    private final InMemoryLeases leases = new InMemoryLeases(clock);
    private final Random random = new Random(13);

    Account(Duration grace) {
        issuer = new InMemoryTokenIssuer(clock, grace);
        pairs.store(WORKSPACE, issuer.install());
    }

    /** With a pair that is due: it has five and a half hours left. */
    static Account due(Duration grace) {
        Account account = new Account(grace);
        account.clock.advance(Duration.ofMinutes(390));
        return account;
    }

    RotateToken rotation(Line line) {
        return new RotateToken(line.to(pairs), line.to(issuer), line.to(leases), clock, random, "belay");
    }

    Rotation check() {
        return rotation(new Line()).rotate(WORKSPACE);
    }

    Held held() {
        return pairs.read(WORKSPACE).orElseThrow();
    }

    /** What the check of the credential finds after a rotation. */
    Finding finding(Rotation rotation) {
        Finding checked =
                switch (issuer.prove(WORKSPACE, held().current())) {
                    case Proof.Taken _ -> new Finding.Taken("Slack accepts it", Optional.empty(), List.of());
                    case Proof.Expired _ -> new Finding.Refused("token_expired");
                    case Proof.Refused(String said) -> new Finding.Refused(said);
                };
        return rotation.over(checked, clock.instant());
    }

    /** Whether the token works, and can be renewed when its time comes. */
    boolean isAlive() {
        return issuer.prove(WORKSPACE, held().current()) instanceof Proof.Taken
                && issuer.isRenewable(held().next().orElse(held().current()));
    }
}
