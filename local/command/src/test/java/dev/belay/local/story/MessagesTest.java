package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.grack.nanojson.JsonObject;
import dev.belay.chat.Platform;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room.Told;
import dev.belay.simulator.http.Outcome;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.teams.AcmeTeams;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people say in a record's conversation stands on the record, and what is noted there is said here; nothing comes back. */
final class MessagesTest extends OnEachPlatform {
    /** How long this machine takes is no time that passes there. */
    MessagesTest() {
        super(InstantSource.fixed(Instant.now().plus(Duration.ofMinutes(2))));
    }

    @AfterEach
    void nothing_is_left() {
        assertThat(bench.messagesWaiting()).isZero();
        assertThat(bench.setAside()).isZero();
    }

    @Test
    void what_is_said_in_a_channel_becomes_one_note_of_who_said_it() {
        String incident = opened(1);
        String channel = channel(incident);
        bench.room().say(Person.ALICE, channel, "", "The <database> & its [code]replica[/code] restart.");
        bench.room().say(Person.BOB, channel, "", "Watching https://status.example/x");
        bench.messages();
        assertThat(said(incident)).singleElement().satisfies(note -> assertThat(note)
                .startsWith("Written in " + platform.label() + ":\n")
                .contains("Alice Archer: The <database> & its [ code]replica[ /code] restart.")
                .contains("Bob Baker: Watching https://status.example/x"));
        assertThat(comments(incident)).isZero();
    }

    @Test
    void changes_and_deletions_follow() {
        String incident = opened(1);
        String channel = channel(incident);
        String message = bench.room().say(Person.ALICE, channel, "", "It is dwon");
        bench.messages();
        bench.pass(Duration.ofMinutes(1));
        bench.room().edit(Person.ALICE, channel, message, "It is down");
        bench.messages();
        bench.pass(Duration.ofMinutes(1));
        bench.room().delete(Person.ALICE, channel, message);
        bench.messages();
        assertThat(said(incident)).hasSize(3);
        assertThat(said(incident).get(1)).contains("Alice Archer changed what was written", ", now: It is down");
        assertThat(said(incident).get(2))
                .contains("What Alice Archer wrote", "was deleted in")
                .doesNotContain("It is");
    }

    @Test
    void what_was_deleted_before_it_was_noted_never_is() {
        String incident = opened(1);
        String channel = channel(incident);
        String secret = bench.room().say(Person.ALICE, channel, "", "swordfish");
        bench.room().say(Person.BOB, channel, "", "Delete that!");
        bench.room().delete(Person.ALICE, channel, secret);
        bench.messages();
        assertThat(said(incident))
                .singleElement()
                .asString()
                .contains("Delete that!")
                .doesNotContain("swordfish");
        assertThat(bench.items(bench.world().stack().eventTable()).toString())
                .doesNotContain("swordfish", "Delete that");
    }

    @Test
    void a_message_under_a_card_in_the_shared_channel_is_recorded_when_it_is_marked_and_others_are_not() {
        String incident = opened(3);
        String support = bench.room().support();
        String card = bench.cardOf(incident, support).id();
        String message = bench.room().say(Person.BOB, support, card, "Paper is out");
        bench.room().say(Person.BOB, support, card, "never mind");
        bench.room().say(Person.BOB, support, "", "beside it");
        bench.messages();
        assertThat(said(incident)).isEmpty();
        assertThat(bench.room().mark(Person.CAROL, support, message).accepted()).isTrue();
        bench.messages();
        assertThat(said(incident))
                .singleElement()
                .asString()
                .contains("Bob Baker: Paper is out")
                .doesNotContain("never mind");
        bench.presses();
        bench.messages();
        assertThat(told(Person.CAROL))
                .containsExactly("The message stands in the work notes of " + number(incident) + ".");
    }

    @Test
    void who_marks_a_message_that_is_recorded_nowhere_is_told_so_once_and_nothing_else() {
        String incident = opened(1);
        String support = bench.room().support();
        String message = bench.room().say(Person.BOB, support, "", "beside every record");
        Outcome outcome = bench.room().mark(Person.CAROL, support, message);
        assertThat(outcome.toString()).doesNotContain("becomes a work note");
        again();
        bench.messages();
        bench.presses();
        assertThat(told(Person.CAROL)).singleElement().asString().contains("not the conversation of a record");
        recording(JsonObject.builder().value("messages", "none").done());
        String channel = channel(incident);
        bench.room().mark(Person.ALICE, channel, bench.room().say(Person.ALICE, channel, "", "Hello"));
        bench.messages();
        bench.presses();
        assertThat(told(Person.ALICE)).singleElement().asString().contains("are not recorded");
        assertThat(said(incident)).isEmpty();
    }

    @Test
    void who_marks_a_message_of_the_app_is_told_that_only_people_are_recorded() {
        String incident = opened(1);
        String channel = channel(incident);
        Outcome outcome = bench.room()
                .mark(Person.ALICE, channel, bench.cardOf(incident, channel).id());
        bench.messages();
        bench.presses();
        String answered =
                switch (platform) {
                    case SLACK -> String.join("", told(Person.ALICE));
                    case TEAMS -> outcome.toString();
                };
        assertThat(answered).contains("only what a person wrote");
        assertThat(said(incident)).isEmpty();
    }

    @Test
    void who_marks_the_message_of_a_shown_attachment_is_told_that_only_people_are_recorded() {
        String incident = opened(1);
        String channel = channel(incident);
        bench.attach(incident, "report.pdf", new byte[100]);
        bench.files();
        bench.messages();
        Outcome outcome = bench.room()
                .mark(
                        Person.ALICE,
                        channel,
                        bench.room().files(channel).getFirst().message());
        bench.messages();
        bench.presses();
        String answered =
                switch (platform) {
                    case SLACK -> String.join("", told(Person.ALICE));
                    case TEAMS -> outcome.toString();
                };
        assertThat(answered).contains("only what a person wrote");
        assertThat(said(incident)).isEmpty();
    }

    private List<String> told(Person person) {
        return bench.room().told(person).stream().map(Told::text).toList();
    }

    private String number(String incident) {
        return bench.world().serviceNow().tables().rows("incident").stream()
                .filter(row -> row.sysId().equals(incident))
                .findFirst()
                .orElseThrow()
                .value("number");
    }

    @Test
    void a_reaction_with_a_memo_marks_a_message_once_whoever_reacts_and_however_often_slack_tells_it() {
        assumeThat(platform).isEqualTo(Platform.SLACK);
        String incident = opened(3);
        String support = bench.room().support();
        String card = bench.cardOf(incident, support).id();
        String message = bench.room().say(Person.BOB, support, card, "Paper is out");
        bench.room().react(Person.CAROL, support, message);
        again();
        bench.room().react(Person.DAVE, support, message);
        bench.messages();
        again();
        assertThat(bench.room().mark(Person.ALICE, support, message).accepted()).isTrue();
        bench.messages();
        assertThat(said(incident)).singleElement().asString().contains("Bob Baker: Paper is out");
    }

    @Test
    void a_pin_marks_a_message_once_whoever_pins_and_however_often_slack_tells_it() {
        assumeThat(platform).isEqualTo(Platform.SLACK);
        String incident = opened(3);
        String support = bench.room().support();
        String card = bench.cardOf(incident, support).id();
        String message = bench.room().say(Person.BOB, support, card, "Paper is out");
        bench.room().say(Person.BOB, support, card, "never mind");
        bench.room().pin(Person.CAROL, support, message);
        again();
        bench.messages();
        bench.room().pin(Person.DAVE, support, message);
        bench.room().pin(Person.CAROL, support, card);
        bench.messages();
        assertThat(said(incident))
                .singleElement()
                .asString()
                .contains("Bob Baker: Paper is out")
                .doesNotContain("never mind");
    }

    @Test
    void reactions_with_another_emoji_of_a_bot_on_our_card_or_where_all_is_recorded_mark_nothing() {
        assumeThat(platform).isEqualTo(Platform.SLACK);
        String incident = opened(3);
        String support = bench.room().support();
        String card = bench.cardOf(incident, support).id();
        String message = bench.room().say(Person.BOB, support, card, "Paper is out");
        var people = bench.slack().messageDeeds();
        people.react(AcmeWorkspace.CAROL, support, message, "eyes");
        people.react(AcmeWorkspace.CAROL, support, card, "memo");
        people.react(AcmeWorkspace.CAROL, support, bench.room().say(Person.BOB, support, "", "beside it"), "memo");
        bench.slack().workspace().channel(support).orElseThrow().members().add(AcmeWorkspace.OTHER_BOT);
        people.react(AcmeWorkspace.OTHER_BOT, support, message, "memo");
        bench.messages();
        assertThat(said(incident)).isEmpty();
        String other = opened(1);
        String all = bench.room().say(Person.BOB, channel(other), "", "All is recorded");
        bench.messages();
        people.react(AcmeWorkspace.BOB, channel(other), all, "memo");
        bench.messages();
        assertThat(said(other)).hasSize(1);
    }

    @Test
    void a_setting_says_which_emoji_marks_or_that_none_does() {
        assumeThat(platform).isEqualTo(Platform.SLACK);
        String incident = opened(3);
        String support = bench.room().support();
        String card = bench.cardOf(incident, support).id();
        String message = bench.room().say(Person.BOB, support, card, "Paper is out");
        var people = bench.slack().messageDeeds();
        marking("");
        people.react(AcmeWorkspace.CAROL, support, message, "memo");
        bench.messages();
        assertThat(said(incident)).isEmpty();
        marking("pushpin");
        people.react(AcmeWorkspace.DAVE, support, message, "memo");
        bench.messages();
        assertThat(said(incident)).isEmpty();
        people.react(AcmeWorkspace.DAVE, support, message, "pushpin");
        bench.messages();
        assertThat(said(incident)).singleElement().asString().contains("Bob Baker: Paper is out");
    }

    private void marking(String emoji) {
        bench.world().installation().changeSettings(settings -> settings.getObject("slack")
                .put("marking_reaction", emoji));
        bench.pass(Duration.ofMinutes(2));
    }

    @Test
    void what_is_said_to_the_app_is_said_in_the_channel_too() {
        String incident = opened(1);
        String channel = channel(incident);
        switch (platform) {
            case SLACK ->
                bench.room()
                        .say(
                                Person.ALICE,
                                channel,
                                "",
                                "<@" + AcmeWorkspace.APP.botUser() + "> the vendor called, patch at 14:00");
            case TEAMS ->
                assertThat(bench.world()
                                .teams()
                                .mention(AcmeTeams.ALICE, channel, "the vendor called, patch at 14:00", "")
                                .accepted())
                        .isTrue();
        }
        again();
        bench.messages();
        assertThat(said(incident))
                .singleElement()
                .asString()
                .containsIgnoringCase("Alice Archer: @belay the vendor called, patch at 14:00");
    }

    @Test
    void a_link_keeps_its_address_whether_it_is_written_or_marked() {
        String incident = opened(1);
        String words = "See [Runbook 7](https://wiki.acme.example/7) or https://status.acme.example";
        String noted = "See Runbook 7 (https://wiki.acme.example/7) or https://status.acme.example";
        bench.room().say(Person.ALICE, channel(incident), "", words);
        bench.messages();
        assertThat(said(incident)).singleElement().asString().contains(noted);
        String other = opened(3);
        String support = bench.room().support();
        String card = bench.cardOf(other, support).id();
        bench.room().mark(Person.CAROL, support, bench.room().say(Person.BOB, support, card, words));
        bench.messages();
        assertThat(said(other)).singleElement().asString().contains(noted);
    }

    @Test
    void who_is_not_known_keeps_their_name_in_chat() {
        String incident = opened(1);
        bench.room().say(Person.DAVE, channel(incident), "", "I am not there");
        bench.messages();
        assertThat(said(incident))
                .singleElement()
                .asString()
                .matches("(?s).*Dave \\w+ \\(not known in ServiceNow\\): I am not there.*");
    }

    @Test
    void a_guest_is_marked_as_outside() {
        String incident = opened(3);
        recording(JsonObject.builder().value("messages", "all").done());
        String support = bench.room().support();
        String card = bench.cardOf(incident, support).id();
        bench.room().say(Person.GUEST, support, card, "Hello");
        bench.messages();
        assertThat(said(incident)).singleElement().asString().contains("Gus Guest (outside): Hello");
    }

    @Test
    void where_nothing_is_recorded_nothing_is() {
        recording(JsonObject.builder()
                .value("messages", "none")
                .value("notes", false)
                .done());
        String incident = opened(1);
        bench.room().say(Person.ALICE, channel(incident), "", "Hello");
        bench.messages();
        assertThat(said(incident)).isEmpty();
        assertThat(bench.cardOf(incident, channel(incident)).content()).doesNotContain("work note");
    }

    @Test
    void a_new_channel_says_first_what_is_recorded() {
        String incident = opened(1);
        assertThat(bench.cardOf(incident, channel(incident)).content()).contains("becomes work notes on this record");
    }

    @Test
    void a_thread_says_first_that_all_in_it_is_recorded() {
        recording(JsonObject.builder().value("messages", "all").done());
        String support = bench.room().support();
        assertThat(bench.cardOf(opened(3), support).content())
                .contains("What people write in this thread becomes work notes on this record");
        recording(JsonObject.builder().value("messages", "marked").done());
        assertThat(bench.cardOf(opened(3), support).content()).doesNotContain("work notes on this record");
    }

    @Test
    void where_marked_messages_are_recorded_a_new_channel_says_how_one_is_marked() {
        recording(JsonObject.builder().value("messages", "marked").done());
        String incident = opened(1);
        assertThat(bench.cardOf(incident, channel(incident)).content())
                .contains(
                        switch (platform) {
                            case SLACK ->
                                "What somebody pins, reacts to with :memo:, or adds from a message's menu (Add to record) becomes work notes";
                            case TEAMS -> "What somebody adds from a message's menu (Add to record) becomes work notes";
                        });
    }

    @Test
    void what_the_platform_delivers_again_is_noted_once() {
        String incident = opened(1);
        String channel = channel(incident);
        bench.room().say(Person.ALICE, channel, "", "Once");
        again();
        bench.messages();
        again();
        bench.messages();
        assertThat(said(incident)).singleElement().asString().containsOnlyOnce("Once");
    }

    @Test
    void what_is_delivered_much_later_is_noted_once_too_whatever_happened_to_it() {
        String incident = opened(1);
        String channel = channel(incident);
        String message = bench.room().say(Person.ALICE, channel, "", "Once");
        muchLater();
        bench.room().edit(Person.ALICE, channel, message, "Twice");
        muchLater();
        bench.room().delete(Person.ALICE, channel, message);
        muchLater();
        assertThat(said(incident)).hasSize(3);
    }

    private void muchLater() {
        bench.messages();
        bench.pass(Duration.ofMinutes(7));
        again();
        bench.messages();
    }

    private void again() {
        switch (platform) {
            case SLACK ->
                bench.slack().sendAfresh(bench.slack().deliveries().getLast().request());
            case TEAMS -> {
                var teams = bench.world().teams();
                teams.redeliver(teams.deliveries().getLast().request());
            }
        }
    }

    @Test
    void what_people_note_is_said_with_who_wrote_it_and_what_we_noted_is_not() {
        String incident = opened(1);
        String channel = channel(incident);
        bench.room().say(Person.ALICE, channel, "", "Hello");
        bench.messages();
        note(incident, "bob", "The vendor looks at it.\nTicket 4711 <!channel> <at>everybody</at>");
        bench.hints();
        bench.messages();
        List<String> heard = bench.backstage().lines(channel);
        assertThat(heard)
                .singleElement()
                .asString()
                .startsWith("Bob Baker noted in ServiceNow:\nThe vendor looks at it.\nTicket 4711");
        bench.messages();
        bench.echoes();
        bench.messages();
        assertThat(bench.backstage().lines(channel)).hasSize(1);
        assertThat(said(incident)).hasSize(1);
    }

    @Test
    void comments_are_said_by_a_switch() {
        String incident = opened(1);
        bench.world().serviceNow().rule().watch("comments");
        write(incident, "comments", "bob", "Dear customer");
        bench.hints();
        bench.messages();
        assertThat(bench.backstage().lines(channel(incident))).isEmpty();
        recording(JsonObject.builder().value("comments", true).done());
        write(incident, "comments", "bob", "Dear customer again");
        bench.hints();
        bench.messages();
        assertThat(bench.backstage().lines(channel(incident)))
                .last()
                .asString()
                .isEqualTo("Bob Baker commented, for the customer too:\nDear customer again");
    }

    @Test
    void a_note_that_no_event_told_of_is_said_after_reconciliation() {
        String incident = opened(1);
        bench.messages();
        bench.reconcile();
        bench.world().serviceNow().rule().active(false);
        note(incident, "bob", "Nobody told");
        bench.world().serviceNow().rule().active(true);
        bench.pass(Duration.ofMinutes(6));
        bench.reconcile();
        bench.hints();
        bench.messages();
        assertThat(bench.backstage().lines(channel(incident)))
                .singleElement()
                .asString()
                .contains("Nobody told");
    }

    private void note(String incident, String userName, String text) {
        write(incident, "work_notes", userName, text);
    }

    private void write(String incident, String field, String userName, String text) {
        bench.changeAs(incident, Map.of(field, text), userName);
    }

    private void recording(JsonObject recording) {
        bench.world().installation().changeSettings(settings -> settings.getArray("routes")
                .forEach(route -> ((JsonObject) route).put("recording", recording)));
        bench.pass(Duration.ofMinutes(2));
    }

    private String opened(int urgency) {
        String incident = bench.open(urgency, urgency, "Checkout down");
        bench.hints();
        bench.messages();
        return incident;
    }

    private String channel(String incident) {
        return bench.channelOf(incident).id();
    }

    /** The notes of what was said in chat. */
    private List<String> said(String incident) {
        return bench.notes(incident).stream()
                .filter(note -> note.startsWith("Written in "))
                .toList();
    }

    private long comments(String incident) {
        return bench.world().serviceNow().tables().rows("sys_journal_field").stream()
                .filter(row -> row.value("element_id").equals(incident)
                        && row.value("element").equals("comments"))
                .count();
    }
}
