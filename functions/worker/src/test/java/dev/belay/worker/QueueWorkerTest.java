package dev.belay.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.aws.Aws;
import dev.belay.aws.AwsAccess;
import dev.belay.delivery.Deadline;
import dev.belay.delivery.Delivery;
import dev.belay.delivery.Trace;
import dev.belay.events.QueueMessage;
import dev.belay.events.RecordHintCodec;
import dev.belay.failure.CallEffect;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.FailureHistory.FailureStreak;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.http.Faults;
import dev.belay.step.Settling;
import dev.belay.time.MovedClock;
import dev.belay.worker.Disposition.AwaitCredential;
import dev.belay.worker.Disposition.DeadLetter;
import dev.belay.worker.Disposition.Delete;
import dev.belay.worker.Disposition.RetryLater;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a queue's messages, whatever becomes of the work on them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QueueWorkerTest {
    /** That of the template's queues. */
    private static final Duration VISIBILITY = Deadline.OF_A_FUNCTION.multipliedBy(6);

    private static final AtomicInteger STACKS = new AtomicInteger();

    /** A little ahead: the simulated queues date by the machine's time when a message may first be seen. */
    private final MovedClock clock = MovedClock.at(Instant.now().plus(Duration.ofMinutes(1)));

    private final SimulatedAws aws = SimulatedAws.start(0, new Faults(), clock).ready();
    private final List<String> handled = new ArrayList<>();
    private final List<String> again = new ArrayList<>();
    private final List<String> givenUp = new ArrayList<>();
    private final List<String> counted = new ArrayList<>();
    private final Map<String, FailureStreak> streaks = new HashMap<>();
    private DeliveredQueue queue = new DeliveredQueue(aws, "none");
    private DeliveredQueue deadLetters = queue;
    private DeliveredQueue otherQueue = queue;
    private DeliveredQueue otherDeadLetters = queue;
    private QueueWorker worker = worker();

    @BeforeEach
    void the_queues_are_empty() {
        Stack stack = new Stack("worker-" + STACKS.incrementAndGet())
                .create(aws, Stack.Expiry.OFF, List.of("slack", "teams"));
        queue = new DeliveredQueue(aws, stack.recordsQueue("slack"));
        deadLetters = new DeliveredQueue(aws, stack.recordsDeadLetters("slack"));
        otherQueue = new DeliveredQueue(aws, stack.recordsQueue("teams"));
        otherDeadLetters = new DeliveredQueue(aws, stack.recordsDeadLetters("teams"));
        worker = worker();
        List.of(handled, again, givenUp, counted).forEach(List::clear);
        streaks.clear();
    }

    @AfterAll
    void all_stops() {
        aws.close();
    }

    @Test
    void what_is_done_is_not_delivered_again() {
        send("a1", "a2", "b1");
        assertThat(deliver(done())).isEmpty();
        assertThat(handled).containsExactlyInAnyOrder("a1", "a2", "b1");
        clock.advance(VISIBILITY);
        assertThat(queue.receive()).isEmpty();
        assertThat(deadLetters.receive()).isEmpty();
    }

    @Test
    void what_follows_a_failed_message_is_not_touched_and_fails_with_it() {
        send("a1", "a2", "a3", "a4");
        assertThat(deliver(failing("a2"))).containsExactly("a2", "a3", "a4");
        assertThat(handled).containsExactly("a1", "a2");
    }

    @Test
    void each_message_waits_or_is_set_aside_where_it_came_from() {
        RetryLater inAnHour = new RetryLater(Optional.of(Duration.ofHours(1)), Optional.empty());
        for (Disposition disposition : List.of(new DeadLetter("no use"), inAnHour)) {
            otherQueue.send(disposition.getClass().getSimpleName(), "b1");
            otherQueue.deliver(event -> worker.handle(event, Invocations.WHOLE, work(_ -> disposition)));
        }
        clock.advance(VISIBILITY.multipliedBy(2));
        assertThat(otherQueue.receive()).isEmpty();
        assertThat(otherDeadLetters.receive()).hasSize(1);
        assertThat(deadLetters.receive()).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(otherQueue.receive()).hasSize(1);
    }

    @Test
    void a_group_comes_back_in_its_order_after_a_failure() {
        send("a1", "a2", "a3");
        deliver(failing("a1"));
        clock.advance(Duration.ofSeconds(3));
        assertThat(deliver(done()))
                .as("what was not touched is still held by its first delivery")
                .isEmpty();
        clock.advance(VISIBILITY);
        deliver(done());
        assertThat(handled).containsExactly("a1", "a1", "a2", "a3");
        assertThat(again).as("what may have been begun before").contains("a1");
    }

    @Test
    void a_group_waits_for_its_first_however_long_that_waits_and_another_group_does_not() {
        send("a1", "a2");
        Duration hour = Duration.ofHours(1);
        deliver(work(body -> new RetryLater(Optional.of(hour), Optional.empty())));
        clock.advance(VISIBILITY.multipliedBy(2));
        send("b1");
        assertThat(deliver(done())).isEmpty();
        assertThat(handled).containsExactly("a1", "b1");
        clock.advance(hour);
        deliver(done());
        assertThat(handled).containsExactly("a1", "b1", "a1", "a2");
    }

    @Test
    void an_unreadable_message_is_moved_to_the_dead_letter_queue_with_its_reason_and_blocks_nothing() {
        send("a{\"schema\":1}", "a2");
        assertThat(deliver(work(body -> {
                    if (body.startsWith("a{")) {
                        RecordHintCodec.read(body.substring(1));
                    }
                    return new Delete();
                })))
                .isEmpty();
        assertThat(handled).containsExactly("a{\"schema\":1}", "a2");
        JsonObject dead = deadLetter();
        assertThat(dead.getString("Body")).isEqualTo("a{\"schema\":1}");
        assertThat(dead.getObject("Attributes").getString("MessageGroupId")).isEqualTo("a");
        assertThat(reason(dead)).isNotBlank();
        assertThat(counted).containsExactly("MOVED_TO_DLQ UNPROCESSABLE");
    }

    @Test
    void a_message_is_worked_on_and_set_aside_under_the_correlation_id_that_it_carries() {
        queue.send("a", "a1", QueueMessage.CORRELATION_ID, "the-click");
        send("a2");
        List<String> ids = new ArrayList<>();
        deliver(work(body -> {
            ids.add(Trace.current().orElseThrow().correlationId());
            return new DeadLetter("unreadable");
        }));
        List<String> dead = deadLetters.receive().stream()
                .map(each -> attribute(each, QueueMessage.CORRELATION_ID))
                .toList();
        assertThat(ids).hasSize(2).first().isEqualTo("the-click");
        assertThat(ids.getLast()).as("its own id").isNotBlank();
        assertThat(dead).isEqualTo(ids);
    }

    @Test
    void a_reason_that_the_queue_would_not_take_is_told_in_what_it_takes() {
        send("a1", "b1");
        deliver(work(body -> new DeadLetter(body.equals("a1") ? "no\u0000such\nthing\uD83D" : "\u0007\n")));
        assertThat(deadLetters.receive().stream().map(QueueWorkerTest::reason).toList())
                .containsExactlyInAnyOrder("no such thing", "unknown");
    }

    @Test
    void an_outage_is_retried_after_the_time_that_the_outside_asked_for() {
        send("a1");
        Function<String, Disposition> limited = body -> {
            throw new Unavailable("slack", "a limit", Optional.of(Duration.ofSeconds(40)));
        };
        assertThat(deliver(work(limited))).containsExactly("a1");
        clock.advance(Duration.ofSeconds(39));
        assertThat(queue.receive()).isEmpty();
        clock.advance(Duration.ofSeconds(4));
        assertThat(deliver(done())).isEmpty();
        assertThat(again).containsExactly("a1");
        assertThat(counted).containsExactly("RETRY_LATER slack");
    }

    @Test
    void limits_that_name_their_time_grow_nothing_however_many_there_were() {
        send("a1");
        Instant start = clock.instant();
        for (int i = 0; i < 8; i++) {
            deliver(work(body -> {
                throw new Unavailable("slack", "a limit", Optional.of(Duration.ofSeconds(40)));
            }));
            clock.advance(Duration.ofSeconds(43));
        }
        assertThat(deliver(done())).isEmpty();
        assertThat(handled).hasSize(9);
        assertThat(Duration.between(start, clock.instant())).isLessThan(Duration.ofSeconds(8 * 43 + 1));
        assertThat(streaks).isEmpty();
    }

    @Test
    void the_first_outage_after_many_limits_waits_as_the_first() {
        send("a1");
        for (int i = 0; i < 8; i++) {
            deliver(work(body -> RetryLater.atLeast(Duration.ofSeconds(1))));
            clock.advance(Duration.ofSeconds(3));
        }
        deliver(work(body -> RetryLater.WITH_BACKOFF));
        clock.advance(Duration.ofSeconds(3));
        assertThat(deliver(done())).isEmpty();
        assertThat(handled).hasSize(10);
    }

    @Test
    void what_waited_for_thirteen_days_is_moved_to_the_dead_letter_queue_and_told() {
        send("a1");
        worker = worker(Clock.offset(clock, Duration.ofDays(13).minusMinutes(5)));
        deliver(work(body -> new Disposition.Pause()));
        assertThat(givenUp).isEmpty();
        clock.advance(Duration.ofMinutes(31));
        assertThat(deliver(work(body -> RetryLater.WITH_BACKOFF))).isEmpty();
        assertThat(givenUp).containsExactly("a1");
        assertThat(reason(deadLetter())).isEqualTo("waited for 13 days");
        assertThat(counted).contains("MOVED_TO_DLQ TOO_OLD");
    }

    @Test
    void who_works_knows_the_message_and_the_time_that_is_left() {
        send("a1");
        List<Delivery> seen = new ArrayList<>();
        deliver(work(body -> {
            seen.add(Delivery.current().orElseThrow());
            return new Delete();
        }));
        assertThat(seen).singleElement().satisfies(delivery -> {
            assertThat(delivery.messageId()).isNotBlank();
            assertThat(delivery.deadline().left()).isEqualTo(Deadline.OF_A_FUNCTION);
        });
        assertThat(Delivery.current()).isEmpty();
    }

    @Test
    void what_does_not_fit_any_more_comes_back_at_once_with_a_whole_budget() {
        send("a1");
        assertThat(deliver(new Invocations(3_000), work(QueueWorkerTest::calling)))
                .containsExactly("a1");
        assertThat(counted).containsExactly("RETRY_LATER deadline");
        assertThat(streaks).as("nothing failed").isEmpty();
        clock.advance(Duration.ofSeconds(3));
        assertThat(deliver(work(QueueWorkerTest::calling))).isEmpty();
        assertThat(handled).containsExactly("a1", "a1");
    }

    @Test
    void where_no_time_is_left_at_all_the_function_still_says_that_the_message_is_not_done() {
        send("a1");
        assertThat(deliver(new Invocations(0), work(QueueWorkerTest::calling))).containsExactly("a1");
        clock.advance(VISIBILITY.minusSeconds(10));
        assertThat(deliver(done())).isEmpty();
        assertThat(handled).containsExactly("a1");
        clock.advance(Duration.ofSeconds(20));
        assertThat(deliver(done())).isEmpty();
        assertThat(handled).containsExactly("a1", "a1");
    }

    /** A write that takes no time, if there is time for it. */
    private static Disposition calling(String body) {
        assertThat(Delivery.currentDeadline().timeFor("slack", CallEffect.NOT_IDEMPOTENT, Duration.ofSeconds(8)))
                .as(body)
                .isPositive();
        return new Delete();
    }

    @Test
    void an_outage_of_days_moves_nothing_to_the_dead_letter_queue() {
        send("a1");
        for (int i = 0; i < 60; i++) {
            assertThat(deliver(work(body -> {
                        throw new Unavailable("slack", "it is down", Optional.empty());
                    })))
                    .containsExactly("a1");
            clock.advance(Duration.ofMinutes(31));
        }
        assertThat(deadLetters.receive()).isEmpty();
        assertThat(deliver(done())).isEmpty();
    }

    static List<Supplier<Disposition>> waits() {
        return List.of(() -> new AwaitCredential("slack/T01ACME"), () -> {
            throw new CredentialsRefused("slack", "token_revoked");
        });
    }

    @ParameterizedTest
    @MethodSource("waits")
    void a_refused_credential_of_days_moves_nothing_to_the_dead_letter_queue(Supplier<Disposition> wait) {
        send("a1");
        for (int i = 0; i < 60; i++) {
            assertThat(deliver(work(body -> wait.get()))).containsExactly("a1");
            clock.advance(Duration.ofMinutes(31));
        }
        assertThat(givenUp).isEmpty();
        assertThat(deadLetters.receive()).isEmpty();
        assertThat(counted).allMatch(count -> count.startsWith("RETRY_LATER "));
        assertThat(deliver(done())).isEmpty();
    }

    @Test
    void a_young_message_that_waits_for_a_credential_is_looked_at_within_a_minute_and_that_is_no_failure_of_it() {
        send("a1");
        worker = worker(Clock.offset(clock, Duration.between(clock.instant(), Instant.now())));
        assertThat(deliver(work(body -> new AwaitCredential("slack/T01ACME")))).containsExactly("a1");
        clock.advance(Duration.ofSeconds(14));
        assertThat(queue.receive()).isEmpty();
        clock.advance(Duration.ofSeconds(47));
        assertThat(deliver(work(body -> new AwaitCredential("slack/T01ACME")))).containsExactly("a1");
        assertThat(streaks).isEmpty();
    }

    @Test
    void an_unknown_outcome_settles_before_anybody_looks() {
        send("a1");
        assertThat(deliver(work(body -> {
                    throw new OutcomeUnknown("slack", "a post");
                })))
                .containsExactly("a1");
        clock.advance(Settling.TIME.minusSeconds(1));
        assertThat(queue.receive()).isEmpty();
        clock.advance(Duration.ofSeconds(2));
        assertThat(deliver(done())).isEmpty();
        assertThat(counted).containsExactly("OUTCOME_UNKNOWN slack");
    }

    @Test
    void a_refusal_is_retried_for_hours_and_then_dead_lettered_and_told_once() {
        Rejected refusal = new Rejected("slack", "missing_scope");
        send("a1");
        int deliveries = 0;
        Instant start = clock.instant();
        while (givenUp.isEmpty()) {
            deliver(work(body -> {
                throw refusal;
            }));
            deliveries++;
            clock.advance(Duration.ofMinutes(31));
        }
        assertThat(deliveries).isGreaterThan(6);
        assertThat(Duration.between(start, clock.instant())).isBetween(Duration.ofHours(5), Duration.ofHours(6));
        assertThat(givenUp).containsExactly("a1");
        assertThat(reason(deadLetter())).contains("slack", refusal.said());
        assertThat(queue.receive()).isEmpty();
        assertThat(counted).contains("REJECTED slack").endsWith("MOVED_TO_DLQ OUT_OF_PATIENCE");
    }

    @Test
    void a_refusal_is_retried_no_longer_than_its_function_has_patience() {
        MessageProcessor hurried = new MessageProcessor() {
            @Override
            public Disposition process(String body, boolean delivered) {
                throw new Rejected("slack", "missing_scope");
            }

            @Override
            public Duration patience() {
                return Duration.ofMinutes(15);
            }
        };
        send("a1");
        Instant start = clock.instant();
        while (!counted.contains("MOVED_TO_DLQ OUT_OF_PATIENCE")) {
            deliver(hurried);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(Duration.between(start, clock.instant())).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(18));
        assertThat(reason(deadLetter())).contains("missing_scope");
    }

    @Test
    void an_unexpected_exception_is_retried_a_few_times_and_then_dead_lettered_though_nobody_can_be_told() {
        send("a1", "a2");
        MessageProcessor broken = new MessageProcessor() {
            @Override
            public Disposition process(String body, boolean delivered) {
                handled.add(body);
                if (body.equals("a1")) {
                    throw new IllegalStateException("a secret of the body");
                }
                return new Delete();
            }

            @Override
            public void giveUp(String body) {
                givenUp.add(body);
                throw new IllegalStateException("the chat is down too");
            }
        };
        for (int i = 0; i < 6; i++) {
            assertThat(givenUp).isEmpty();
            deliver(broken);
            clock.advance(VISIBILITY);
        }
        assertThat(givenUp).containsExactly("a1");
        assertThat(handled.getLast()).isEqualTo("a2");
        assertThat(reason(deadLetter())).isEqualTo("IllegalStateException");
    }

    @Test
    void what_cannot_be_dead_lettered_now_is_delivered_again_and_dead_lettered_once() {
        send("a1", "a2");
        assertThat(deliver(work(body -> {
                    aws.interrupt("sqs");
                    return new DeadLetter("malformed");
                })))
                .containsExactly("a1", "a2");
        aws.restore("sqs");
        assertThat(deadLetters.receive()).isEmpty();
        clock.advance(VISIBILITY);
        assertThat(deliver(work(body -> new DeadLetter("malformed")))).isEmpty();
        assertThat(deadLetters.receive()).hasSize(2);
    }

    @Test
    void what_cannot_be_told_to_wait_is_delivered_again_all_the_same() {
        send("a1");
        assertThat(deliver(work(body -> {
                    aws.interrupt("sqs");
                    return RetryLater.atLeast(Duration.ofHours(1));
                })))
                .containsExactly("a1");
        aws.restore("sqs");
        clock.advance(VISIBILITY);
        assertThat(deliver(done())).isEmpty();
    }

    @Test
    void nothing_of_a_body_is_counted_or_named_as_a_reason() {
        send("a1 Printer of Alice");
        deliver(work(body -> {
            throw new Rejected("servicenow", "403");
        }));
        assertThat(counted).isNotEmpty().allSatisfy(count -> assertThat(count).doesNotContain("Alice"));
    }

    private QueueWorker worker() {
        return worker(clock);
    }

    /** @param now what the messages' age is told by */
    private QueueWorker worker(Clock now) {
        Credentials role = aws.credentialsFor("incident-opened");
        AwsAccess.Keys keys = new AwsAccess.Keys(role.accessKeyId(), role.secretAccessKey(), role.sessionToken());
        AwsAccess access = new AwsAccess(SimulatedAws.REGION, Optional.of(aws.url()), Optional.empty()).with(keys);
        return new QueueWorker(
                new Aws(access, clock).queues(),
                List.of(
                        new WorkQueue(otherQueue.url(), otherDeadLetters.url()),
                        new WorkQueue(queue.url(), deadLetters.url())),
                this::failed,
                (metric, kind) -> counted.add(metric + " " + kind),
                now,
                new Random(11));
    }

    private FailureStreak failed(String message) {
        return streaks.merge(
                message,
                new FailureStreak(clock.instant(), 1),
                (before, _) -> new FailureStreak(before.since(), before.times() + 1));
    }

    /** Messages whose first letter is their group. */
    private void send(String... bodies) {
        for (String body : bodies) {
            queue.send(body.substring(0, 1), body);
        }
    }

    private List<String> deliver(MessageProcessor work) {
        return deliver(Invocations.WHOLE, work);
    }

    private List<String> deliver(Invocations invocation, MessageProcessor work) {
        return queue.deliver(event -> worker.handle(event, invocation, work));
    }

    private MessageProcessor done() {
        return work(body -> new Delete());
    }

    private MessageProcessor failing(String failed) {
        return work(body -> body.equals(failed) ? RetryLater.WITH_BACKOFF : new Delete());
    }

    private MessageProcessor work(Function<String, Disposition> disposition) {
        return new MessageProcessor() {
            @Override
            public Disposition process(String body, boolean delivered) {
                handled.add(body);
                if (delivered) {
                    again.add(body);
                }
                return disposition.apply(body);
            }

            @Override
            public void giveUp(String body) {
                givenUp.add(body);
            }
        };
    }

    private JsonObject deadLetter() {
        List<JsonObject> all = deadLetters.receive();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static String reason(JsonObject dead) {
        return attribute(dead, "reason");
    }

    private static String attribute(JsonObject message, String name) {
        return message.getObject("MessageAttributes").getObject(name).getString("StringValue");
    }
}
