package dev.belay.simulator.slack.control;

import dev.belay.simulator.call.CallLog;
import dev.belay.simulator.call.Failures;
import dev.belay.simulator.control.Control;
import dev.belay.simulator.slack.app.AppTraffic;
import dev.belay.simulator.slack.call.ApiCall;
import dev.belay.simulator.slack.limit.Failure;
import dev.belay.simulator.slack.limit.RateLimits;
import dev.belay.simulator.slack.workspace.Workspace;
import java.util.List;
import java.util.stream.Stream;

/** All that can be done to Slack, under {@code /sim}. */
public final class SlackControl {
    private SlackControl() {}

    public static Control of(
            Workspace workspace,
            AppTraffic traffic,
            CallLog<ApiCall> log,
            RateLimits limits,
            Failures<Failure> failures) {
        return new Control(
                "/sim",
                Stream.of(
                                new PeopleCommands(workspace, traffic).all(),
                                new AppCommands(traffic, log, limits, failures).all())
                        .flatMap(List::stream)
                        .toList());
    }
}
