package dev.belay.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.delivery.Delivery;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A token that rotates is renewed in time, stored before it is used, and told of when it cannot be. */
final class RotateTokenTest {
    private static final Duration NO_GRACE = Duration.ZERO;

    private final Account account = new Account(NO_GRACE);

    @Test
    void what_does_not_rotate_is_left_alone() {
        assertThat(account.rotation(new Line()).rotate("T02PLAIN")).isEqualTo(new Rotation.NotRotating());
    }

    @Test
    void a_fresh_pair_is_kept() {
        assertThat(account.check()).isEqualTo(new Rotation.Kept());
        account.clock.advance(Duration.ofHours(6));
        assertThat(account.check()).as("six hours left").isEqualTo(new Rotation.Kept());
        assertThat(account.issuer.renewals()).isZero();
    }

    @Test
    void a_pair_with_less_than_six_hours_is_renewed_and_the_new_one_is_current() {
        account.clock.advance(Duration.ofHours(6).plusSeconds(1));
        Instant end = account.clock.instant().plus(InMemoryTokenIssuer.LIFE);
        Line line = new Line();
        assertThat(account.rotation(line).rotate(Account.WORKSPACE)).isEqualTo(new Rotation.Renewed(end));
        assertThat(line.calls())
                .as("stored before its first use")
                .containsExactly(
                        "read", "acquire", "read", "begun", "begin", "renew", "stage", "prove", "promote", "release");
        assertThat(account.held().current().expiresAt()).isEqualTo(end);
        assertThat(account.isAlive()).isTrue();
        assertThat(account.check()).isEqualTo(new Rotation.Kept());
    }

    @Test
    void a_year_of_hourly_checks_renews_without_a_gap() {
        for (int hour = 0; hour < 365 * 24; hour++) {
            account.clock.advance(Account.AN_HOUR);
            account.check();
            assertThat(account.isAlive()).isTrue();
        }
        assertThat(account.issuer.renewals()).isBetween(365 * 24 / 7 - 1, 365 * 24 / 6 + 1);
    }

    @Test
    void an_end_that_was_guessed_too_late_does_not_let_the_token_die() {
        TokenPair pair = account.held().current();
        account.pairs.store(
                Account.WORKSPACE,
                new TokenPair(
                        pair.accessToken(),
                        pair.refreshToken(),
                        pair.expiresAt().plus(Duration.ofHours(8))));
        assertThat(account.check()).as("no token lives so long").isInstanceOf(Rotation.Renewed.class);

        TokenPair next = account.held().current();
        account.clock.advance(Duration.ofHours(5));
        account.pairs.store(
                Account.WORKSPACE,
                new TokenPair(
                        next.accessToken(),
                        next.refreshToken(),
                        account.clock.instant().plus(InMemoryTokenIssuer.LIFE)));
        account.clock.advance(Duration.ofHours(5));
        assertThat(account.check()).as("it works, and nothing tells").isEqualTo(new Rotation.Kept());
        account.clock.advance(Duration.ofHours(2));
        account.pairs.store(
                Account.WORKSPACE,
                new TokenPair(
                        next.accessToken(),
                        next.refreshToken(),
                        account.clock.instant().plus(Duration.ofHours(8))));
        assertThat(account.check()).as("Slack says that it ended").isInstanceOf(Rotation.Renewed.class);
        assertThat(account.isAlive()).isTrue();
    }

    @Test
    void a_token_that_ended_while_nothing_ran_is_renewed() {
        account.clock.advance(Duration.ofDays(3));
        assertThat(account.check()).isInstanceOf(Rotation.Renewed.class);
        assertThat(account.isAlive()).isTrue();
    }

    @Test
    void a_next_pair_that_ended_unused_is_promoted_and_renewed() {
        stageWithoutPromoting();
        account.clock.advance(Duration.ofDays(3));
        assertThat(account.check()).isInstanceOf(Rotation.Renewed.class);
        assertThat(account.issuer.renewals()).isEqualTo(2);
        assertThat(account.isAlive()).isTrue();
    }

    @Test
    void a_next_pair_that_is_refused_is_told_while_the_current_one_works() {
        stageWithoutPromoting();
        account.issuer.renew(Account.WORKSPACE, account.held().next().orElseThrow());
        account.issuer.renew(
                Account.WORKSPACE, account.held().next().orElseThrow()); // refused: it has been renewed by somebody
        account.issuer.revokeAll();
        Rotation rotation = account.check();
        assertThat(rotation).isInstanceOfSatisfying(Rotation.Stuck.class, stuck -> assertThat(stuck.why())
                .contains("token_revoked", "./belay secrets put slack/T01ACME --stack belay", "before"));
        assertThat(account.held().next()).as("it stays, unused").isPresent();
    }

    private void stageWithoutPromoting() {
        account.clock.advance(Duration.ofHours(7));
        Line line = new Line().breaking(8, Line.Fault.NOT_SENT);
        assertThat(account.rotation(line).rotate(Account.WORKSPACE)).isInstanceOf(Rotation.Delayed.class);
        assertThat(line.calls()).contains("stage", "promote");
        assertThat(account.held().next()).isPresent();
    }

    @Test
    void a_refresh_token_that_is_dead_is_told_at_once_with_the_time_that_is_left() {
        account.clock.advance(Duration.ofHours(7));
        account.issuer.renew(Account.WORKSPACE, account.held().current());
        Instant end = account.held().current().expiresAt();
        Rotation rotation = account.check();
        assertThat(rotation).isInstanceOfSatisfying(Rotation.Stuck.class, stuck -> {
            assertThat(stuck.why())
                    .contains(
                            "invalid_refresh_token",
                            "used by somebody else",
                            "secrets put slack/T01ACME --stack belay' before " + end)
                    .doesNotContain("xoxe");
            assertThat(stuck.expiresAt()).isEqualTo(end);
        });
        assertThat(account.finding(rotation))
                .isInstanceOfSatisfying(
                        Finding.Taken.class, taken -> assertThat(taken.ends()).contains(end));
        account.clock.advance(Duration.ofHours(6));
        Rotation after = account.check();
        assertThat(after).isInstanceOfSatisfying(Rotation.Stuck.class, stuck -> assertThat(stuck.why())
                .contains("now: the current token ended at " + end));
        assertThat(account.finding(after)).isInstanceOf(Finding.Refused.class);

        account.pairs.store(Account.WORKSPACE, account.issuer.install());
        assertThat(account.check()).as("a person stored another").isEqualTo(new Rotation.Kept());
        assertThat(account.isAlive()).isTrue();
    }

    @Test
    void a_renewal_that_was_begun_before_says_so() {
        account.clock.advance(Duration.ofHours(7));
        Instant begun = account.clock.instant();
        Line line = new Line().breaking(5, Line.Fault.KILLED_AFTER);
        kill(line);
        assertThat(line.calls().getLast()).isEqualTo("renew");
        account.clock.advance(Account.AN_HOUR);
        assertThat(account.check()).isInstanceOfSatisfying(Rotation.Stuck.class, stuck -> assertThat(stuck.why())
                .contains("a renewal was begun at " + begun));
    }

    private void kill(Line line) {
        try {
            account.rotation(line).rotate(Account.WORKSPACE);
        } catch (Line.Killed _) {
            return;
        }
        throw new AssertionError("nobody was killed");
    }

    @Test
    void a_wrong_secret_of_the_app_loses_nothing_and_is_told_at_once() {
        account.clock.advance(Duration.ofHours(7));
        account.issuer.appKnown(false);
        Rotation rotation = account.check();
        assertThat(rotation).isInstanceOfSatisfying(Rotation.Stuck.class, stuck -> assertThat(stuck.why())
                .contains("bad_client_secret", "secrets put slack-app --stack belay' before"));
        account.issuer.appKnown(true);
        assertThat(account.check()).isInstanceOf(Rotation.Renewed.class);
    }

    @Test
    void a_renewal_that_failed_is_told_when_two_hours_are_left() {
        account.clock.advance(Duration.ofHours(7));
        Rotation early =
                account.rotation(new Line().breaking(5, Line.Fault.NOT_SENT)).rotate(Account.WORKSPACE);
        assertThat(early).isInstanceOf(Rotation.Delayed.class);
        assertThat(account.finding(early)).isInstanceOfSatisfying(Finding.Taken.class, taken -> assertThat(taken.ends())
                .isEmpty());
        account.clock.advance(Duration.ofHours(3));
        assertThat(account.finding(
                        new Rotation.Delayed("why", account.held().current().expiresAt())))
                .isInstanceOfSatisfying(Finding.Taken.class, taken -> {
                    assertThat(taken.ends()).contains(account.held().current().expiresAt());
                    assertThat(taken.proof()).startsWith("why. Until ");
                });
    }

    @Test
    void after_a_begun_renewal_even_a_slack_that_does_not_answer_is_told_at_once() {
        account.clock.advance(Duration.ofHours(7));
        kill(new Line().breaking(5, Line.Fault.KILLED_AFTER));
        account.clock.advance(Account.AN_HOUR);
        assertThat(account.rotation(new Line().breaking(5, Line.Fault.NOT_SENT)).rotate(Account.WORKSPACE))
                .isInstanceOfSatisfying(Rotation.Stuck.class, stuck -> assertThat(stuck.why())
                        .contains("may have been renewed", "The next check tries again"));
    }

    @Test
    void a_store_that_takes_no_write_uses_up_no_refresh_token() {
        account.clock.advance(Duration.ofHours(7));
        TokenPairs readOnly = new Line().to(account.pairs);
        TokenPairs denied = new TokenPairs() {
            @Override
            public Optional<Held> read(String workspace) {
                return readOnly.read(workspace);
            }

            @Override
            public Optional<Instant> begun(Held held) {
                return readOnly.begun(held);
            }

            @Override
            public void begin(Held held) {
                throw new Rejected("secretsmanager", "PutSecretValue: AccessDeniedException");
            }

            @Override
            public TokenPair stage(Held held, TokenPair next) {
                throw new AssertionError("nothing may be renewed");
            }

            @Override
            public boolean promote(Held held) {
                throw new AssertionError("nothing may be renewed");
            }
        };
        assertThat(rotation(denied, account.issuer).rotate(Account.WORKSPACE))
                .isInstanceOfSatisfying(Rotation.Stuck.class, stuck -> assertThat(stuck.why())
                        .contains("AccessDeniedException", "mend this before"));
        assertThat(account.issuer.renewals()).isZero();
        assertThat(account.check()).isInstanceOf(Rotation.Renewed.class);
    }

    private RotateToken rotation(TokenPairs pairs, TokenIssuer issuer) {
        return new RotateToken(
                pairs,
                issuer,
                new dev.belay.lease.InMemoryLeases(account.clock),
                account.clock,
                new Random(1),
                "belay");
    }

    @Test
    void what_keeps_slack_from_being_asked_is_told_at_once() {
        account.clock.advance(Duration.ofHours(7));
        for (ExternalFailure failure : List.of(
                new Rejected("secretsmanager", "the secret belay/slack-app is missing"),
                new CredentialsRefused("slack", "belay/slack-app is wrong"))) {
            TokenIssuer unasked = new TokenIssuer() {
                @Override
                public Renewal renew(String workspace, TokenPair current) {
                    throw failure;
                }

                @Override
                public Proof prove(String workspace, TokenPair pair) {
                    return account.issuer.prove(workspace, pair);
                }
            };
            assertThat(rotation(account.pairs, unasked).rotate(Account.WORKSPACE))
                    .isInstanceOfSatisfying(Rotation.Stuck.class, stuck -> assertThat(stuck.why())
                            .contains("belay/slack-app"));
        }
    }

    @Test
    void what_cannot_be_read_is_left_to_the_check() {
        Rotation rotation =
                account.rotation(new Line().breaking(0, Line.Fault.NOT_SENT)).rotate(Account.WORKSPACE);
        assertThat(rotation).isInstanceOf(Rotation.NotRead.class);
        Finding checked = new Finding.NotChecked("it");
        assertThat(rotation.over(checked, account.clock.instant())).isSameAs(checked);
    }

    @Test
    void with_little_time_nothing_is_begun() {
        account.clock.advance(Duration.ofHours(7));
        Delivery delivery = Delivery.of("check", account.clock.instant(), () -> RotateToken.TIME.minusSeconds(1));
        Line line = new Line();
        assertThat(delivery.run(() -> account.rotation(line).rotate(Account.WORKSPACE)))
                .isInstanceOf(Rotation.Delayed.class);
        assertThat(line.calls()).doesNotContain("begin", "renew");
    }

    @Test
    void a_token_that_ended_and_cannot_be_renewed_is_unhealthy_though_slack_does_not_answer() {
        Instant end = account.held().current().expiresAt();
        Finding silent = new Finding.NotChecked("Slack does not answer");
        assertThat(new Rotation.Stuck("why", end).over(silent, end.minusSeconds(1)))
                .isEqualTo(new Finding.NotChecked("Slack does not answer. And why"));
        assertThat(new Rotation.Stuck("why", end).over(silent, end)).isInstanceOf(Finding.Refused.class);
    }

    @Test
    void a_pair_never_shows_its_tokens() {
        TokenPair pair = account.held().current();
        assertThat(account.held().toString()).doesNotContain("xoxe");
        assertThat(pair.fingerprint("next"))
                .hasSize(64)
                .isEqualTo(pair.fingerprint("next"))
                .isNotEqualTo(pair.fingerprint("begun"));
    }
}
