package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.fuzz.Enumeration;
import dev.belay.incidentopened.IncidentOpenedHandler;
import dev.belay.local.room.Room;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A thousand incidents are opened at once, more than a platform's limits let through; then half of them are promoted, all are ended and a
 * tenth reopened, and one event in a hundred is lost. After one reconciliation everything agrees, and nothing is there twice. Time is
 * simulated, and what was made is counted at the simulators. There are a thousand with {@code -Dbelay.enumeration=full}, and fewer else.
 */
final class StormTest {
    private static final int WORKERS = 4;
    private static final int ALL = Enumeration.asked().of(1_000, 100, 20);
    private static final Duration WHOLE_SECONDS = Duration.ofSeconds(5);
    private static final Duration FAR_TOO_LONG = Duration.ofHours(6);

    /** Ahead of the machine's time, by which the simulated queues date when a message may first be seen, however slow the machine is. */
    private static final Duration AHEAD = Duration.ofHours(6);

    private final PassingClock clock =
            new PassingClock(InstantSource.fixed(Instant.now().plus(AHEAD)));
    private final Faults faults = new Faults();

    @ParameterizedTest
    @EnumSource(Platform.class)
    void after_one_reconciliation_everything_agrees(Platform platform) {
        try (SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();
                Bench bench = Bench.beside(aws, faults, clock, platform)) {
            bench.limits(true);
            List<String> all = opened(bench);
            Instant start = clock.instant();
            drain(bench);
            Duration took = Duration.between(start, clock.instant());
            Duration dictated = bench.limitsDictate();
            System.out.println(ALL + " incidents at once on " + platform.label() + " took " + took.toSeconds()
                    + " s of simulated time, and the limits dictate " + dictated.toSeconds() + " s");
            assertThat(took).as("the limits dictate %s", dictated).isLessThanOrEqualTo(atMost(dictated));
            eachHasOne(bench, all, all.size() / 2);

            change(bench, all.subList(0, all.size() / 2), Map.of("impact", "1", "urgency", "1"));
            change(bench, all, Map.of("state", "6", "close_code", "Solved", "close_notes", "Restarted"));
            change(bench, all.subList(0, all.size() / 10), Map.of("state", "2", "active", "true"));
            clock.pass(Duration.ofMinutes(1));
            bench.reconcile();
            drain(bench);
            agrees(bench, all);
        }
    }

    /** A tenth more, and for few records some of the whole seconds that a limit is waited for. */
    private static Duration atMost(Duration dictated) {
        return Duration.ofMillis(Math.max(
                Math.round(dictated.toMillis() * 1.1),
                dictated.plus(WHOLE_SECONDS).toMillis()));
    }

    /** The first half of lower priority. */
    private static List<String> opened(Bench bench) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < ALL; i++) {
            all.add(
                    i < ALL / 2
                            ? bench.open(3, 3, "Printer " + i + " jams")
                            : bench.open(1, 1, "Checkout " + i + " down"));
        }
        return all;
    }

    /** One event in a hundred is lost; what is left in the queues is delivered. */
    private void change(Bench bench, List<String> incidents, Map<String, String> fields) {
        int number = 0;
        for (String incident : incidents) {
            bench.world().serviceNow().rule().active(!isLost(number++));
            bench.change(incident, fields);
        }
        bench.world().serviceNow().rule().active(true);
        drain(bench);
    }

    /** Time stands still but for the seconds that the queues wait. */
    private void drain(Bench bench) {
        List<IncidentOpenedHandler> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            workers.add(bench.world().installation().incidentOpened());
        }
        Instant start = clock.instant();
        while (bench.waiting() > 0) {
            int came = 1;
            for (int turn = 0; came > 0; turn++) {
                came = bench.hint(workers.get(turn % WORKERS));
            }
            clock.pass(Duration.ofSeconds(1));
            assertThat(Duration.between(start, clock.instant())).isLessThan(FAR_TOO_LONG);
            bench.sendHeld();
        }
    }

    private static void eachHasOne(Bench bench, List<String> all, int channels) {
        assertThat(bench.room().channels())
                .hasSize(channels)
                .allMatch(place -> place.cards().size() == 1);
        assertThat(bench.room().cards(bench.room().support())).hasSize(all.size() - channels);
    }

    private static void agrees(Bench bench, List<String> all) {
        Map<String, Room.Place> places =
                bench.room().channels().stream().collect(Collectors.toMap(Room.Place::id, place -> place));
        Map<String, List<Room.Card>> threads = bench.room().cards(bench.room().support()).stream()
                .collect(Collectors.groupingBy(card -> all.stream()
                        .filter(card.content()::contains)
                        .findFirst()
                        .orElse("")));
        long channels = 0;
        for (int i = 0; i < all.size(); i++) {
            String incident = all.get(i);
            boolean promoted = i >= all.size() / 2 || !isLost(i) || isReopened(i, all);
            channels += promoted ? 1 : 0;
            List<Room.Card> cards = promoted
                    ? Objects.requireNonNull(places.get(
                                    bench.incident(incident).value(bench.room().field())))
                            .cards()
                    : threads.getOrDefault(incident, List.of());
            assertThat(cards).as("the cards of %d", i).hasSize(1);
            assertThat(cards.getFirst().content())
                    .as("the card of %d", i)
                    .contains("P1 ", isReopened(i, all) ? "In Progress" : "Resolved");
            assertThat(bench.notes(incident).stream().filter(note -> note.contains("conversation about this record")))
                    .as("the notes of %d", i)
                    .hasSize(promoted && i < all.size() / 2 ? 2 : 1);
        }
        assertThat(places).as("no channel twice").hasSize(Math.toIntExact(channels));
    }

    private static boolean isLost(int number) {
        return number % 100 == 50;
    }

    private static boolean isReopened(int number, List<String> all) {
        return number < all.size() / 10;
    }
}
