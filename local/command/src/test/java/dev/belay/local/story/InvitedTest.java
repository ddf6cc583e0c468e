package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.chat.Platform;
import dev.belay.local.room.Person;
import dev.belay.simulator.servicenow.People;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever a record is given to is in its conversation, and whoever cannot be there is named. */
final class InvitedTest extends OnEachPlatform {
    @AfterEach
    void nothing_is_left() {
        assertThat(bench.waiting()).isZero();
        assertThat(bench.setAside()).isZero();
    }

    @Test
    void whoever_is_made_assignee_in_servicenow_is_in_the_channel() {
        String incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        bench.change(incident, "assigned_to", user("bob"));
        bench.hints();
        assertThat(isThere(Person.BOB, bench.channelOf(incident).id())).isTrue();
    }

    @Test
    void whoever_has_it_when_it_is_opened_is_there_and_mentioned_once() {
        String channel = channelOf("bob");
        assertThat(isThere(Person.BOB, channel)).isTrue();
        assertThat(said(channel)).singleElement().asString().contains("Called in", mention(Person.BOB));
    }

    @Test
    void whoever_has_it_when_it_is_opened_and_cannot_be_there_is_named() {
        bench.world().serviceNow().people().person("Finn Fisher", "finn", "finn@acme.example");
        assertThat(said(channelOf("finn"))).singleElement().asString().contains("Finn Fisher is ", ": ");
    }

    @Test
    void where_no_lines_are_wanted_whoever_is_given_it_is_there_all_the_same() {
        bench.world().installation().changeSettings(settings -> {
            for (Object route : settings.getArray("routes")) {
                ((JsonObject) route).put("lines", false);
            }
        });
        String incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        String channel = bench.channelOf(incident).id();
        bench.change(incident, Map.of("assigned_to", user("bob"), "state", "2"));
        bench.hints();
        bench.change(incident, "assignment_group", group("carol"));
        bench.hints();
        assertThat(isThere(Person.BOB, channel)).isTrue();
        assertThat(isThere(Person.CAROL, channel)).isTrue();
        assertThat(said(channel)).noneMatch(said -> said.contains("State"));
    }

    @Test
    void where_no_lines_are_wanted_the_people_of_the_shared_channel_are_mentioned_in_the_thread() {
        bench.world().installation().changeSettings(settings -> {
            for (Object route : settings.getArray("routes")) {
                ((JsonObject) route).put("lines", false);
            }
        });
        String incident = bench.open(3, 3, "Printer jams");
        bench.hints();
        bench.change(incident, "assigned_to", user("bob"));
        bench.hints();
        assertThat(said(bench.room().support())).singleElement().asString().contains(mention(Person.BOB));
    }

    /** It is opened with an assignee, and its conversation looked at more than once. */
    private String channelOf(String assignee) {
        String incident = bench.open(
                "incident",
                Map.of(
                        "impact",
                        "1",
                        "urgency",
                        "1",
                        "short_description",
                        "Checkout down",
                        "assigned_to",
                        user(assignee)));
        bench.hints();
        bench.change(incident, "description", "Since noon");
        bench.hints();
        return bench.channelOf(incident).id();
    }

    private String mention(Person person) {
        String id = bench.room().id(person);
        return switch (bench.room().platform()) {
            case SLACK -> "<@" + id + ">";
            case TEAMS -> AcmeTeams.mri(id);
        };
    }

    @Test
    void the_members_of_the_group_that_it_is_given_to_are_in_the_channel_and_the_room_hears_of_it_once() {
        String incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        bench.change(incident, "assignment_group", group("bob", "carol"));
        bench.hints();
        bench.change(incident, "short_description", "Checkout and search down");
        bench.hints();
        String channel = bench.channelOf(incident).id();
        assertThat(isThere(Person.BOB, channel)).isTrue();
        assertThat(isThere(Person.CAROL, channel)).isTrue();
        assertThat(said(channel)).filteredOn(said -> said.contains("Called in")).hasSize(1);
    }

    @Test
    void whoever_cannot_be_there_is_named_in_a_line_with_what_to_do() {
        bench.world().serviceNow().people().person("Finn Fisher", "finn", "finn@acme.example");
        String incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        bench.change(incident, "assigned_to", user("finn"));
        bench.hints();
        assertThat(said(bench.channelOf(incident).id()))
                .filteredOn(said -> said.contains("Finn Fisher is "))
                .singleElement()
                .asString()
                .contains(": ");
    }

    @Test
    void in_teams_they_are_added_to_the_team_where_that_is_granted_and_set() {
        if (bench.room().platform() != Platform.TEAMS) {
            return;
        }
        Tenant tenant = bench.world().teams().tenant();
        tenant.grant("TeamMember.ReadWriteNonOwnerRole.All");
        tenant.atomically(
                () -> tenant.team(AcmeTeams.TEAM).orElseThrow().members().remove(AcmeTeams.CAROL));
        bench.world().installation().changeSettings(settings -> settings.getObject("teams")
                .put("add_members", true));
        String incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        bench.change(incident, "assigned_to", user("carol"));
        bench.hints();
        assertThat(tenant.atomically(
                        () -> tenant.team(AcmeTeams.TEAM).orElseThrow().members()))
                .contains(AcmeTeams.CAROL);
        assertThat(said(bench.channelOf(incident).id()))
                .as("Teams tells her of the team alone: the line that names her mentions her")
                .filteredOn(said -> said.contains("<at>Carol Carter<"))
                .singleElement()
                .asString()
                .contains("Assigned to ");
    }

    @Test
    void a_group_that_the_settings_know_in_chat_is_called_by_its_people_there() {
        String database = group("carol");
        String inChat = bench.room().platform() == Platform.SLACK ? "S01DBA" : "N2YzYzJjMWUjI2RiYQ==";
        switch (bench.room().platform()) {
            case SLACK ->
                bench.slack().workspace().userGroup(inChat, List.of(bench.room().id(Person.BOB)));
            case TEAMS -> {
                Tenant tenant = bench.world().teams().tenant();
                tenant.grant("TeamworkTag.Read.All");
                tenant.atomically(() -> {
                    tenant.team(AcmeTeams.TEAM).orElseThrow().tag(inChat, Set.of(AcmeTeams.BOB));
                    return inChat;
                });
            }
        }
        bench.world().installation().changeSettings(settings -> named(settings, database, inChat));
        String incident = bench.open(1, 1, "Checkout down");
        bench.change(incident, "assignment_group", database);
        bench.hints();
        assertThat(isThere(Person.BOB, bench.channelOf(incident).id())).isTrue();
        assertThat(bench.backstage().calls()).noneMatch(call -> call.contains("sys_user_grmember"));
    }

    /** In Slack they are members of the channel; in Teams a line mentions them. */
    private boolean isThere(Person person, String channel) {
        return switch (bench.room().platform()) {
            case SLACK -> bench.backstage().isInvited(person, channel);
            case TEAMS ->
                said(channel).stream()
                        .anyMatch(
                                said -> said.contains(AcmeTeams.mri(bench.room().id(person))));
        };
    }

    /** The lines that were said there; in Teams they stand in small cards, whose mentions are no words. */
    private List<String> said(String channel) {
        return switch (bench.room().platform()) {
            case SLACK -> bench.backstage().lines(channel);
            case TEAMS ->
                bench.world().teams().messages(channel).stream()
                        .map(message -> JsonWriter.string(message.cards()))
                        .filter(card -> !card.contains("\"verb\"") && !card.equals("[]"))
                        .toList();
        };
    }

    private void named(JsonObject settings, String group, String inChat) {
        JsonObject one = new JsonObject();
        one.put("assignment_group", group);
        one.put(bench.room().platform() == Platform.SLACK ? "user_group" : "tag_id", inChat);
        settings.getArray("routes")
                .getObject(0)
                .getObject(bench.room().platform().id())
                .put("groups", JsonArray.from(one));
    }

    private String user(String userName) {
        return person(userName).sysId();
    }

    private dev.belay.simulator.servicenow.Person person(String userName) {
        return bench.world()
                .serviceNow()
                .people()
                .addressed(userName + "@acme.example")
                .getFirst();
    }

    private String group(String... members) {
        People people = bench.world().serviceNow().people();
        String group = people.group("Database");
        for (String member : members) {
            people.join(person(member), group);
        }
        return group;
    }
}
