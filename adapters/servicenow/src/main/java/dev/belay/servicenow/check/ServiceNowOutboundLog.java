package dev.belay.servicenow.check;

import dev.belay.address.SafeAddress;
import dev.belay.inbound.Look;
import dev.belay.inbound.OpenedRecord;
import dev.belay.inbound.OutboundCall;
import dev.belay.inbound.OutboundLog;
import dev.belay.inbound.Relay;
import dev.belay.inbound.RelayedCall;
import dev.belay.inbound.RelayedCall.State;
import dev.belay.servicenow.table.EncodedQuery;
import dev.belay.servicenow.table.Row;
import dev.belay.servicenow.table.Rows;
import dev.belay.servicenow.table.TableApi;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What an instance noted of its calls to us: <em>System Logs &gt; Outbound HTTP Requests</em>, and the queue that MID Servers work on.
 *
 * <p>The log holds address and status at its lowest level, which is the default (ServiceNow docs, "Configure outbound logging"). Its columns
 * {@code url}, {@code response_status} and {@code sys_created_on} were read on instances by others and are documented nowhere, so each row
 * is looked through here, and one without them says that they cannot be read. Those of {@code ecc_queue} are documented ("MID Server ECC
 * Queue"); a call of a REST message is a {@code RESTProbe} there (KB0727132), whose source is its address: where that is not so, no relay
 * is seen, and nothing else is lost.
 */
public final class ServiceNowOutboundLog implements OutboundLog {
    private static final String CREATED = "sys_created_on";

    private static final String CALLS = "sys_outbound_http_log";
    private static final List<String> CALL_FIELDS = List.of("url", "response_status", CREATED);
    private static final String CALLS_HIDDEN = "the integration user may not read " + CALLS + ", which as shipped only"
            + " the role admin reads: activate the application's read rule on it, or give its role integration"
            + " one on url and response_status";

    private static final String QUEUE = "ecc_queue";
    private static final List<String> QUEUE_FIELDS =
            List.of("agent", "topic", "source", "queue", "state", "error_string", CREATED);
    private static final String QUEUE_HIDDEN = hidden(QUEUE, "agent, topic, source, queue, state and error_string");

    private static final String RELAYS = "ecc_agent";
    private static final List<String> RELAY_FIELDS = List.of("name", "status");
    private static final String RELAYS_HIDDEN = hidden(RELAYS, "name and status");
    private static final String AGENT = "mid.server.";

    private static final int MOST = 100;

    /** Some of the newest records may be hidden from us. */
    private static final int NEWEST = 10;

    private final TableApi api;
    private final URI endpoint;

    /** @param endpoint where the instance's REST message sends events, as the stack's output {@code ServiceNowEventUrl} has it */
    public ServiceNowOutboundLog(TableApi api, URI endpoint) {
        if (!SafeAddress.isSafe(endpoint) || endpoint.getRawQuery() != null || endpoint.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "the address that events are sent to is an https address without a query");
        }
        this.api = api;
        this.endpoint = endpoint;
    }

    private static String hidden(String table, String fields) {
        return "the integration user may not read " + table + ", where ServiceNow's calls are if a MID Server carries"
                + " them: then activate the application's read rule on it, or give its role integration one"
                + " on " + fields
                + " (the role mid_server would do, and may run commands on MID Servers)";
    }

    @Override
    public Look<OutboundCall> calls(Instant since) {
        EncodedQuery query = EncodedQuery.where("urlISNOTEMPTY")
                .andStartsWith("url", endpoint)
                .andSince(CREATED, since)
                .newestFirst(CREATED);
        Asked asked = new Asked(CALLS, CALL_FIELDS, CALLS_HIDDEN, false);
        return look(asked, query, row -> row.time(CREATED)
                .filter(at -> !at.isBefore(since) && isOurs(row.text("url")))
                .map(at -> new OutboundCall(at, status(row))));
    }

    /** A query that the instance did not understand returns calls to others. */
    private boolean isOurs(String address) {
        String ours = endpoint.toString().toLowerCase(Locale.ROOT);
        String there = address.strip().toLowerCase(Locale.ROOT);
        return there.equals(ours) || there.startsWith(ours + "?");
    }

    /** No answer has the status 0, or none. */
    private static int status(Row row) {
        String text = row.text("response_status").strip();
        return text.matches("[1-9][0-9]{2}") ? Integer.parseInt(text) : 0;
    }

    @Override
    public Look<RelayedCall> relayed(Instant since) {
        EncodedQuery query = EncodedQuery.where("topic=RESTProbe")
                .andStartsWith("source", endpoint)
                .andSince(CREATED, since)
                .newestFirst(CREATED);
        return look(new Asked(QUEUE, QUEUE_FIELDS, QUEUE_HIDDEN, true), query, row -> row.time(CREATED)
                .filter(at -> !at.isBefore(since) && isOurs(row.text("source")))
                .map(at ->
                        new RelayedCall(name(row.text("agent")), at, state(row), trouble(row.text("error_string")))));
    }

    private static String name(String agent) {
        return agent.startsWith(AGENT) ? agent.substring(AGENT.length()) : agent;
    }

    /** What goes out waits, is processed or is in error; what comes back tells how it went (KB0855595). */
    private static State state(Row row) {
        boolean failed =
                row.text("state").equals("error") || !row.text("error_string").isBlank();
        if (failed) {
            return State.FAILED;
        }
        return row.text("queue").equals("input") || row.text("state").equals("processed")
                ? State.CARRIED
                : State.WAITING;
    }

    /** The error's words are an exception's, or the instance's own, and are not repeated. */
    private static String trouble(String error) {
        String said = error.toLowerCase(Locale.ROOT);
        if (said.contains("unknownhost") || said.contains("unresolved")) {
            return "it does not find our host's name";
        }
        if (said.contains("ssl") || said.contains("certif") || said.contains("pkix")) {
            return "TLS failed";
        }
        if (said.contains("timed out") || said.contains("timeout")) {
            return "no answer came in time";
        }
        return said.contains("refused") ? "the connection was refused" : "its error_string says why";
    }

    /** All of them: a relay's name is any text, and gets into no query. */
    @Override
    public Look<Relay> relays(Set<String> names) {
        Asked asked = new Asked(RELAYS, RELAY_FIELDS, RELAYS_HIDDEN, true);
        return look(asked, EncodedQuery.where("ORDERBYname"), row -> Optional.of(row.text("name"))
                .filter(names::contains)
                .map(name -> new Relay(name, isUp(row), row.text("status"))));
    }

    private static boolean isUp(Row row) {
        return row.text("status").equalsIgnoreCase("Up");
    }

    @Override
    public Optional<OpenedRecord> newestOpened(Map<String, Set<Integer>> priorities, Instant since) {
        return priorities.entrySet().stream()
                .flatMap(table -> newestOpened(table.getKey(), table.getValue(), since).stream())
                .max(Comparator.comparing(OpenedRecord::at));
    }

    private Optional<OpenedRecord> newestOpened(String table, Set<Integer> priorities, Instant since) {
        List<String> fields = List.of("sys_id", "priority", CREATED);
        EncodedQuery query = EncodedQuery.where("sys_idISNOTEMPTY")
                .andAmong("priority", priorities)
                .andSince(CREATED, since)
                .newestFirst(CREATED);
        return api.rows(table, query, fields, 0, NEWEST).holding(fields).list().stream()
                .filter(row -> priorities.stream()
                        .anyMatch(priority -> row.text("priority").equals("" + priority)))
                .flatMap(row -> row.time(CREATED).stream())
                .filter(at -> !at.isBefore(since))
                .max(Comparator.naturalOrder())
                .map(at -> new OpenedRecord(table, at));
    }

    /**
     * A table, and what is to be said where it cannot be read.
     *
     * @param mayBeEmpty whether it is usual that it holds nothing at all
     */
    private record Asked(String table, List<String> fields, String hidden, boolean mayBeEmpty) {}

    private <T> Look<T> look(Asked asked, EncodedQuery query, Function<Row, Optional<T>> read) {
        Optional<Rows> rows = api.rowsIfPermitted(asked.table(), query, asked.fields(), MOST);
        if (rows.isEmpty() || !isReadable(rows.get(), asked)) {
            return new Look.Hidden<>(asked.hidden());
        }
        List<Row> found = rows.get().list();
        return found.isEmpty() && !isReadable(asked)
                ? new Look.Hidden<>(asked.hidden())
                : new Look.Seen<>(
                        found.stream().flatMap(row -> read.apply(row).stream()).toList());
    }

    /** Rows that were taken out, or that lack a field, are hidden ones. */
    private static boolean isReadable(Rows rows, Asked asked) {
        return !rows.hides() && rows.list().stream().allMatch(row -> row.holds(asked.fields()));
    }

    /** The known positive: no call to us is to be seen, but any other row of the table is. */
    private boolean isReadable(Asked asked) {
        Optional<Rows> any =
                api.rowsIfPermitted(asked.table(), EncodedQuery.where("sys_idISNOTEMPTY"), asked.fields(), 1);
        return any.filter(rows -> isReadable(rows, asked))
                .filter(rows -> !rows.list().isEmpty()
                        || (asked.mayBeEmpty() && rows.total().orElse(1) == 0))
                .isPresent();
    }
}
