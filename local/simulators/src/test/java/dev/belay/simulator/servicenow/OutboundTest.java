package dev.belay.simulator.servicenow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.simulator.http.Faults;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.http.SimulatorServer;
import dev.belay.simulator.servicenow.event.EventTarget;
import dev.belay.simulator.servicenow.table.Row;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an instance notes of its own calls, and how they go wrong when it is told to. */
final class OutboundTest {
    private final Instance instance = new Instance();
    private final List<Request> received = new CopyOnWriteArrayList<>();
    private final SimulatorServer receiver = SimulatorServer.start(0, new Faults(), _ -> Optional.empty(), request -> {
        received.add(request);
        return Response.json(202, "{}");
    });

    @BeforeEach
    void aim() {
        instance.snow
                .rule()
                .target(new EventTarget(receiver.url().resolve("/servicenow/events"), "key".getBytes(UTF_8), "k1"));
    }

    @AfterEach
    void stop() {
        instance.close();
        receiver.close();
    }

    private void opened() {
        instance.opened("{\"impact\":\"1\",\"urgency\":\"1\"}");
        assertThat(instance.snow.rule().awaitIdle(Duration.ofSeconds(10))).isTrue();
    }

    private void sim(String command, String fields) {
        assertThat(instance.send(Instance.json(instance.plain("/_sim/" + command), "POST", fields))
                        .statusCode())
                .isEqualTo(200);
    }

    private List<Row> rows(String table) {
        return instance.snow.tables().rows(table);
    }

    @Test
    void each_call_is_a_row_with_what_the_lowest_level_holds() {
        opened();
        assertThat(rows("sys_outbound_http_log")).singleElement().satisfies(row -> {
            assertThat(row.value("url")).endsWith("/servicenow/events");
            assertThat(row.value("hostname")).isEqualTo("127.0.0.1");
            assertThat(row.value("method")).isEqualTo("POST");
            assertThat(row.value("response_status")).isEqualTo("202");
        });
        assertThat(rows("ecc_queue")).isEmpty();
    }

    @Test
    void another_key_signs_otherwise_until_it_is_given_back() {
        opened();
        sim("sign-wrongly", "{\"on\":true}");
        opened();
        assertThat(signature(0)).isNotEqualTo(signature(1));
        assertThat(received.get(1).header("x-belay-key-id")).hasValue("k1");
    }

    private String signature(int number) {
        return received.get(number).header("x-belay-signature").orElseThrow();
    }

    @Test
    void a_rule_that_is_off_calls_nobody() {
        sim("rule", "{\"active\":false}");
        opened();
        assertThat(received).isEmpty();
        assertThat(rows("sys_outbound_http_log")).isEmpty();
        sim("rule", "{\"active\":true}");
        opened();
        assertThat(received).hasSize(1);
    }

    @Test
    void a_mid_server_takes_calls_from_the_queue_and_those_it_missed_when_it_is_back() {
        sim("mid-server", "{\"status\":\"up\"}");
        opened();
        assertThat(rows("ecc_queue"))
                .extracting(row -> row.value("agent") + " " + row.value("queue") + " " + row.value("state"))
                .containsExactly("mid.server.mid-1 output processed", "mid.server.mid-1 input processed");

        sim("mid-server", "{\"status\":\"down\"}");
        opened();
        assertThat(received).hasSize(1);
        assertThat(rows("ecc_agent")).singleElement().matches(agent -> agent.value("status")
                .equals("Down"));
        assertThat(rows("ecc_queue").getLast().value("state")).isEqualTo("ready");

        sim("mid-server", "{\"status\":\"up\"}");
        assertThat(received).hasSize(2);
        assertThat(rows("sys_outbound_http_log")).hasSize(2);
    }

    @Test
    void without_a_mid_server_none_can_stop() {
        assertThatThrownBy(() -> instance.snow.rule().carriage().up(false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
