package dev.belay.simulator.servicenow.event;

import dev.belay.simulator.http.Sender;
import dev.belay.simulator.servicenow.table.Moments;
import dev.belay.simulator.servicenow.table.Tables;
import dev.belay.simulator.servicenow.table.Written;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How calls leave the instance, and what it notes of them: directly, or by a MID Server that takes them from {@code ecc_queue}. Each call
 * that ended is a row of {@code sys_outbound_http_log}; one that no MID Server took waits, and goes out as it was once there is one
 * (ServiceNow KB0855595).
 */
public final class Carriage {
    private static final String BY = "system";
    private static final String UP = "Up";

    /** A call as the rule made it. */
    private record Sent(URI to, Map<String, String> headers, String body) {}

    private final Tables tables;
    private final Sender sender;
    private final Clock clock;
    private final Map<String, Sent> waiting = new LinkedHashMap<>();
    private Optional<String> midServer = Optional.empty();

    Carriage(Tables tables, Sender sender, Clock clock) {
        this.tables = tables;
        this.sender = sender;
        this.clock = clock;
    }

    /** Has a MID Server of this name carry the calls; it is up. */
    public void by(String name) {
        synchronized (this) {
            midServer = Optional.of(name);
        }
        up(true);
    }

    /** Sends calls directly again. */
    public synchronized void directly() {
        midServer = Optional.empty();
    }

    /** The MID Server stops, or starts and carries what waits. */
    public void up(boolean running) {
        String name = carrier().orElseThrow(() -> new IllegalArgumentException("no MID Server carries the calls"));
        Map<String, String> values =
                Map.of("name", name, "status", running ? UP : "Down", "validated", "true", "last_refreshed", now());
        tables.row("ecc_agent", "name", name)
                .ifPresentOrElse(
                        agent -> tables.update("ecc_agent", agent.sysId(), values, BY),
                        () -> tables.insert("ecc_agent", values, BY));
        if (running) {
            waiting().forEach((row, sent) -> carry(name, row, sent));
        }
    }

    private synchronized Optional<String> carrier() {
        return midServer;
    }

    private synchronized Map<String, Sent> waiting() {
        Map<String, Sent> all = new LinkedHashMap<>(waiting);
        waiting.clear();
        return all;
    }

    /** Makes the call; one that nobody takes ends without an answer. */
    Sender.Answer post(URI to, Map<String, String> headers, String body) {
        Sent sent = new Sent(to, headers, body);
        Optional<String> by = carrier();
        if (by.isEmpty()) {
            return logged(sent);
        }
        String row = insert("ecc_queue", message(by.get(), sent, "output", "ready"));
        if (isUp(by.get())) {
            return carry(by.get(), row, sent);
        }
        synchronized (this) {
            waiting.put(row, sent);
        }
        return new Sender.Answer(0, "", "", "no MID Server answered");
    }

    private boolean isUp(String name) {
        return tables.row("ecc_agent", "name", name)
                .filter(agent -> agent.value("status").equals(UP))
                .isPresent();
    }

    private Sender.Answer carry(String name, String row, Sent sent) {
        Sender.Answer answer = logged(sent);
        tables.update("ecc_queue", row, Map.of("state", "processed", "processed", now()), BY);
        Map<String, String> result = message(name, sent, "input", "processed");
        result.put("response_to", row);
        if (answer.status() == 0) {
            result.put("error_string", exception(answer.reason()));
        }
        insert("ecc_queue", result);
        return answer;
    }

    private static String exception(String reason) {
        return reason.equals("http_timeout")
                ? "java.net.SocketTimeoutException: Read timed out"
                : "java.net.ConnectException: Connection refused";
    }

    private static Map<String, String> message(String name, Sent sent, String queue, String state) {
        return new LinkedHashMap<>(Map.of(
                "agent",
                "mid.server." + name,
                "topic",
                "RESTProbe",
                "name",
                "post",
                "source",
                sent.to().toString(),
                "queue",
                queue,
                "state",
                state));
    }

    private Sender.Answer logged(Sent sent) {
        byte[] body = sent.body().getBytes(StandardCharsets.UTF_8);
        Sender.Answer answer = sender.post(sent.to(), sent.headers(), body);
        insert(
                "sys_outbound_http_log",
                Map.of(
                        "url",
                        sent.to().toString(),
                        "hostname",
                        sent.to().getHost(),
                        "method",
                        "POST",
                        "response_status",
                        Integer.toString(answer.status()),
                        "request_length",
                        Integer.toString(body.length),
                        "response_length",
                        Integer.toString(answer.body().length()),
                        "source_table",
                        "sys_script"));
        return answer;
    }

    private String insert(String table, Map<String, String> values) {
        return ((Written.Done) tables.insert(table, values, BY)).row().sysId();
    }

    private String now() {
        return Moments.kept(clock.instant());
    }
}
