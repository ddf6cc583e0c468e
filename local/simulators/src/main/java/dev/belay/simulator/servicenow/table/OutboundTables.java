package dev.belay.simulator.servicenow.table;

import java.util.List;
import java.util.stream.Stream;

/**
 * The tables in which an instance notes its calls to others: the log at its lowest level, which is the default (ServiceNow documentation,
 * "Configure outbound logging"), with the columns that others read of it, and the queue and the agents of MID Servers ("MID Server ECC
 * Queue").
 */
final class OutboundTables {
    private OutboundTables() {}

    static List<Table> all() {
        return List.of(
                table(
                        "sys_outbound_http_log",
                        "url",
                        Schema.texts("url hostname method response_status response_time request_length response_length"
                                + " source_table")),
                table(
                        "ecc_queue",
                        "topic",
                        Stream.concat(
                                Schema.texts("agent topic name source queue state error_string payload response_to"
                                        + " agent_correlator"),
                                Schema.moments("processed"))),
                table(
                        "ecc_agent",
                        "name",
                        Stream.concat(
                                Schema.texts("name status validated version host_name"),
                                Schema.moments("started stopped last_refreshed"))));
    }

    private static Table table(String name, String display, Stream<Column> columns) {
        return Schema.table(name, display, columns.toList());
    }
}
