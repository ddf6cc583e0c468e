package dev.belay.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.local.console.Page.Events;
import dev.belay.simulator.slack.SimulatedSlack;
import dev.belay.simulator.teams.AcmeTeams;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people see and do at the console, over a whole local world. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConsoleTest {
    private final Page page = new Page("console");

    @AfterAll
    void stop() {
        page.close();
    }

    private String open(String description, String level) {
        JsonObject fields = Page.fields("short_description", description, "impact", level, "urgency", level);
        return page.act("POST", "/api/servicenow/records", "as", "alice", "fields", fields)
                .getString("sys_id");
    }

    private JsonObject record(String sysId) {
        return page.get("/api/servicenow/records/incident/" + sysId + "?as=alice")
                .getObject("record");
    }

    private static String value(JsonObject record, String field) {
        return record.getObject(field, new JsonObject()).getString("value", "");
    }

    private Optional<String> cardChannel(String sysId) {
        return Optional.of(value(record(sysId), "x_belay_chat_slack")).filter(id -> !id.isEmpty());
    }

    private JsonObject slack(String person, String channel) {
        return page.get("/api/slack/channels/" + channel + "?as=" + person);
    }

    private Optional<JsonObject> card(String person, String channel, String action) {
        return Page.objects(slack(person, channel), "messages").stream()
                .filter(message -> JsonWriter.string(message).contains("\"action_id\":\"" + action))
                .findFirst();
    }

    private static String action(JsonObject card, String action) {
        String text = JsonWriter.string(card);
        int from = text.indexOf("\"action_id\":\"" + action) + "\"action_id\":\"".length();
        return text.substring(from, text.indexOf('"', from));
    }

    private void press(String person, String channel, JsonObject card, String action) {
        page.act(
                "POST",
                "/api/slack/press",
                "as",
                person,
                "channel",
                channel,
                "ts",
                card.getString("ts"),
                "action_id",
                action(card, action));
    }

    @Test
    void people_are_told_apart_by_what_they_may_do() {
        List<JsonObject> people = Page.objects(page.get("/api/world"), "people");
        assertThat(people)
                .extracting(person -> person.getString("id") + " " + person.getString("role"))
                .containsExactly(
                        "alice commander",
                        "bob commander",
                        "carol responder",
                        "dave unmapped",
                        "erin unmapped",
                        "gus guest",
                        "sol guest",
                        "mallory connected");
    }

    @Test
    void an_incident_gets_its_card_and_a_commanders_press_changes_it_everywhere() {
        try (Events events = page.events("")) {
            String sysId = open("Checkout down", "1");
            String channel = events.until(() -> cardChannel(sysId));
            JsonObject card = events.until(() -> card("alice", channel, "ack"));
            press("alice", channel, card, "ack");
            events.until(() -> Optional.of(value(record(sysId), "state")).filter("2"::equals));
            assertThat(record(sysId).getObject("assigned_to").getString("display_value"))
                    .isEqualTo("Alice Archer");
            events.until(() -> card("alice", channel, "hand"));
            String teams = events.until(() ->
                    Optional.of(value(record(sysId), "x_belay_chat_teams")).filter(id -> !id.isEmpty()));
            JsonObject seen = page.get("/api/teams/conversations/" + Page.encoded(teams) + "?as=alice");
            assertThat(seen.getObject("conversation").getString("kind")).isEqualTo("channel");
            events.until(() -> Optional.of(JsonWriter.string(
                            page.get("/api/teams/conversations/" + Page.encoded(teams) + "?as=alice")))
                    .filter(text -> text.contains("Alice Archer")));
            JsonArray activity = page.get("/api/servicenow/records/incident/" + sysId + "?as=alice")
                    .getArray("activity");
            assertThat(JsonWriter.string(activity)).contains("Alice Archer");
        }
    }

    @Test
    void who_lacks_the_role_alone_sees_why_nothing_happened() {
        try (Events events = page.events("")) {
            String sysId = open("Search slow", "1");
            String channel = events.until(() -> cardChannel(sysId));
            JsonObject card = events.until(() -> card("carol", channel, "ack"));
            press("carol", channel, card, "ack");
            JsonObject told = events.until(() ->
                    Page.objects(slack("carol", channel), "ephemeral").stream().findFirst());
            assertThat(told.getString("text")).isNotEmpty();
            assertThat(slack("alice", channel).getArray("ephemeral")).isEmpty();
            assertThat(value(record(sysId), "state")).isEqualTo("1");
        }
    }

    @Test
    void a_dialog_opens_says_what_is_wrong_and_is_submitted() {
        try (Events events = page.events("")) {
            String sysId = open("Mail stuck", "1");
            String channel = events.until(() -> cardChannel(sysId));
            JsonObject card = events.until(() -> card("alice", channel, "page"));
            press("alice", channel, card, "page");
            JsonObject view = events.until(() -> Page.objects(page.get("/api/slack/views?as=alice"), "views").stream()
                    .findFirst());
            assertThat(page.get("/api/slack/views?as=bob").getArray("views")).isEmpty();
            String address = "/api/slack/views/" + view.getString("id");
            JsonObject refused = page.act("POST", address + "/submit", "as", "alice", "values", new JsonObject());
            assertThat(refused.getBoolean("open")).isTrue();
            page.act("POST", address + "/close", "as", "alice");
            assertThat(page.get("/api/slack/views?as=alice").getArray("views")).isEmpty();
        }
    }

    @Test
    void a_guest_sees_the_channels_that_they_are_in_alone() {
        List<JsonObject> all = Page.objects(page.get("/api/slack/channels?as=alice"), "channels");
        assertThat(all).extracting(channel -> channel.getString("name")).contains("general", "support");
        for (String outsider : List.of("sol", "mallory")) {
            assertThat(Page.objects(page.get("/api/slack/channels?as=" + outsider), "channels"))
                    .extracting(channel -> channel.getString("name"))
                    .containsExactly("support");
        }
        assertThat(page.get("/api/slack/channels/C0GENERAL?as=mallory")).isEqualTo(Page.fields("seen", false));
        assertThat(page.get("/api/teams/conversations/" + Page.encoded(AcmeTeams.GENERAL) + "?as=mallory"))
                .isEqualTo(Page.fields("seen", false));
        assertThat(Page.objects(page.get("/api/teams/conversations?as=mallory"), "teams"))
                .extracting(team -> JsonWriter.string(team.getArray("channels")))
                .singleElement()
                .asString()
                .contains("partners");
        assertThat(page.send(page.request("/api/teams/conversations?as=sol")
                                .GET()
                                .build())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_one_writes_one_changes_and_deletes() {
        String channel = "C0SUPPORT";
        String ts = page.act("POST", "/api/slack/messages", "as", "bob", "channel", channel, "text", "on it")
                .getString("ts");
        page.act("PATCH", "/api/slack/messages", "as", "bob", "channel", channel, "ts", ts, "text", "done");
        assertThat(JsonWriter.string(slack("alice", channel)))
                .contains("\"text\":\"done\"")
                .doesNotContain("on it");
        JsonObject others = Page.fields("as", "alice", "channel", channel, "ts", ts, "text", "mine");
        assertThat(page.ask("PATCH", "/api/slack/messages", others).status()).isEqualTo(400);
        page.act("DELETE", "/api/slack/messages", "as", "bob", "channel", channel, "ts", ts);
        assertThat(JsonWriter.string(slack("alice", channel))).doesNotContain(ts);
        String teams = "19:0aacme0support0000000000000000001@thread.tacv2";
        String id = page.act("POST", "/api/teams/messages", "as", "bob", "conversation", teams, "text", "hello")
                .getString("id");
        page.act("PATCH", "/api/teams/messages", "as", "bob", "conversation", teams, "message", id, "text", "bye");
        String seen = "/api/teams/conversations/" + Page.encoded(teams) + "?as=alice";
        assertThat(JsonWriter.string(page.get(seen))).contains("\"text\":\"bye\"");
        page.act("DELETE", "/api/teams/messages", "as", "bob", "conversation", teams, "message", id);
        assertThat(JsonWriter.string(page.get(seen))).doesNotContain("\"text\":\"bye\"");
    }

    @Test
    void a_file_is_shared_and_read_again_in_each_pane() {
        byte[] bytes = "what happened".getBytes(StandardCharsets.UTF_8);
        share("/api/slack/files?as=bob&channel=C0SUPPORT&name=log.txt", bytes);
        JsonObject message = Page.objects(slack("alice", "C0SUPPORT"), "messages").stream()
                .filter(each -> each.has("files"))
                .findFirst()
                .orElseThrow();
        String id = Page.objects(message, "files").getFirst().getString("id");
        assertThat(read("/api/slack/files/" + id + "?as=alice")).isEqualTo("what happened");
        String teams = Page.encoded("19:0aacme0support0000000000000000001@thread.tacv2");
        share("/api/teams/files?as=bob&name=log.txt&conversation=" + teams, bytes);
        String url = Page.objects(page.get("/api/teams/conversations/" + teams + "?as=alice"), "messages").stream()
                .flatMap(each -> Page.objects(each, "attachments").stream())
                .map(attachment -> attachment.getString("contentUrl", ""))
                .filter(address -> address.endsWith("log.txt"))
                .findFirst()
                .orElseThrow();
        assertThat(read("/api/teams/files?as=alice&url=" + Page.encoded(url))).isEqualTo("what happened");
        String sysId = open("Printer on fire", "3");
        share("/api/servicenow/records/incident/" + sysId + "/attachments?as=carol&name=log.txt", bytes);
        JsonObject attached = Page.objects(
                        page.get("/api/servicenow/records/incident/" + sysId + "?as=carol"), "attachments")
                .getFirst();
        assertThat(attached.getString("file_name")).isEqualTo("log.txt");
        assertThat(read("/api/servicenow/attachments/" + attached.getString("sys_id") + "?as=carol"))
                .isEqualTo("what happened");
    }

    private void share(String path, byte[] bytes) {
        HttpRequest request = page.request(path)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        assertThat(page.send(request).status()).isEqualTo(201);
    }

    private String read(String path) {
        Page.Answered answered = page.send(page.request(path).GET().build());
        assertThat(answered.response().headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        return answered.response().body();
    }

    @Test
    void an_agent_raises_proposes_resolves_and_reopens() {
        String sysId = open("Disk full", "3");
        String record = "/api/servicenow/records/incident/" + sysId;
        assertThat(value(record(sysId), "priority")).isEqualTo("5");
        page.act("POST", record + "/propose", "as", "carol", "reason", "many customers");
        assertThat(value(record(sysId), "major_incident_state")).isEqualTo("proposed");
        page.act("POST", record + "/raise", "as", "carol");
        assertThat(value(record(sysId), "priority")).isEqualTo("1");
        page.act("POST", record + "/resolve", "as", "carol");
        assertThat(value(record(sysId), "state")).isEqualTo("6");
        JsonObject reopened = page.act("POST", record + "/reopen", "as", "carol");
        assertThat(value(reopened.getObject("record"), "state")).isEqualTo("2");
        page.act("PATCH", record, "as", "carol", "fields", Page.fields("work_notes", "looking"));
        JsonObject seen = page.get(record + "?as=carol");
        assertThat(Page.objects(seen, "activity"))
                .filteredOn(entry -> entry.getString("value").equals("looking"))
                .extracting(entry -> entry.getString("name"))
                .containsExactly("Carol Carter");
        assertThat(seen.getString("user")).isEqualTo("carol");
        assertThat(page.get(record + "?as=gus").getString("user")).isEqualTo("admin");
    }

    @Test
    void who_has_no_user_in_servicenow_looks_and_changes_nothing() {
        String sysId = open("Printer jam", "3");
        String record = "/api/servicenow/records/incident/" + sysId;
        for (String person : List.of("gus", "dave")) {
            JsonObject fields = Page.fields("as", person, "fields", Page.fields("short_description", "Not mine"));
            refusedForWantOfAUser(page.ask("PATCH", record, fields));
            refusedForWantOfAUser(page.ask("POST", "/api/servicenow/records", fields));
            for (String action : List.of("raise", "propose", "resolve", "reopen", "promote", "reject")) {
                refusedForWantOfAUser(page.ask("POST", record + "/" + action, Page.fields("as", person)));
            }
            refusedForWantOfAUser(page.send(page.request(record + "/attachments?name=a.txt&as=" + person)
                    .header("Content-Type", "application/octet-stream")
                    .POST(HttpRequest.BodyPublishers.ofString("a"))
                    .build()));
        }
        JsonObject seen = page.get(record + "?as=gus");
        assertThat(value(seen.getObject("record"), "short_description")).isEqualTo("Printer jam");
        assertThat(value(seen.getObject("record"), "priority")).isEqualTo("5");
        assertThat(seen.getArray("attachments")).isEmpty();
    }

    private static void refusedForWantOfAUser(Page.Answered answered) {
        assertThat(answered.status()).isEqualTo(403);
        assertThat(answered.json().getString("error"))
                .matches("(Gus Guest|Dave Dyer) has no user in ServiceNow and looks only\\..*");
    }

    @Test
    void each_table_offers_the_states_that_it_has() {
        JsonObject states = page.get("/api/servicenow/choices?as=alice").getObject("state");
        assertThat(labels(states, "incident"))
                .containsExactly("1 New", "2 In Progress", "3 On Hold", "6 Resolved", "7 Closed", "8 Canceled");
        assertThat(labels(states, "problem"))
                .containsExactly(
                        "101 New",
                        "102 Assess",
                        "103 Root Cause Analysis",
                        "104 Fix in Progress",
                        "106 Resolved",
                        "107 Closed");
        assertThat(labels(states, "change_request"))
                .containsExactly(
                        "-5 New",
                        "-4 Assess",
                        "-3 Authorize",
                        "-2 Scheduled",
                        "-1 Implement",
                        "0 Review",
                        "3 Closed",
                        "4 Canceled");
        assertThat(labels(states, "incident_task"))
                .containsExactly(
                        "-5 Pending",
                        "1 Open",
                        "2 Work in Progress",
                        "3 Closed Complete",
                        "4 Closed Incomplete",
                        "7 Closed Skipped");
    }

    private static List<String> labels(JsonObject states, String table) {
        return Page.objects(states, table).stream()
                .map(choice -> choice.getString("value") + " " + choice.getString("label"))
                .toList();
    }

    @Test
    void only_threads_that_changed_are_read_again() {
        String channel = "C0SUPPORT";
        try (Events events = page.events("")) {
            List<String> roots = Stream.of("one", "two", "three")
                    .map(text -> said(channel, text, ""))
                    .toList();
            List<String> replies = roots.stream()
                    .map(root -> said(channel, "answer to " + root, root))
                    .toList();
            events.until(() -> threadsRead(channel) == 0 ? Optional.of(true) : Optional.empty());
            said(channel, "another answer", roots.getFirst());
            assertThat(threadsRead(channel)).isOne();
            page.act(
                    "PATCH",
                    "/api/slack/messages",
                    "as",
                    "bob",
                    "channel",
                    channel,
                    "ts",
                    replies.getLast(),
                    "text",
                    "changed");
            events.until(() -> Optional.of(JsonWriter.string(slack("alice", channel)))
                    .filter(text -> text.contains("changed") && !text.contains("answer to " + roots.getLast())));
        }
    }

    private String said(String channel, String text, String root) {
        JsonObject fields = Page.fields("as", "bob", "channel", channel, "text", text);
        if (!root.isEmpty()) {
            fields.put("thread_ts", root);
        }
        Page.Answered answered = page.ask("POST", "/api/slack/messages", fields);
        assertThat(answered.status()).as(answered.response().body()).isEqualTo(201);
        return answered.json().getString("ts");
    }

    /** How many threads are read when alice reads the channel. */
    private long threadsRead(String channel) {
        SimulatedSlack slack = page.running.world().slack();
        slack.forgetCalls();
        slack("alice", channel);
        return slack.calls().stream()
                .filter(call -> call.method().equals("conversations.replies"))
                .count();
    }

    @Test
    void a_link_leads_to_a_pane_or_nowhere() {
        assertThat(link("https://app.slack.com/client/T01ACME/C0SUPPORT"))
                .containsEntry("pane", "slack")
                .containsEntry("channel", "C0SUPPORT");
        assertThat(link("https://acme.slack.com/archives/C0SUPPORT/p1700000000000100"))
                .containsEntry("ts", "1700000000.000100");
        assertThat(link("https://teams.microsoft.com/l/channel/19%3Aabc%40thread.tacv2/support?groupId=1"))
                .containsEntry("conversation", "19:abc@thread.tacv2");
        String sysId = "0123456789abcdef0123456789abcdef";
        String instance = page.running.world().serviceNow().url().toString();
        assertThat(link(instance + "/nav_to.do?uri=incident.do?sys_id=" + sysId))
                .containsEntry("pane", "servicenow")
                .containsEntry("sys_id", sysId);
        assertThat(link("https://example.com/")).containsEntry("pane", null);
    }

    private JsonObject link(String to) {
        return page.get("/api/link?to=" + Page.encoded(to));
    }
}
