package dev.belay.simulator.servicenow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.http.SimulatorServer;
import dev.belay.simulator.servicenow.event.Event;
import dev.belay.simulator.servicenow.event.EventTarget;
import dev.belay.simulator.servicenow.event.Outbound;
import dev.belay.simulator.servicenow.table.Written;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the business rule tells of a change, and what it sends. */
final class BusinessRuleTest {
    private static final byte[] KEY = "sample_key".getBytes(UTF_8);

    private final Instance instance = new Instance();
    private final List<Request> received = new CopyOnWriteArrayList<>();
    private volatile int status = 202;
    private final SimulatorServer receiver =
            SimulatorServer.start(0, new Faults(), request -> Optional.empty(), request -> {
                received.add(request);
                return Response.json(status, "{}");
            });

    @BeforeEach
    void aim() {
        instance.snow.rule().target(new EventTarget(receiver.url().resolve("/servicenow/events"), KEY, "k1"));
    }

    @AfterEach
    void stop() {
        instance.close();
        receiver.close();
    }

    private List<Outbound> sent() {
        assertThat(instance.snow.rule().awaitIdle(Duration.ofSeconds(10))).isTrue();
        return instance.snow.outbound();
    }

    private List<String> types() {
        return sent().stream().map(outbound -> outbound.event().type()).toList();
    }

    private String quietlyOpened() {
        String id = instance.opened("{\"impact\":\"1\",\"urgency\":\"1\"}");
        assertThat(sent()).hasSize(1);
        return id;
    }

    private static JsonObject body(Request request) throws JsonParserException {
        return JsonParser.object().from(request.text());
    }

    @Test
    void an_incident_that_opens_is_told_of_once_with_nothing_of_the_record() throws JsonParserException {
        String id = instance.opened("{\"short_description\":\"Secret\",\"work_notes\":\"hush\"}");

        assertThat(sent()).singleElement().matches(Outbound::taken);
        assertThat(body(received.getFirst()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "schema", 1,
                        "event_id", "incident:" + id + ":0:record.opened",
                        "type", "record.opened",
                        "occurred_at", "2026-03-02T10:15:30Z",
                        "instance", "acme",
                        "table", "incident",
                        "sys_id", id,
                        "sys_mod_count", "0",
                        "updated_by", "jane.doe"));
    }

    /** A 403 is a firewall's as a rule, and may pass. */
    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 503})
    void what_is_not_taken_waits_for_a_heartbeat_that_is(int answer) {
        status = answer;
        String id = quietlyOpened();
        assertThat(instance.snow.rule().minute()).isEqualTo(answer);
        assertThat(sent()).hasSize(1);
        assertThat(instance.snow.rule().waiting()).hasSize(1);

        status = 202;
        assertThat(instance.snow.rule().minute()).isEqualTo(202);
        assertThat(sent())
                .hasSize(2)
                .extracting(outbound -> outbound.event().id())
                .containsOnly("incident:" + id + ":0:record.opened");
        assertThat(instance.snow.rule().waiting()).isEmpty();
        assertThat(received)
                .extracting(Request::path)
                .containsExactly(
                        "/servicenow/events", "/servicenow/heartbeat", "/servicenow/heartbeat", "/servicenow/events");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413})
    void what_is_never_taken_does_not_wait(int answer) {
        status = answer;
        quietlyOpened();
        assertThat(instance.snow.rule().waiting()).isEmpty();
    }

    @Test
    void a_heartbeat_says_who_is_there_and_is_signed_as_events_are() throws JsonParserException {
        instance.snow.rule().minute();
        Request request = received.getFirst();

        assertThat(body(request))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "schema", 1,
                        "event_id", "heartbeat:2026-03-02T10:15:30Z",
                        "type", "instance.heartbeat",
                        "occurred_at", "2026-03-02T10:15:30Z",
                        "instance", "acme"));
        assertThat(request.header("x-belay-key-id")).hasValue("k1");
        assertThat(request.header("x-belay-signature")).isPresent();
    }

    @Test
    void an_event_is_signed_over_its_time_and_its_bytes() throws GeneralSecurityException {
        String id = quietlyOpened();
        Request request = received.getFirst();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        String timestamp = Long.toString(instance.clock.instant().getEpochSecond());
        byte[] expected = mac.doFinal(("v1:" + timestamp + ":" + request.text()).getBytes(UTF_8));

        assertThat(request.header("x-belay-timestamp")).hasValue(timestamp);
        assertThat(request.header("x-belay-signature"))
                .hasValue("v1=" + Base64.getEncoder().encodeToString(expected));
        assertThat(request.header("x-belay-event-id")).hasValue("incident:" + id + ":0:record.opened");
        assertThat(request.header("x-belay-key-id")).hasValue("k1");
        assertThat(request.header("content-type")).hasValue("application/json");
    }

    @Test
    void a_body_is_ascii_whoever_made_the_change() throws JsonParserException {
        instance.snow.people().person("Zoë", "zoë", "zoe@acme.example");
        instance.snow.tables().insert("incident", Map.of("impact", "1"), "zoë");

        assertThat(sent().getFirst().body()).isASCII().contains("zo\\u00eb");
        assertThat(body(received.getFirst())).containsEntry("updated_by", "zoë");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"urgency\":\"3\"}",
                "{\"state\":\"2\"}",
                "{\"assigned_to\":\"0123456789abcdef0123456789abcdef\"}",
                "{\"assignment_group\":\"0123456789abcdef0123456789abcdef\"}",
                "{\"major_incident_state\":\"accepted\"}",
                "{\"short_description\":\"new\"}",
                "{\"short_description\":\"new\",\"work_notes\":\"why\"}",
            })
    void a_change_of_what_a_conversation_shows_is_told_of(String change) {
        instance.patchAs("jane.doe", quietlyOpened(), change);

        assertThat(types()).containsExactly("record.opened", "record.updated");
    }

    @Test
    void a_work_note_alone_is_a_journal_event() {
        instance.patchAs("jane.doe", quietlyOpened(), "{\"work_notes\":\"looking\"}");

        assertThat(types()).containsExactly("record.opened", "record.journal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"description\":\"x\"}", "{\"comments\":\"to the customer\"}", "{\"state\":\"1\"}"})
    void another_change_is_not_told_of(String change) {
        instance.patchAs("jane.doe", quietlyOpened(), change);

        assertThat(types()).containsExactly("record.opened");
    }

    @ParameterizedTest
    @ValueSource(strings = {"problem", "change_request", "incident_task"})
    void the_other_tables_of_tasks_are_told_of_like_incident(String table) throws JsonParserException {
        Written written = instance.snow.tables().insert(table, Map.of("short_description", "x"), "jane.doe");
        String id = ((Written.Done) written).row().sysId();
        instance.snow.tables().update(table, id, Map.of("short_description", "y"), "jane.doe");

        assertThat(types()).containsExactlyInAnyOrder("record.opened", "record.updated");
        assertThat(body(received.getFirst())).containsEntry("table", table).containsEntry("sys_id", id);
    }

    @Test
    void a_field_that_an_administrator_adds_to_the_rule_is_told_of() {
        instance.snow.rule().watch("u_incident_commander");
        instance.patchAs("jane.doe", quietlyOpened(), "{\"u_incident_commander\":\"" + instance.jane.sysId() + "\"}");

        assertThat(types()).containsExactly("record.opened", "record.updated");
    }

    @Test
    void comments_are_a_journal_entry_once_an_administrator_adds_them_to_the_rule() {
        String id = quietlyOpened();
        instance.patchAs("jane.doe", id, "{\"comments\":\"told to nobody\"}");
        instance.snow.rule().watch("comments");
        instance.patchAs("jane.doe", id, "{\"comments\":\"told\"}");

        assertThat(types()).containsExactly("record.opened", "record.journal");
    }

    @Test
    void what_is_attached_to_a_record_is_told_of_with_nothing_of_the_file() throws JsonParserException {
        String id = quietlyOpened();
        String attachment = attached("incident", id);

        assertThat(types()).containsExactly("record.opened", "record.attached");
        assertThat(body(received.getLast()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "schema", 1,
                        "event_id", "incident:" + id + ":" + attachment + ":record.attached",
                        "type", "record.attached",
                        "occurred_at", "2026-03-02T10:15:30Z",
                        "instance", "acme",
                        "table", "incident",
                        "sys_id", id,
                        "sys_mod_count", "0",
                        "updated_by", "jane.doe",
                        "attachment", attachment));
    }

    @Test
    void what_is_attached_to_something_else_is_told_to_nobody() {
        quietlyOpened();
        attached("sys_user", instance.jane.sysId());

        assertThat(types()).containsExactly("record.opened");
    }

    private String attached(String table, String id) {
        Written written = instance.snow
                .attachments()
                .attach(
                        instance.snow.tables().row(table, id).orElseThrow(),
                        "secret.txt",
                        "text/plain",
                        "hush".getBytes(UTF_8),
                        "jane.doe");
        return ((Written.Done) written).row().sysId();
    }

    // infra/servicenow/README.md, step 5: do not filter by who updated.
    @Test
    void what_the_integration_user_changed_is_told_of_like_any_other_change() throws JsonParserException {
        instance.patch(quietlyOpened(), "{\"state\":\"2\",\"work_notes\":\"by the bridge\"}");

        assertThat(types()).containsExactly("record.opened", "record.updated");
        assertThat(body(received.getLast())).containsEntry("updated_by", Instance.USER);
    }

    @Test
    void the_events_of_one_user_may_be_kept_back_while_the_others_are_sent() {
        instance.snow.rule().holdOf(Instance.USER);
        String id = quietlyOpened();
        instance.patch(id, "{\"state\":\"2\"}");
        instance.patchAs("jane.doe", id, "{\"work_notes\":\"looking\"}");
        assertThat(types()).containsExactly("record.opened", "record.journal");

        assertThat(instance.snow.rule().sendHeld()).isOne();
        assertThat(types()).contains("record.updated");
        assertThat(instance.snow.rule().sendHeld()).isZero();
    }

    @Test
    void a_deletion_is_told_of() {
        String id = quietlyOpened();
        instance.send(instance.asPerson("admin", Instance.INCIDENT + "/" + id).DELETE());

        assertThat(types()).containsExactly("record.opened", "record.deleted");
    }

    @Test
    void a_clone_says_who_it_is() throws JsonParserException {
        instance.snow.rule().instance("acmedev");
        quietlyOpened();

        assertThat(body(received.getFirst())).containsEntry("instance", "acmedev");
    }

    @Test
    void an_event_that_was_not_taken_is_not_sent_again() {
        status = 503;
        quietlyOpened();

        assertThat(sent()).extracting(Outbound::status).containsExactly(503);
        assertThat(received).hasSize(1);
    }

    @Test
    void an_event_that_reached_nobody_is_in_the_log() {
        instance.snow.rule().target(new EventTarget(URI.create("http://127.0.0.1:1/"), KEY, "k1"));
        instance.opened("{}");

        assertThat(sent()).extracting(Outbound::status).containsExactly(0);
        assertThat(instance.send(instance.plain("/_sim/deliveries")).body())
                .contains(":0:record.opened", "connection_failed");
    }

    @Test
    void without_a_target_nothing_is_sent() {
        try (SimulatedServiceNow other = SimulatedServiceNow.start(0, new Faults(), instance.clock, "acme")) {
            other.tables().insert("incident", Map.of(), "admin");

            assertThat(other.rule().awaitIdle(Duration.ZERO)).isTrue();
            assertThat(other.rule().sent()).isEmpty();
        }
    }

    @Test
    void events_can_be_kept_back_and_sent_in_another_order_and_again() {
        instance.snow.rule().hold();
        String id = instance.opened("{}");
        instance.patchAs("jane.doe", id, "{\"state\":\"2\"}");
        List<Event> held = instance.snow.rule().held();
        assertThat(sent()).isEmpty();

        instance.snow.rule().send(held.get(1));
        assertThat(types()).containsExactly("record.updated");
        instance.clock.pass(Duration.ofHours(1));
        instance.snow.rule().send(held.get(1));

        assertThat(sent())
                .hasSize(2)
                .extracting(outbound -> outbound.event().id())
                .containsOnly(held.get(1).id());
        assertThat(received.get(1).header("x-belay-timestamp"))
                .isNotEqualTo(received.get(0).header("x-belay-timestamp"));
    }
}
