package dev.belay.simulator.teams.control;

import dev.belay.simulator.call.CallLog;
import dev.belay.simulator.call.Failures;
import dev.belay.simulator.control.CallCommands;
import dev.belay.simulator.control.ClockCommands;
import dev.belay.simulator.control.Control;
import dev.belay.simulator.control.DeliveryCommands;
import dev.belay.simulator.control.ExchangeCommands;
import dev.belay.simulator.control.FailureCommands;
import dev.belay.simulator.http.Exchanges;
import dev.belay.simulator.teams.app.AppTraffic;
import dev.belay.simulator.teams.call.ApiCall;
import dev.belay.simulator.teams.limit.Failure;
import dev.belay.simulator.teams.limit.RateLimits;
import dev.belay.simulator.teams.signing.SigningKeys;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All that can be done to Teams, under {@code /_sim}. */
public final class TeamsControl {
    private final Tenant tenant;
    private final AppTraffic traffic;
    private final SigningKeys keys;
    private final SignInCommands signIns;

    public TeamsControl(Tenant tenant, AppTraffic traffic, SigningKeys keys, SignInCommands signIns) {
        this.tenant = tenant;
        this.traffic = traffic;
        this.keys = keys;
        this.signIns = signIns;
    }

    /** @param operations the names of the services' operations */
    public Control of(
            CallLog<ApiCall> log,
            RateLimits limits,
            Failures<Failure> failures,
            Set<String> operations,
            Exchanges exchanges) {
        return new Control(Stream.of(
                        new PeopleCommands(tenant, traffic).all(),
                        new DialogCommands(traffic).all(),
                        new TeamCommands(tenant, traffic.administration()).all(),
                        new FailureCommands<>(failures, new TeamsFailureWays(operations), failures::clear).all(),
                        new MessageCommands(tenant, traffic).all(),
                        new CallCommands<>(log, AppCommands::json).all(),
                        new ExchangeCommands(exchanges).all(),
                        new DeliveryCommands<>(AppCommands.deliveries(traffic)).all(),
                        new AppCommands(traffic, limits, keys).all(),
                        signIns.all(),
                        new ClockCommands(tenant.clock()).all())
                .flatMap(List::stream)
                .toList());
    }
}
