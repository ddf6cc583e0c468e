package dev.belay.simulator.teams.control;

import dev.belay.simulator.call.CallLog;
import dev.belay.simulator.call.Failures;
import dev.belay.simulator.control.Control;
import dev.belay.simulator.teams.app.AppTraffic;
import dev.belay.simulator.teams.call.ApiCall;
import dev.belay.simulator.teams.limit.Failure;
import dev.belay.simulator.teams.signing.SigningKeys;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.List;
import java.util.stream.Stream;

/** All that can be done to Teams, under {@code /_sim}. */
public final class TeamsControl {
    private TeamsControl() {}

    public static Control of(
            Tenant tenant, AppTraffic traffic, CallLog<ApiCall> log, Failures<Failure> failures, SigningKeys keys) {
        return new Control(
                "/_sim",
                Stream.of(
                                new PeopleCommands(tenant, traffic).all(),
                                new TeamCommands(tenant, traffic.administration()).all(),
                                new AppCommands(traffic, log, failures, keys).all())
                        .flatMap(List::stream)
                        .toList());
    }
}
