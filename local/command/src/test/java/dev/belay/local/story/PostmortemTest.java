package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.chat.Platform;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room.Told;
import dev.belay.simulator.http.Outcome;
import dev.belay.simulator.servicenow.outage.Failure;
import dev.belay.simulator.slack.workspace.Bookmark;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.tenant.Tab;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A postmortem is attached from the card, also after the end, and in words where the conversation is gone. */
final class PostmortemTest extends OnEachPlatform {
    private static final String PAGE = "https://wiki.acme.example/postmortem";

    private String incident = "";
    private String number = "";
    private String channel = "";

    @BeforeEach
    void there_is_an_incident() {
        incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        number = bench.incident(incident).value("number");
        channel = bench.channelOf(incident).id();
    }

    @AfterEach
    void nothing_is_left() {
        assertThat(bench.waiting()).isZero();
        assertThat(bench.setAside()).isZero();
    }

    @Test
    void a_wrong_address_is_told_in_the_dialog_at_once_and_nothing_is_done() {
        assertThat(attach("https://jane@wiki.acme.example/x").body()).contains("This is not a web address.");
        assertThat(bench.waiting()).isZero();
        assertThat(postmortems()).isEmpty();
    }

    @Test
    void it_stands_on_the_record_and_at_the_head_of_the_channel() {
        assertThat(attach(PAGE).accepted()).isTrue();
        bench.settle();
        assertThat(postmortems())
                .singleElement()
                .asString()
                .startsWith("Postmortem attached by Alice Archer <alice@acme.example> from " + platform.label() + ": "
                        + PAGE);
        assertThat(heads()).contains(PAGE);
        assertThat(told(Person.ALICE)).isEmpty();
    }

    @Test
    void a_later_one_takes_the_place_of_an_earlier_one_and_the_same_one_changes_nothing() {
        attach(PAGE + "/draft");
        bench.settle();
        attach(PAGE);
        bench.settle();
        attach(PAGE);
        bench.settle();
        assertThat(postmortems()).hasSize(2).last().asString().contains(", in place of the earlier one: " + PAGE);
        assertThat(heads()).contains(PAGE).doesNotContain(PAGE + "/draft");
    }

    @Test
    void it_is_written_to_a_field_of_the_record_where_the_settings_name_one() {
        allowed(Set.of("u_postmortem"));
        postmortems("field", "u_postmortem");
        attach(PAGE);
        bench.settle();
        assertThat(bench.incident(incident).value("u_postmortem")).isEqualTo(PAGE);
        assertThat(postmortems()).hasSize(1);
        assertThat(told(Person.ALICE)).isEmpty();
    }

    @Test
    void a_field_that_may_not_be_written_is_told_and_the_note_stands() {
        allowed(Set.of());
        postmortems("field", "u_postmortem");
        attach(PAGE);
        bench.settle();
        assertThat(bench.incident(incident).value("u_postmortem")).isEmpty();
        assertThat(postmortems()).hasSize(1);
        assertThat(told(Person.ALICE)).singleElement().asString().contains("not all of the change");
    }

    /** The integration user may read the field of the settings, and write these. */
    private void allowed(Set<String> toWrite) {
        bench.world().serviceNow().control().allow("belay.integration", "incident", Set.of("u_postmortem"), toWrite);
    }

    @Test
    void another_host_than_those_of_the_settings_is_told_in_the_dialog_at_once() {
        postmortems("hosts", JsonArray.from("docs.acme.example"));
        bench.change(incident, "short_description", "Checkout slow");
        bench.hints();
        assertThat(attach(PAGE).body()).contains("The address must be on docs.acme.example.");
        assertThat(bench.waiting()).isZero();
        assertThat(postmortems()).isEmpty();
    }

    @Test
    void a_host_that_is_allowed_no_more_is_told_with_what_was_typed() {
        postmortems("hosts", JsonArray.from("docs.acme.example"));
        attach(PAGE);
        bench.settle();
        assertThat(postmortems()).isEmpty();
        assertThat(told(Person.ALICE)).singleElement().asString().contains("docs.acme.example", PAGE);
    }

    @Test
    void its_button_stays_when_the_record_is_over() {
        closed();
        assertThat(bench.cardOf(incident, channel).content())
                .contains("postmortem")
                .doesNotContain("take-over");
        attach(PAGE);
        bench.settle();
        assertThat(postmortems()).hasSize(1);
        assertThat(heads()).contains(PAGE);
    }

    @Test
    void where_a_closed_record_takes_no_note_the_person_is_told() {
        closed();
        bench.world()
                .serviceNow()
                .outage()
                .next(1, "PATCH incident", Failure.error(403, "Operation against file 'incident' was aborted"));
        attach(PAGE);
        bench.settle();
        assertThat(postmortems()).isEmpty();
        assertThat(told(Person.ALICE)).singleElement().asString().contains("ServiceNow did not take the change");
    }

    @Test
    void in_words_it_is_attached_after_the_channel_is_gone() {
        closed();
        vanish();
        assertThat(ask(Person.ALICE, number, PAGE).accepted()).isTrue();
        bench.settle();
        assertThat(postmortems()).hasSize(1);
        assertThat(told(Person.ALICE)).last().asString().contains("The postmortem is attached to " + number);
    }

    @Test
    void in_words_a_host_that_is_not_allowed_is_told_and_the_command_to_be_given_again() {
        postmortems("hosts", JsonArray.from("docs.acme.example"));
        ask(Person.ALICE, number, PAGE);
        bench.settle();
        assertThat(told(Person.ALICE)).last().asString().contains("docs.acme.example", "Give the command again");
    }

    @Test
    void in_words_the_same_command_again_is_done_once() {
        ask(Person.ALICE, number, PAGE);
        ask(Person.ALICE, number, PAGE);
        bench.settle();
        assertThat(postmortems()).hasSize(1);
    }

    @Test
    void who_has_no_role_attaches_nothing_in_words_either() {
        ask(Person.CAROL, number, PAGE);
        bench.settle();
        assertThat(postmortems()).isEmpty();
        assertThat(told(Person.CAROL)).last().asString().contains("Attaching a postmortem needs one of these roles");
    }

    @Test
    void a_private_record_is_answered_exactly_as_one_that_is_not_there() {
        ask(Person.ALICE, "INC9999999", PAGE);
        bench.settle();
        String unknown = told(Person.ALICE).getLast();
        Flows.becomesPrivate(bench, incident);
        bench.settle();
        ask(Person.ALICE, number, PAGE);
        bench.settle();
        assertThat(told(Person.ALICE).getLast()).isEqualTo(unknown.replace("INC9999999", number));
        assertThat(unknown).contains("No record INC9999999 is known here.");
        assertThat(postmortems()).isEmpty();
    }

    @Test
    void in_the_person_s_own_chat_with_us_the_words_count_too_where_the_channel_is_gone() {
        assumeTrue(platform == Platform.TEAMS, "Slack takes commands in every chat");
        vanish();
        bench.world().teams().write(AcmeTeams.ALICE, "postmortem " + number + " " + PAGE);
        bench.settle();
        assertThat(postmortems()).hasSize(1);
        assertThat(told(Person.ALICE)).last().asString().contains("The postmortem is attached to " + number);
    }

    @Test
    void other_words_are_answered_with_what_to_write() {
        assertThat(bench.room()
                        .ask(Person.ALICE, bench.room().support(), "good morning")
                        .accepted())
                .isTrue();
        bench.settle();
        assertThat(told(Person.ALICE))
                .singleElement()
                .asString()
                .contains("postmortem INC0010023 https://example.com/page");
    }

    /** What holds for the postmortems of incidents. */
    private void postmortems(String setting, Object value) {
        bench.tableSettings(
                "incident",
                JsonObject.builder()
                        .object("postmortem")
                        .value(setting, value)
                        .end()
                        .done());
    }

    private Outcome attach(String address) {
        String card = bench.cardOf(incident, channel).id();
        return bench.room().enter(Person.ALICE, channel, card, "postmortem", Map.of("address", List.of(address)));
    }

    private Outcome ask(Person person, String which, String address) {
        return bench.room().ask(person, bench.room().support(), "postmortem " + which + " " + address);
    }

    private void closed() {
        bench.change(incident, Map.of("state", "7", "close_code", "Solved", "close_notes", "Rolled back"));
        bench.hints();
    }

    /** The channel is archived, or deleted. */
    private void vanish() {
        if (platform == Platform.SLACK) {
            bench.slack()
                    .workspace()
                    .archive(bench.slack().workspace().channel(channel).orElseThrow());
        } else {
            bench.world().teams().administration().delete(AcmeTeams.ALICE, channel);
        }
        bench.hints();
    }

    private List<String> postmortems() {
        return bench.notes(incident).stream()
                .filter(note -> note.startsWith("Postmortem"))
                .toList();
    }

    /** Where the links at the head of the channel lead. */
    private List<String> heads() {
        return switch (platform) {
            case SLACK ->
                bench.slack()
                        .workspace()
                        .atomically(() -> bench.slack().workspace().channel(channel).orElseThrow().bookmarks().stream()
                                .map(Bookmark::link)
                                .toList());
            case TEAMS ->
                bench.world().teams().tenant().atomically(() -> bench.world().teams().channel(channel).tabs().stream()
                        .map(Tab::websiteUrl)
                        .toList());
        };
    }

    private List<String> told(Person person) {
        return bench.room().told(person).stream().map(Told::text).toList();
    }
}
