package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.local.room.Person;
import dev.belay.simulator.servicenow.outage.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A record that refuses its notes holds up the other records of a shared channel for minutes, and what it refused is not lost. */
final class RefusedNotesTest extends OnEachPlatform {
    /** Of retries, and of the wait after the last of them. */
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    RefusedNotesTest() {
        super(InstantSource.fixed(Instant.now().plus(Duration.ofMinutes(2))));
    }

    @Test
    void what_one_record_refuses_is_set_aside_and_what_others_say_in_the_channel_is_noted() {
        String support = bench.room().support();
        String bad = opened("incident");
        String good = opened("change_request");
        String badCard = bench.cardOf(bad, support).id();
        bench.world().serviceNow().outage().next(100_000, "PATCH incident", Failure.forbidden());
        for (int i = 0; i < 10; i++) {
            marked(support, badCard, "bad " + i);
        }
        bench.poison();
        bench.pass(Duration.ofSeconds(6));
        bench.messageOnce();
        marked(support, bench.cardOf(good, support).id(), "good");
        Instant begun = clock.instant();
        while (bench.notes(good).stream().noneMatch(note -> note.contains("good"))) {
            assertThat(Duration.between(begun, clock.instant())).isLessThan(PATIENCE);
            bench.pass(Duration.ofSeconds(10));
            bench.messageOnce();
        }
        bench.messages();
        assertThat(bench.setAside()).isEqualTo(10);
        assertThat(bench.notes(bad)).noneMatch(note -> note.contains("bad"));
    }

    private void marked(String support, String card, String words) {
        bench.room().mark(Person.CAROL, support, bench.room().say(Person.BOB, support, card, words));
        bench.pass(Duration.ofMillis(10));
    }

    private String opened(String table) {
        String record = bench.open(
                table,
                Map.of(
                        "impact", "3",
                        "urgency", "3",
                        "short_description", "Switch",
                        "assignment_group", bench.world().serviceNow().people().group("Network")));
        bench.hints();
        bench.messages();
        return record;
    }
}
