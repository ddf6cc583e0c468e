package dev.belay.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.local.world.Acme;
import dev.belay.local.world.Running;
import dev.belay.reconciliation.ReconciliationHandler;
import dev.belay.simulator.http.Faults.Fault;
import dev.belay.simulator.servicenow.outage.Failure;
import dev.belay.simulator.servicenow.rest.Call;
import dev.belay.time.Crowd;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ServiceNow's events are lost, and all agrees after one run all the same. */
final class ReconciliationTest extends OnEachPlatform {
    private static final Duration A_WHILE = Duration.ofMinutes(6);
    private static final Duration A_DAY = Duration.ofDays(1);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    /** How long this machine takes is no time that passes there. */
    ReconciliationTest() {
        super(InstantSource.fixed(Instant.now().plus(Duration.ofMinutes(2))));
    }

    @BeforeEach
    void what_it_counts_is_kept_and_the_first_sweep_is_over() {
        printed.reset();
        bench.world().installation().printTo(new PrintStream(printed, true, UTF_8));
        bench.reconcile();
        assertThat(told("ReconciliationRan")).isZero();
    }

    @AfterEach
    void nothing_is_left() {
        assertThat(bench.waiting()).isZero();
        assertThat(bench.setAside()).isZero();
    }

    /** What the newest run told of a metric. */
    private int told(String metric) {
        Matcher found = Pattern.compile("\"" + metric + "\":(\\d+)").matcher(printed.toString(UTF_8));
        int newest = -1;
        while (found.find()) {
            newest = Integer.parseInt(found.group(1));
        }
        return newest;
    }

    private void events(boolean come) {
        bench.world().serviceNow().rule().active(come);
    }

    private void reconciled() {
        bench.pass(A_WHILE);
        bench.reconcile();
        bench.hints();
    }

    private String content(String incident) {
        return bench.channelOf(incident).cards().getFirst().content();
    }

    private List<String> lines(String incident) {
        return bench.backstage().lines(bench.channelOf(incident).id());
    }

    @Test
    void what_was_opened_changed_and_resolved_unheard_agrees_after_one_run_each() {
        events(false);
        String incident = bench.open(1, 1, "Checkout down");
        reconciled();
        assertThat(bench.channelOf(incident).cards()).hasSize(1);
        assertThat(told("Reconciled")).isEqualTo(1);
        assertThat(printed.toString(UTF_8)).contains("\"ConversationLate\":1");

        bench.change(incident, Map.of("short_description", "Checkout slow", "state", "2"));
        reconciled();
        assertThat(content(incident)).contains("Checkout slow", "In Progress");
        assertThat(told("Reconciled")).isEqualTo(1);

        bench.change(incident, Map.of("state", "6", "close_code", "Solution provided", "close_notes", "Restarted it"));
        reconciled();
        assertThat(content(incident)).contains("Resolved");
        assertThat(lines(incident)).hasSize(3);
        assertThat(lines(incident).getLast()).contains("is over: Resolved");

        bench.pass(A_WHILE);
        bench.reconcile();
        assertThat(bench.waiting()).as("all agrees").isZero();
        assertThat(told("Reconciled")).isZero();
    }

    @Test
    void what_was_never_heard_of_and_is_over_gets_no_conversation() {
        events(false);
        String incident = bench.open(1, 1, "Checkout down");
        bench.change(incident, Map.of("state", "6", "close_code", "Solution provided", "close_notes", "Restarted it"));
        reconciled();
        assertThat(bench.incident(incident).value(bench.room().field())).isEmpty();
        assertThat(told("Reconciled")).isZero();
    }

    @Test
    void where_every_event_comes_nothing_counts_as_lost() {
        String incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        bench.change(incident, "state", "2");
        bench.hints();
        bench.change(incident, "category", "software");
        bench.hints();
        bench.pass(A_WHILE);
        bench.reconcile();
        assertThat(told("Reconciled")).isZero();
        assertThat(told("ReconciliationRan")).isEqualTo(1);
        bench.hints();
    }

    @Test
    void what_was_attached_unheard_is_shown_after_one_run_and_only_once() {
        String incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        String channel = bench.channelOf(incident).id();
        events(false);
        bench.attach(incident, "report.pdf", "unheard".getBytes(UTF_8));
        for (int run = 0; run < 3; run++) {
            bench.pass(A_WHILE);
            bench.reconcile();
            assertThat(told("Reconciled")).isEqualTo(run == 0 ? 1 : 0);
            bench.hints();
            bench.wordOfFiles();
            assertThat(bench.room().files(channel))
                    .singleElement()
                    .satisfies(file -> assertThat(file.bytes()).asString(UTF_8).isEqualTo("unheard"));
        }
    }

    @Test
    void what_was_attached_before_there_was_a_conversation_is_shown_in_it_once() {
        bench.world().installation().changeSettings(settings -> settings.getArray("routes")
                .forEach(route -> ((JsonObject) route).put("priorities", JsonArray.from(1, 2))));
        String incident = bench.open(3, 3, "Printer jams");
        bench.hints();
        bench.attach(incident, "report.pdf", "early".getBytes(UTF_8));
        bench.wordOfFiles();
        bench.pass(Duration.ofHours(3));
        bench.reconcile();
        bench.change(incident, Map.of("impact", "1", "urgency", "1"));
        bench.hints();
        String channel = bench.channelOf(incident).id();
        assertThat(bench.room().files(channel)).isEmpty();
        for (int run = 0; run < 3; run++) {
            bench.pass(A_WHILE);
            bench.reconcile();
            bench.hints();
            bench.wordOfFiles();
            assertThat(bench.room().files(channel)).hasSize(1);
        }
    }

    @Test
    void what_was_attached_and_heard_of_does_not_count_as_lost() {
        String incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        bench.attach(incident, "report.pdf", "heard".getBytes(UTF_8));
        bench.wordOfFiles();
        bench.pass(A_WHILE);
        bench.reconcile();
        assertThat(told("Reconciled")).isZero();
        bench.hints();
        bench.wordOfFiles();
        assertThat(bench.room().files(bench.channelOf(incident).id())).hasSize(1);
    }

    @Test
    void two_at_once_open_one_conversation() throws InterruptedException, ExecutionException {
        events(false);
        String incident = bench.open(1, 1, "Checkout down");
        bench.pass(A_WHILE);
        Crowd.of(2, () -> {
            bench.reconcile();
            return true;
        });
        bench.hints();
        assertThat(bench.channelOf(incident).cards()).hasSize(1);
        assertThat(bench.room().channels()).hasSize(1);
    }

    @Test
    void the_sweep_finds_what_was_deleted_and_leaves_alone_what_is_hidden() {
        String deleted = bench.open(1, 1, "Checkout down");
        String hidden = bench.open(1, 1, "Payments down");
        bench.hints();
        String channel = bench.channelOf(deleted).id();
        String kept = content(hidden);
        events(false);
        bench.delete(deleted);
        bench.world().serviceNow().control().hideRecord(Acme.INTEGRATION_USER, "incident", hidden);
        bench.pass(A_DAY);
        bench.reconcile();
        bench.hints();
        assertThat(bench.room().cards(channel)).hasSize(1).first().satisfies(card -> assertThat(card.content())
                .contains("This record was deleted in ServiceNow"));
        assertThat(content(hidden)).isEqualTo(kept);
        assertThat(told("RecordUnreadable")).isEqualTo(1);
    }

    @Test
    void while_all_is_paused_nothing_is_asked_and_later_nothing_is_missed() {
        events(false);
        String incident = bench.open(1, 1, "Checkout down");
        bench.pass(A_WHILE);
        bench.world().installation().changeSettings(settings -> settings.put("pause_outbound", true));
        bench.world().serviceNow().forgetCalls();
        bench.reconcile();
        assertThat(bench.world().serviceNow().calls()).isEmpty();
        bench.world().installation().changeSettings(settings -> settings.put("pause_outbound", false));
        reconciled();
        assertThat(bench.channelOf(incident).cards()).hasSize(1);
    }

    @Test
    void an_instance_that_does_not_answer_is_asked_again_by_the_next_run() {
        events(false);
        String incident = bench.open(1, 1, "Checkout down");
        bench.pass(A_WHILE);
        printed.reset();
        bench.world().serviceNow().outage().next(1, "GET incident", Failure.page(503));
        bench.reconcile();
        assertThat(told("ReconciliationRan")).as("it did not come to its end").isEqualTo(-1);
        reconciled();
        assertThat(bench.channelOf(incident).cards()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 12})
    void where_nothing_changed_a_run_is_one_request_a_table_one_for_attachments_and_one_for_the_token(
            int conversations) {
        for (int i = 0; i < conversations; i++) {
            bench.open(3, 3, "Printer " + i);
        }
        bench.hints();
        bench.pass(Duration.ofHours(1));
        bench.reconcile();
        bench.pass(A_WHILE);
        bench.world().serviceNow().forgetCalls();
        aws.forgetCalls();
        bench.reconcile();
        assertThat(bench.world().serviceNow().calls().stream().map(Call::name))
                .containsExactly("POST oauth_token", "GET change_request", "GET incident", "GET sys_attachment");
        assertThat(aws.counts("reconciliation"))
                .isEqualTo(Map.of(
                        "ssm GetParameter", 1,
                        "secretsmanager GetSecretValue", 1,
                        "dynamodb GetItem", 5,
                        "dynamodb UpdateItem", 5,
                        "dynamodb Query", 3));
    }

    @Test
    void killed_at_any_call_it_is_done_by_the_next_run() {
        events(false);
        int calls = 0;
        boolean broke = true;
        while (broke) {
            String incident = bench.open(3, 3, "Printer " + calls);
            bench.pass(A_WHILE);
            bench.world().faults().breakCall(calls, Fault.CALLER_KILLED);
            runAndDie();
            broke = bench.world().faults().breaksAhead() == 0;
            bench.world().faults().heal();
            reconciled();
            assertThat(bench.cardOf(incident, bench.room().support()).content())
                    .as("killed at call %s", calls)
                    .contains("Printer " + calls);
            calls++;
        }
        assertThat(calls).isGreaterThan(12);
    }

    private void runAndDie() {
        ReconciliationHandler function = bench.world().installation().reconciliation();
        try {
            Running.reconcile(bench.world(), function);
        } catch (RuntimeException e) {
            assertThat(bench.world().faults().callerIsDead()).as(e.toString()).isTrue();
        }
    }
}
