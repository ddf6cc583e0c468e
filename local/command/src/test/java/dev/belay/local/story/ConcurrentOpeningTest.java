package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.belay.chat.Platform;
import dev.belay.incidentopened.IncidentOpenedHandler;
import dev.belay.local.lambda.Invocation;
import dev.belay.local.story.Backstage.Doing;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A hundred workers open the same record's conversation at once, with no queue between. */
final class ConcurrentOpeningTest {
    private static final int WORKERS = 100;

    @ParameterizedTest
    @EnumSource(Platform.class)
    void a_hundred_openings_make_one_channel_and_one_card(Platform platform) throws Exception {
        PassingClock clock = new PassingClock(Clock.systemUTC());
        Faults faults = new Faults();
        try (SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();
                Bench bench = Bench.beside(aws, faults, clock, platform)) {
            String incident = bench.open(1, 1, "Checkout down");
            IncidentOpenedHandler handler = bench.world().installation().incidentOpened();
            SQSEvent event = event(bench);
            Invocation context = Invocation.of("incident-opened", Duration.ofSeconds(60), clock);
            all(() -> handler.handleRequest(event, context));
            bench.hints();
            assertThat(bench.room().channels()).singleElement().satisfies(channel -> assertThat(channel.cards())
                    .hasSize(1));
            assertThat(bench.backstage().count(Doing.CREATE_CHANNEL)).isOne();
            assertThat(bench.backstage().count(Doing.POST_CARD)).isOne();
            assertThat(bench.notes(incident)).hasSize(1);
            assertThat(bench.setAside()).isZero();
        }
    }

    /** The event as the queue hands it over; the message stays in the queue. */
    private static SQSEvent event(Bench bench) {
        AtomicReference<SQSEvent> seen = new AtomicReference<>();
        bench.hint((event, context) -> {
            seen.set(event);
            throw new IllegalStateException("not now");
        });
        return java.util.Objects.requireNonNull(seen.get());
    }

    private static void all(Runnable work) throws Exception {
        CountDownLatch together = new CountDownLatch(WORKERS);
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                running.add(workers.submit(() -> {
                    together.countDown();
                    together.await();
                    work.run();
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }
}
