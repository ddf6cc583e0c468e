package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.belay.chat.Platform;
import dev.belay.local.room.Person;
import dev.belay.simulator.servicenow.outage.Failure;
import dev.belay.simulator.teams.AcmeTeams;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was deleted before it stood in a note never does, however long it waited and however much was said meanwhile. */
final class DeletedMessagesTest extends OnEachPlatform {
    private static final String SECRET = "swordfish";

    /** How long this machine takes is no time that passes there. */
    DeletedMessagesTest() {
        super(InstantSource.fixed(Instant.now().plus(Duration.ofMinutes(2))));
    }

    @AfterEach
    void nothing_is_left() {
        assertThat(bench.messagesWaiting()).isZero();
        assertThat(bench.setAside()).isZero();
        assertThat(bench.items(bench.world().stack().eventTable()).toString()).doesNotContain(SECRET);
    }

    @Test
    void what_was_deleted_at_once_is_left_out_although_more_was_said_than_one_batch_holds() {
        String incident = opened();
        String channel = bench.channelOf(incident).id();
        String secret = bench.room().say(Person.ALICE, channel, "", SECRET);
        lines(channel, 12);
        bench.room().delete(Person.ALICE, channel, secret);
        bench.messages();
        assertThat(said(incident).toString()).contains("line 0", "line 11").doesNotContain(SECRET, "was deleted");
    }

    @Test
    void what_was_deleted_while_servicenow_was_down_is_left_out_when_it_is_back() {
        String incident = opened();
        String channel = bench.channelOf(incident).id();
        bench.world().serviceNow().outage().next(100_000, Failure.status(503));
        String secret = bench.room().say(Person.ALICE, channel, "", SECRET);
        bench.pass(Duration.ofSeconds(6));
        bench.messageOnce();
        lines(channel, 10);
        bench.pass(Duration.ofMinutes(5));
        bench.messageOnce();
        bench.room().delete(Person.ALICE, channel, secret);
        bench.pass(Duration.ofMinutes(55));
        bench.messageOnce();
        bench.world().serviceNow().outage().end();
        bench.messages();
        assertThat(said(incident).toString()).contains("line 0", "line 9").doesNotContain(SECRET, "was deleted");
    }

    @Test
    void what_was_deleted_stands_there_again_when_that_is_undone_and_its_changes_follow() {
        assumeThat(platform).isEqualTo(Platform.TEAMS);
        String incident = opened();
        String channel = bench.channelOf(incident).id();
        String noted = bench.room().say(Person.ALICE, channel, "", "It is down");
        bench.messages();
        bench.room().delete(Person.ALICE, channel, noted);
        bench.messages();
        String unnoted = bench.room().say(Person.BOB, channel, "", "Watching it");
        bench.room().delete(Person.BOB, channel, unnoted);
        bench.messages();
        bench.pass(Duration.ofSeconds(1));
        bench.world().teams().undelete(AcmeTeams.ALICE, channel, noted);
        bench.world().teams().undelete(AcmeTeams.BOB, channel, unnoted);
        bench.messages();
        bench.pass(Duration.ofSeconds(1));
        bench.room().edit(Person.ALICE, channel, noted, "It is up");
        bench.messages();
        assertThat(said(incident)).hasSize(4);
        assertThat(said(incident).get(2))
                .contains("What Alice Archer wrote", "was restored in Microsoft Teams, now: It is down")
                .contains("Bob Baker: Watching it");
        assertThat(said(incident).get(3)).contains("Alice Archer changed what was written", ", now: It is up");
    }

    @Test
    void the_words_that_were_changed_last_count_in_whatever_order_they_are_delivered() {
        String incident = opened();
        String channel = bench.channelOf(incident).id();
        String message = bench.room().say(Person.ALICE, channel, "", "A");
        bench.messages();
        bench.room().edit(Person.ALICE, channel, message, "B");
        bench.pass(Duration.ofMillis(10));
        bench.room().edit(Person.ALICE, channel, message, "A");
        bench.messages();
        assertThat(said(incident)).hasSize(1);
    }

    /** Nobody writes two in the same moment. */
    private void lines(String channel, int count) {
        for (int i = 0; i < count; i++) {
            bench.pass(Duration.ofMillis(10));
            bench.room().say(Person.BOB, channel, "", "line " + i);
        }
    }

    private String opened() {
        String incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        bench.messages();
        return incident;
    }

    private List<String> said(String incident) {
        return bench.notes(incident).stream()
                .filter(note -> note.startsWith("Written in "))
                .toList();
    }
}
