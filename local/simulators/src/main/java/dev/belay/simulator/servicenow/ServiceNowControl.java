package dev.belay.simulator.servicenow;

import dev.belay.simulator.call.CallLog;
import dev.belay.simulator.control.CallCommands;
import dev.belay.simulator.control.ClockCommands;
import dev.belay.simulator.control.Control;
import dev.belay.simulator.control.ExchangeCommands;
import dev.belay.simulator.control.FailureCommands;
import dev.belay.simulator.http.Exchanges;
import dev.belay.simulator.servicenow.event.BusinessRule;
import dev.belay.simulator.servicenow.outage.Outage;
import dev.belay.simulator.servicenow.outage.RateRule;
import dev.belay.simulator.servicenow.rest.AccessControl;
import dev.belay.simulator.servicenow.rest.Call;
import dev.belay.simulator.servicenow.table.Tables;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that can be done to an instance, under {@code /_sim}. */
final class ServiceNowControl {
    private final Tables tables;
    private final People people;
    private final AccessControl access;
    private final Clock clock;

    ServiceNowControl(Tables tables, People people, AccessControl access, Clock clock) {
        this.tables = tables;
        this.people = people;
        this.access = access;
        this.clock = clock;
    }

    Control of(
            CallLog<Call> log,
            BusinessRule rule,
            Outage outage,
            RateRule rateRule,
            DutyCommands duties,
            AccessCommands accessCommands,
            Exchanges exchanges) {
        return new Control(Stream.of(
                        new PeopleCommands(tables, people).all(),
                        duties.all(),
                        accessCommands.all(),
                        new FailureCommands<>(outage.failures(), new ServiceNowFailureWays(calls()), outage::end).all(),
                        new CallCommands<>(log, InstanceCommands::json).all(),
                        new ExchangeCommands(exchanges).all(),
                        new InstanceCommands(rule, outage, rateRule).all(),
                        new EventCommands(rule, access).all(),
                        new ClockCommands(clock).all())
                .flatMap(List::stream)
                .toList());
    }

    private Set<String> calls() {
        return Stream.concat(
                        Stream.of("POST oauth_token", "GET on_call_rota"),
                        tables.names().stream().flatMap(table -> Stream.of("GET", "POST", "PATCH", "PUT", "DELETE")
                                .map(method -> method + " " + table)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
