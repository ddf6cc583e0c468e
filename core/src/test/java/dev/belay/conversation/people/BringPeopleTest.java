package dev.belay.conversation.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.conversation.Room;
import dev.belay.failure.Calls;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.platform.InMemoryChat;
import dev.belay.platform.Invited;
import dev.belay.record.Assignee;
import dev.belay.record.Assignment;
import dev.belay.record.AssignmentGroup;
import dev.belay.record.Chronicle;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Participant;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.SysId;
import dev.belay.settings.Invitations;
import dev.belay.settings.Place;
import dev.belay.settings.Route;
import dev.belay.settings.SampleSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whom a record concerns is brought into its conversation, each once, and whoever cannot be is named. */
final class BringPeopleTest {
    private final Room room = new Room();
    private final RecordRef ref = room.opened(1);
    private final SysId jane = member("Jane Doe", "U01JANE");
    private final SysId bob = member("Bob Ross", "U01ROSS");

    private SysId member(String name, String id) {
        String email = id.toLowerCase(Locale.ROOT) + "@acme.example";
        room.chat.add(new Member(user(id), Member.Standing.FULL, name, Optional.of(email)));
        return room.directory.user(name, email);
    }

    private static ChatUser user(String id) {
        return new ChatUser(Platform.SLACK, InMemoryChat.WORKSPACE, id);
    }

    @Test
    void whoever_becomes_assignee_is_brought_in_and_not_again_when_they_left() {
        keep();
        assign(jane, "Jane Doe");
        keep();
        assertThat(members()).contains("U01JANE");
        room.chat.leave(channel(), user("U01JANE"));
        assign(bob, "Bob Ross");
        keep();
        assign(jane, "Jane Doe");
        keep();
        assertThat(members()).contains("U01ROSS").doesNotContain("U01JANE");
        assertThat(told()).isEmpty();
    }

    @Test
    void whoever_has_it_already_when_it_is_opened_is_told_of_as_no_line_names_them() {
        assign(jane, "Jane Doe");
        paged(new Participant("Bob Ross", Optional.of(user("U01ROSS")), Optional.of(bob)));
        keep();
        assertThat(told()).containsExactly("Joined Jane Doe", "Joined Bob Ross");
        assign(member("Carol Carter", "U01CAROL"), "Carol Carter");
        keep();
        keep();
        assertThat(told()).hasSize(2);
    }

    @Test
    void whoever_has_it_at_its_opening_is_told_of_though_the_worker_was_killed_before() {
        assign(jane, "Jane Doe");
        assertThatThrownBy(() -> room.open(ref, down(), false)).isInstanceOf(Unavailable.class);
        change(room.record(ref).described("Checkout is down"));
        keep();
        assertThat(told()).containsExactly("Joined Jane Doe");
    }

    @Test
    void where_no_lines_are_wanted_only_whoever_hears_of_it_by_a_mention_alone_is_told_of() {
        keep();
        room.settings = SampleSettings.silent();
        room.chat.join(channel(), user("U01JANE"));
        SysId database = room.directory.group(jane, bob);
        assign(jane, "Jane Doe");
        keep();
        group(database);
        keep();
        assertThat(members()).contains("U01ROSS");
        assertThat(told()).containsExactly("Present Jane Doe");
    }

    @Test
    void where_no_lines_are_wanted_a_thread_is_found_by_its_mentions_only() {
        RecordRef thread = room.opened(4);
        room.settings = SampleSettings.silent();
        RecordSnapshot now = room.record(thread);
        room.records.put(
                now.with(new Assignment(Optional.of(new Assignee(bob.value(), "Bob Ross")), Optional.empty())));
        room.open(thread);
        assertThat(told()).containsExactly("Joined Bob Ross");
    }

    @Test
    void what_changes_nothing_asks_nobody() {
        assign(jane, "Jane Doe");
        keep();
        change(room.record(ref).described("Checkout is down"));
        Calls calls = Calls.undisturbed();
        room.open(ref, calls, false);
        assertThat(calls.names())
                .contains("Cards.update")
                .doesNotContain("Directory.find", "People.withEmail", "Channels.invite", "Arrivals.tell");
    }

    @Test
    void the_members_of_the_assignment_group_are_brought_in() {
        group(room.directory.group(jane, bob));
        keep();
        assertThat(members()).contains("U01JANE", "U01ROSS");
        assertThat(told()).containsExactly("Joined Jane Doe", "Joined Bob Ross");
    }

    @Test
    void a_group_that_stands_for_it_in_chat_is_brought_in_instead() {
        SysId database = room.directory.group(jane);
        room.chat.group("S01DBA", List.of(user("U01ROSS")));
        invitations(new Invitations(Map.of(database.value(), "S01DBA"), 20));
        group(database);
        keep();
        assertThat(members()).contains("U01ROSS").doesNotContain("U01JANE");
    }

    @Test
    void where_that_group_cannot_be_read_the_members_come_and_the_operators_hear_of_it_once() {
        SysId database = room.directory.group(jane);
        invitations(new Invitations(Map.of(database.value(), "S01GONE"), 20));
        group(database);
        keep();
        assertThat(members()).contains("U01JANE");
        assertThat(operators())
                .singleElement()
                .asString()
                .startsWith("S01GONE, which the settings name for")
                .contains("there is no such group", "correct the id");
    }

    @Test
    void a_large_group_is_cut_and_the_operators_hear_of_it_once() {
        SysId[] many = IntStream.range(0, 30)
                .mapToObj(number -> member("Member " + number, "U02%04d".formatted(number)))
                .toArray(SysId[]::new);
        invitations(new Invitations(Map.of(), 7));
        group(room.directory.group(many));
        keep();
        keep();
        assertThat(members()).filteredOn(id -> id.startsWith("U02")).hasSize(7);
        assertThat(operators()).singleElement().asString().contains("more than 7 members", "Raise most_invited");
    }

    @Test
    void whoever_was_paged_here_or_on_another_platform_is_brought_in() {
        keep();
        ChatUser inTeams = new ChatUser(Platform.TEAMS, "tenant-1", "5d0c1a00");
        paged(
                new Participant("Jane", Optional.of(user("U01JANE")), Optional.of(jane)),
                new Participant("Bob Ross", Optional.of(inTeams), Optional.of(bob)),
                new Participant("Somebody", Optional.of(inTeams), Optional.empty()));
        keep();
        assertThat(members()).contains("U01JANE", "U01ROSS");
        assertThat(told()).isEmpty();
    }

    @Test
    void somebody_who_came_under_their_chat_id_is_not_dragged_back_under_their_user() {
        paged(new Participant("Jane", Optional.of(user("U01JANE")), Optional.empty()));
        keep();
        room.chat.leave(channel(), user("U01JANE"));
        assign(jane, "Jane Doe");
        keep();
        assertThat(members()).doesNotContain("U01JANE");
    }

    @Test
    void whoever_cannot_be_found_is_named_with_what_to_do() {
        SysId nameless = room.directory.user("No Mail", "");
        SysId elsewhere = room.directory.user("Else Where", "else@acme.example");
        group(room.directory.group(nameless, elsewhere));
        assign(new SysId("0123456789abcdef0123456789abcdef"), "Gone Greene");
        keep();
        assertThat(told())
                .containsExactly(
                        "Gone Greene is no active user in ServiceNow: invite them by hand",
                        "No Mail has no e-mail address in ServiceNow to be found by: enter it there, or invite them by hand",
                        "Else Where is not in the workspace: invite them by hand");
    }

    @Test
    void an_address_that_the_workspace_does_not_vouch_for_brings_nobody() {
        keep();
        room.settings = SampleSettings.mailOf("other.example");
        assign(jane, "Jane Doe");
        keep();
        assertThat(members()).doesNotContain("U01JANE");
        assertThat(told()).singleElement().asString().contains("that nobody here is known by");
    }

    @Test
    void nobody_is_brought_to_a_record_that_is_over_or_must_not_be_shown_there() {
        keep();
        assign(jane, "Jane Doe");
        RecordSnapshot open = room.record(ref);
        change(open.with(open.life().in(RecordState.RESOLVED)));
        keep();
        assertThat(members()).doesNotContain("U01JANE");
        change(open);
        Route hidden = SampleSettings.route(
                Platform.SLACK, InMemoryChat.WORKSPACE, Set.of(), Optional.empty(), List.of(), true);
        Channel before = channel();
        room.settings = SampleSettings.routed(List.of(hidden));
        keep();
        assertThat(room.chat.members(before)).doesNotContain("U01JANE");
        assertThat(members()).contains("U01JANE");
    }

    @Test
    void a_refusal_costs_nothing_else_and_the_operators_hear_of_it_once() {
        operated();
        assign(jane, "Jane Doe");
        for (int i = 0; i < 2; i++) {
            room.open(ref, Calls.failing("Channels.invite", () -> new Rejected("chat", "not allowed")), false);
        }
        assertThat(operators())
                .containsExactly(
                        "Not all whom " + room.record(ref).number() + " in Slack concerns could be invited: not"
                                + " allowed. Invite its assignee, its assignment group and whoever was called in by hand, and mend the"
                                + " cause for the next.");
        assertThat(room.counted).contains("ChannelSetupFailed people");
    }

    @Test
    void one_who_may_not_be_looked_up_keeps_out_nobody_else() {
        operated();
        group(room.directory.group(bob));
        assign(jane, "Jane Doe");
        room.open(ref, Calls.failing("Directory.find", () -> new Rejected("servicenow", "hidden")), false);
        assertThat(members()).contains("U01ROSS");
        assertThat(operators()).singleElement().asString().contains("could be invited: hidden");
    }

    @Test
    void an_outage_is_waited_out_for_an_hour_and_the_card_is_kept_meanwhile() {
        operated();
        keep();
        room.clock.advance(Duration.ofHours(5));
        assign(jane, "Jane Doe");
        assertThatThrownBy(() -> room.open(ref, down(), true)).isInstanceOf(Unavailable.class);
        assertThat(room.shown(channel())).contains("Jane Doe");
        room.clock.advance(Duration.ofMinutes(59));
        assertThatThrownBy(() -> room.open(ref, down(), true)).isInstanceOf(Unavailable.class);
        room.clock.advance(Duration.ofMinutes(1));
        room.open(ref, down(), true);
        assertThat(operators()).singleElement().asString().contains("could be invited: down");
        assertThat(members()).doesNotContain("U01JANE");
    }

    @Test
    void after_an_outage_they_are_brought_in() {
        assign(jane, "Jane Doe");
        assertThatThrownBy(() -> room.open(ref, down(), true)).isInstanceOf(Unavailable.class);
        keep();
        assertThat(members()).contains("U01JANE");
    }

    @Test
    void killed_at_any_call_they_come_once_and_are_told_of_under_one_id() {
        Calls whole = Calls.undisturbed();
        group(room.directory.group(jane, bob));
        room.open(ref, whole, false);
        for (int number = 1; number <= whole.names().size(); number++) {
            for (Calls.Ending ending : Calls.Ending.values()) {
                BringPeopleTest run = new BringPeopleTest();
                run.group(run.room.directory.group(run.jane, run.bob));
                run.endedAndRunAgain(number, ending);
                assertThat(run.members()).as(number + " " + ending).contains("U01JANE", "U01ROSS");
                assertThat(run.room.arrived).as(number + " " + ending).hasSize(1);
                assertThat(run.operators()).isEmpty();
            }
        }
    }

    @Test
    void killed_at_any_call_they_are_told_of_once_though_somebody_else_came_meanwhile() {
        Calls whole = Calls.undisturbed();
        group(room.directory.group(jane));
        room.open(ref, whole, false);
        for (int number = 1; number <= whole.names().size(); number++) {
            for (Calls.Ending ending : Calls.Ending.values()) {
                BringPeopleTest run = new BringPeopleTest();
                run.group(run.room.directory.group(run.jane));
                run.ended(number, ending);
                run.paged(new Participant("Bob Ross", Optional.of(user("U01ROSS")), Optional.of(run.bob)));
                run.room.open(run.ref, Calls.undisturbed(), true);
                assertThat(run.members()).as(number + " " + ending).contains("U01JANE", "U01ROSS");
                assertThat(run.told())
                        .as(number + " " + ending)
                        .filteredOn(told -> told.endsWith("Jane Doe"))
                        .hasSize(1);
            }
        }
    }

    private void endedAndRunAgain(int number, Calls.Ending ending) {
        ended(number, ending);
        room.open(ref, Calls.undisturbed(), true);
    }

    private void ended(int number, Calls.Ending ending) {
        try {
            room.open(ref, Calls.ending(number, ending), false);
        } catch (Calls.Killed | ExternalFailure _) {
            room.clock.advance(Duration.ofMinutes(10));
        }
    }

    @Test
    void a_channel_that_somebody_was_brought_into_asks_for_nobody() {
        room.settings = SampleSettings.routed(
                List.of(SampleSettings.route(
                        Platform.SLACK,
                        InMemoryChat.WORKSPACE,
                        Set.of(),
                        Optional.of(InMemoryChat.SHARED),
                        List.of(),
                        false)),
                Optional.empty());
        assign(jane, "Jane Doe");
        keep();
        assertThat(operators()).isEmpty();
    }

    @Test
    void a_conversation_that_remembers_very_many_brings_in_nobody_else() {
        operated();
        keep();
        for (int i = 0; i < 500; i++) {
            room.links.markSetUp(room.made(ref), BringPeople.REMEMBERED + i, "in");
        }
        assign(jane, "Jane Doe");
        keep();
        keep();
        assertThat(members()).doesNotContain("U01JANE");
        assertThat(operators()).singleElement().asString().contains("invite by hand whoever else is needed");
    }

    private void operated() {
        room.settings = SampleSettings.operatedFrom(Optional.of(room.chat.shared()));
    }

    private List<String> operators() {
        return room.chat.sentences(room.chat.shared());
    }

    private void invitations(Invitations invitations) {
        Place place = new Place(
                Platform.SLACK,
                InMemoryChat.WORKSPACE,
                List.of(),
                Optional.of(InMemoryChat.SHARED),
                List.of("U01ALICE"),
                invitations);
        Route route = new Route("incident", Set.of(1, 2, 3, 4, 5), Set.of(), place, false, Optional.empty(), true);
        room.settings = SampleSettings.routed(List.of(route), Optional.of(room.chat.shared()));
    }

    private void assign(SysId user, String name) {
        RecordSnapshot now = room.record(ref);
        change(now.with(new Assignment(
                Optional.of(new Assignee(user.value(), name)), now.assignment().group())));
    }

    private void group(SysId group) {
        RecordSnapshot now = room.record(ref);
        change(now.with(new Assignment(
                now.assignment().assignee(), Optional.of(new AssignmentGroup(group.value(), "Database")))));
    }

    private void paged(Participant... people) {
        RecordSnapshot now = room.record(ref);
        List<Happening> happenings = new ArrayList<>(now.chronicle().happenings());
        happenings.add(
                new Happening("press-1", Happening.Kind.PAGED, room.clock.instant(), "Alice", "", "", List.of(people)));
        change(now.with(new Chronicle(happenings)));
    }

    private void change(RecordSnapshot next) {
        room.records.put(next.counted(room.record(ref).modCount() + 1));
    }

    private void keep() {
        room.open(ref);
    }

    private static Calls down() {
        return Calls.failing("Channels.invite", () -> new Unavailable("chat", "down", Optional.empty()));
    }

    private Channel channel() {
        return room.conversation(ref).channel();
    }

    private Set<String> members() {
        return room.chat.members(channel());
    }

    private List<String> told() {
        return room.arrived.values().stream()
                .flatMap(List::stream)
                .map(BringPeopleTest::words)
                .toList();
    }

    private static String words(Invited invited) {
        String name = invited.who().name();
        return switch (invited) {
            case Invited.Joined _ -> "Joined " + name;
            case Invited.Present _ -> "Present " + name;
            case Invited.Absent(var _, String why) -> name + " " + why;
        };
    }
}
