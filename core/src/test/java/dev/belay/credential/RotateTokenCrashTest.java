package dev.belay.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.credential.Line.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every call of a rotation is broken in every way, and then every call of the run an hour later: a pair is renewed, or its end is told
 * while the current token works. Never is a dead pair taken for a good one.
 */
final class RotateTokenCrashTest {
    private static final int MOST_CALLS = 24;

    private record Break(int call, Fault how) {}

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT1M", "PT2H"})
    void no_crash_leaves_a_dead_pair_unnoticed(Duration grace) {
        int broken = 0;
        for (Break first : breaks()) {
            for (Optional<Break> second : seconds()) {
                broken += play(grace, first, second);
            }
        }
        assertThat(broken).as("cases in which all broke that was to").isGreaterThan(1_500);
    }

    private static List<Break> breaks() {
        List<Break> breaks = new ArrayList<>();
        for (int call = 0; call < MOST_CALLS; call++) {
            for (Fault how : Fault.values()) {
                breaks.add(new Break(call, how));
            }
        }
        return breaks;
    }

    private static List<Optional<Break>> seconds() {
        List<Optional<Break>> all = new ArrayList<>();
        all.add(Optional.empty());
        breaks().forEach(each -> all.add(Optional.of(each)));
        return all;
    }

    private static int play(Duration grace, Break first, Optional<Break> second) {
        Account account = Account.due(grace);
        Instant end = account.held().current().expiresAt();
        boolean broke = run(account, first);
        account.clock.advance(Account.AN_HOUR);
        boolean brokeAgain = second.isEmpty() || run(account, second.get());
        account.clock.advance(Account.AN_HOUR);

        Rotation rotation = account.check();
        String what = first + ", then " + second + ": " + rotation;
        assertThat(account.clock.instant()).isBefore(end);
        switch (rotation) {
            case Rotation.Renewed _, Rotation.Kept _ ->
                assertThat(account.isAlive()).as(what).isTrue();
            case Rotation.Stuck stuck -> {
                assertThat(stuck.expiresAt()).as(what).isAfter(account.clock.instant());
                assertThat(stuck.why()).as(what).contains("./belay secrets put slack/T01ACME --stack belay' before");
                assertThat(account.isAlive()).as(what).isFalse();
                assertThat(isLost(account)).as("a false alarm: " + what).isTrue();
            }
            default -> throw new AssertionError(what);
        }
        account.clock.advance(Account.AN_HOUR);
        if (rotation instanceof Rotation.Stuck) {
            account.pairs.store(Account.WORKSPACE, account.issuer.install());
        }
        assertThat(account.check()).as(what).isEqualTo(new Rotation.Kept());
        assertThat(account.isAlive()).as(what).isTrue();
        return broke && brokeAgain ? 1 : 0;
    }

    /** The pair that is stored cannot be renewed by anybody. */
    private static boolean isLost(Account account) {
        return !account.issuer.isRenewable(account.held().current())
                && account.held().next().isEmpty();
    }

    private static boolean run(Account account, Break broken) {
        Line line = new Line().breaking(broken.call(), broken.how());
        try {
            account.rotation(line).rotate(Account.WORKSPACE);
        } catch (Line.Killed _) {
            return true;
        }
        return line.didBreak();
    }
}
