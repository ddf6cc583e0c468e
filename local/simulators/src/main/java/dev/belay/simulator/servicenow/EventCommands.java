package dev.belay.simulator.servicenow;

import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.Fields;
import dev.belay.simulator.servicenow.event.BusinessRule;
import dev.belay.simulator.servicenow.rest.AccessControl;
import java.util.List;

/** How the instance's calls to the app go wrong, and who may see that they do. */
final class EventCommands {
    private static final String MID_SERVER = "mid-1";

    private final BusinessRule rule;
    private final AccessControl control;

    EventCommands(BusinessRule rule, AccessControl control) {
        this.rule = rule;
        this.control = control;
    }

    List<Command> all() {
        return List.of(
                Command.change(
                        "sign-wrongly",
                        "on",
                        "signs events with another key, or with its own",
                        given -> rule.signWrongly(given.flag("on"))),
                Command.change(
                        "rule",
                        "active (true, false)",
                        "switches the business rule off, which then tells nothing, or on",
                        given -> rule.active(given.flag("active"))),
                Command.change(
                        "minute",
                        "",
                        "runs the application's scheduled script: the heartbeat, and what waits is sent again",
                        given -> rule.minute()),
                Command.change(
                        "mid-server",
                        "status (up, down, none)",
                        "has a MID Server carry events, or stop, or lets them go directly",
                        this::midServer),
                Command.change(
                        "withdraw",
                        "user, table",
                        "takes the right to read a table from the integration user",
                        given -> control.withdraw(given.text("user"), given.text("table"))),
                Command.change(
                        "grant-again",
                        "user",
                        "gives the integration user all rights of infra/servicenow again",
                        given -> control.harden(given.text("user"))));
    }

    private void midServer(Fields given) {
        switch (given.text("status")) {
            case "up" -> rule.carriage().by(MID_SERVER);
            case "down" -> rule.carriage().up(false);
            case "none" -> rule.carriage().directly();
            default -> throw new IllegalArgumentException("status is up, down or none");
        }
    }
}
