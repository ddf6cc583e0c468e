package dev.belay.simulator.pagerduty.rest;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.pagerduty.account.Account;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looking up users, services, policies and abilities. */
final class Directory {
    private final Account account;
    private final AccountJson json;

    Directory(Account account) {
        this.account = account;
        this.json = new AccountJson(account);
    }

    /** The users; a query is sought in names and addresses. */
    JsonObject users(Request request) {
        return listed(request, "users", account.users(), user -> user.name() + "\n" + user.email(), json::user);
    }

    JsonObject user(String id) {
        return json.user(account.user(id).orElseThrow(Refusal::notFound));
    }

    JsonObject services(Request request) {
        return listed(request, "services", account.services(), service -> service.name(), json::service);
    }

    JsonObject service(String id) {
        return json.service(account.service(id).orElseThrow(Refusal::notFound));
    }

    JsonObject policies(Request request) {
        return listed(request, "escalation_policies", account.policies(), policy -> policy.name(), json::policy);
    }

    JsonObject policy(String id) {
        return json.policy(account.policy(id).orElseThrow(Refusal::notFound));
    }

    JsonArray abilities() {
        return new JsonArray(account.abilities());
    }

    /** Says nothing where the account has the ability, and refuses where it has not. */
    void ability(String name) {
        if (!account.abilities().contains(name)) {
            throw Refusal.ability(name);
        }
    }

    private static <T> JsonObject listed(
            Request request, String name, List<T> all, Function<T, String> text, Function<T, JsonObject> json) {
        Parameters parameters = new Parameters(request.rawQuery());
        String sought = parameters.one("query").orElse("").toLowerCase(Locale.ROOT);
        Stream<T> found = all.stream()
                .filter(item -> text.apply(item).toLowerCase(Locale.ROOT).contains(sought));
        return Page.of(parameters, name, found.toList(), json);
    }
}
