package dev.belay.simulator.pagerduty;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.call.FailingCalls;
import dev.belay.simulator.call.HttpFailure;
import dev.belay.simulator.control.Command;
import dev.belay.simulator.control.Fields;
import dev.belay.simulator.pagerduty.account.Account;
import dev.belay.simulator.pagerduty.account.Incident;
import dev.belay.simulator.pagerduty.account.Responder;
import dev.belay.simulator.pagerduty.account.Service;
import dev.belay.simulator.pagerduty.account.User;
import dev.belay.simulator.pagerduty.limit.RateLimits;
import java.util.List;
import java.util.Locale;

/** What people and administrators do, and how PagerDuty misbehaves in ways of its own. */
final class AccountCommands {
    private final Account account;
    private final RateLimits limits;
    private final FailingCalls failing;

    AccountCommands(Account account, RateLimits limits, FailingCalls failing) {
        this.account = account;
        this.limits = limits;
        this.failing = failing;
    }

    List<Command> all() {
        return List.of(
                Command.show("people", "", "everybody who can be paged", given -> people()),
                Command.show("incidents", "", "the incidents, each with whom it paged", given -> incidents()),
                Command.change(
                        "acknowledge",
                        "incident, user",
                        "takes an incident on",
                        given -> status(given, Incident.Status.ACKNOWLEDGED)),
                Command.change(
                        "resolve",
                        "incident, user",
                        "resolves an incident",
                        given -> status(given, Incident.Status.RESOLVED)),
                Command.change(
                        "respond",
                        "incident, user, joins (true, false)",
                        "answers a request to help",
                        given -> account.answer(
                                given.text("incident"),
                                user(given),
                                given.flag("joins") ? Responder.State.JOINED : Responder.State.DECLINED)),
                Command.change(
                        "ability",
                        "name, on",
                        "gives the account an ability, or takes it away",
                        given -> account.ability(given.text("name"), given.flag("on"))),
                Command.change(
                        "token",
                        "token, access (full, read_only, none)",
                        "says what a token of the API may do; none revokes it",
                        this::token),
                Command.change(
                        "service",
                        "service, standing (enabled, maintenance, disabled)",
                        "says whether incidents can be opened on a service",
                        given -> account.standing(
                                given.text("service"),
                                Service.Standing.valueOf(given.text("standing").toUpperCase(Locale.ROOT)))),
                Command.change(
                        "rate-limit",
                        "call? (all), per_minute",
                        "limits the requests of a token, or one operation's, by the minute",
                        this::rateLimit),
                Command.change(
                        "hang",
                        "call, times? (1), done? (true, false)",
                        "lets the app's next calls hang until let-go, when the connection drops",
                        given -> failing.next(
                                given.number("times", 1),
                                given.text("call"),
                                new HttpFailure.Hanging(given.flag("done")))),
                Command.change("let-go", "", "ends the calls that hang", given -> failing.release()));
    }

    private void token(Fields given) {
        String token = given.text("token");
        switch (given.text("access")) {
            case "full" -> account.token(token, Account.Access.FULL);
            case "read_only" -> account.token(token, Account.Access.READ_ONLY);
            case "none" -> account.revoke(token);
            default -> throw new IllegalArgumentException("access is one of full, read_only, none");
        }
    }

    private void rateLimit(Fields given) {
        int perMinute = given.number("per_minute", RateLimits.PER_TOKEN);
        given.optional("call")
                .ifPresentOrElse(call -> limits.perOperation(call, perMinute), () -> limits.perToken(perMinute));
    }

    private JsonObject people() {
        JsonArray people = new JsonArray();
        account.users()
                .forEach(user -> people.add(JsonObject.builder()
                        .value("user", user.id())
                        .value("name", user.name())
                        .value("email", user.email())
                        .done()));
        return JsonObject.builder().value("people", people).done();
    }

    private JsonObject incidents() {
        JsonArray incidents = new JsonArray();
        account.incidents()
                .forEach(incident -> incidents.add(JsonObject.builder()
                        .value("incident", incident.id())
                        .value("title", incident.draft().title())
                        .value("key", incident.draft().key())
                        .value("status", incident.status().name().toLowerCase(Locale.ROOT))
                        .array("paged", account.paged(incident.id()))
                        .done()));
        return JsonObject.builder().value("incidents", incidents).done();
    }

    private void status(Fields given, Incident.Status status) {
        account.status(given.text("incident"), status, user(given));
    }

    private User user(Fields given) {
        String id = given.text("user");
        return account.user(id).orElseThrow(() -> new IllegalArgumentException("nobody is " + id));
    }
}
