package dev.belay.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.audit.Audit.Outcome;
import dev.belay.audit.Audit.Start;
import dev.belay.audit.finding.AuditReport;
import dev.belay.failure.Calls;
import dev.belay.failure.Calls.Ending;
import dev.belay.failure.ExternalFailure;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that ends at any outside call, in any way, is gone on with: the report is the same. */
final class AuditCrashTest {
    private static final Duration WHOLE = Duration.ofSeconds(290);

    private static Desk desk() {
        Desk desk = new Desk();
        desk.conversing(1);
        Standing gone = desk.conversing(2);
        desk.conversing(3);
        desk.claimed(desk.opened(2));
        RecordSnapshot named = desk.opened(3);
        desk.foreign("old-" + named.number().toLowerCase(Locale.ROOT));
        desk.ended(desk.record(desk.conversing(1)), RecordState.RESOLVED);
        desk.chat.deleteByHand(gone.conversation().channel());
        desk.clock.advance(Duration.ofHours(1));
        return desk;
    }

    private static AuditReport undisturbed() {
        return desk().goOn(Start.AT_ONCE);
    }

    private static int calls() {
        Calls calls = Calls.undisturbed();
        desk().run(calls, Start.AT_ONCE, () -> WHOLE);
        return calls.names().size();
    }

    private static void endsAt(Desk desk, int number, Ending ending) {
        try {
            desk.run(Calls.ending(number, ending), Start.AT_ONCE, () -> WHOLE);
        } catch (Calls.Killed | ExternalFailure _) {
            // as told
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Ending.class,
            names = {"KILLED_BEFORE", "KILLED_AFTER", "UNAVAILABLE"})
    void wherever_it_ends_the_next_run_goes_on_and_finds_the_same(Ending ending) {
        AuditReport whole = undisturbed();
        assertThat(whole.findings()).hasSizeGreaterThan(3);
        int calls = calls();
        assertThat(calls).isGreaterThan(30);
        for (int number = 1; number <= calls; number++) {
            Desk desk = desk();
            endsAt(desk, number, ending);
            desk.clock.advance(Duration.ofMinutes(6));
            AuditReport resumed = desk.goOn(Start.AT_ONCE);
            assertThat(resumed.findings()).as(ending + " at call " + number).isEqualTo(whole.findings());
            assertThat(resumed.shares()).isEqualTo(whole.shares());
            assertThat(resumed.counted()).isEqualTo(whole.counted());
        }
    }

    /** As the schedule runs it: what was found is told, and told again at most where it ended while it was told. */
    @ParameterizedTest
    @EnumSource(
            value = Ending.class,
            names = {"KILLED_BEFORE", "KILLED_AFTER", "UNAVAILABLE"})
    void wherever_a_scheduled_run_ends_what_it_found_is_told(Ending ending) {
        Calls undisturbed = Calls.undisturbed();
        Desk whole = desk();
        whole.scheduled(undisturbed);
        assertThat(whole.run(Start.WHEN_DUE)).isInstanceOf(Outcome.NotDue.class);
        int calls = undisturbed.names().size();
        assertThat(calls).isGreaterThan(30);
        for (int number = 1; number <= calls; number++) {
            Desk desk = desk();
            try {
                desk.scheduled(Calls.ending(number, ending));
            } catch (Calls.Killed | ExternalFailure _) {
                // as told
            }
            for (int again = 0; again < 12; again++) {
                desk.clock.advance(Duration.ofMinutes(6));
                desk.scheduled(Calls.undisturbed());
            }
            assertThat(desk.tellings).as(ending + " at call " + number).isBetween(1, 2);
        }
    }

    @Test
    void what_was_listed_before_a_kill_is_not_listed_again() {
        Desk desk = desk();
        long pages = pagesOf(Calls.undisturbed(), desk());
        Calls first = Calls.ending(callOf("ChangedRecords.some"), Ending.KILLED_BEFORE);
        try {
            desk.run(first, Start.AT_ONCE, () -> WHOLE);
        } catch (Calls.Killed _) {
            // as told
        }
        desk.clock.advance(Duration.ofMinutes(6));
        assertThat(listed(first)).isEqualTo(pages);
        assertThat(pagesOf(Calls.undisturbed(), desk)).isZero();
    }

    private static int callOf(String name) {
        Calls calls = Calls.undisturbed();
        desk().run(calls, Start.AT_ONCE, () -> WHOLE);
        return calls.names().indexOf(name) + 1;
    }

    private static long pagesOf(Calls calls, Desk desk) {
        desk.run(calls, Start.AT_ONCE, () -> WHOLE);
        return listed(calls);
    }

    private static long listed(Calls calls) {
        return calls.names().stream().filter("Survey.page"::equals).count();
    }
}
