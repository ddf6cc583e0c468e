package dev.belay.simulator.slack.control;

import dev.belay.simulator.call.CallLog;
import dev.belay.simulator.call.Failures;
import dev.belay.simulator.control.CallCommands;
import dev.belay.simulator.control.ClockCommands;
import dev.belay.simulator.control.Control;
import dev.belay.simulator.control.DeliveryCommands;
import dev.belay.simulator.control.ExchangeCommands;
import dev.belay.simulator.control.FailureCommands;
import dev.belay.simulator.http.Exchanges;
import dev.belay.simulator.slack.app.AppTraffic;
import dev.belay.simulator.slack.call.ApiCall;
import dev.belay.simulator.slack.limit.Failure;
import dev.belay.simulator.slack.limit.RateLimits;
import dev.belay.simulator.slack.workspace.Workspace;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All that can be done to Slack, under {@code /_sim}. */
public final class SlackControl {
    private SlackControl() {}

    /** @param methods the names of the Web API's methods */
    public static Control of(
            Workspace workspace,
            AppTraffic traffic,
            CallLog<ApiCall> log,
            RateLimits limits,
            Failures<Failure> failures,
            Set<String> methods,
            Exchanges exchanges) {
        return new Control(Stream.of(
                        new PeopleCommands(workspace, traffic).all(),
                        new ModalCommands(traffic).all(),
                        new ChannelCommands(workspace, traffic.administration()).all(),
                        new FailureCommands<>(failures, new SlackFailureWays(methods), failures::clear).all(),
                        new MessageCommands(traffic).all(),
                        new CallCommands<>(log, AppCommands::json).all(),
                        new ExchangeCommands(exchanges).all(),
                        new DeliveryCommands<>(AppCommands.deliveries(traffic)).all(),
                        new AppCommands(traffic, limits).all(),
                        new TokenCommands(workspace).all(),
                        new ClockCommands(workspace.clock()).all())
                .flatMap(List::stream)
                .toList());
    }
}
