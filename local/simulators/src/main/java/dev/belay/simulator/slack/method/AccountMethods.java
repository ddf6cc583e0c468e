package dev.belay.simulator.slack.method;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.call.Call;
import dev.belay.simulator.slack.call.Method;
import dev.belay.simulator.slack.call.Paging;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.limit.Tier;
import dev.belay.simulator.slack.workspace.Person;
import java.util.List;

/** {@code auth.test} and the {@code users.*} methods about people. */
final class AccountMethods {
    private static final List<String> READ = List.of("users:read");

    private AccountMethods() {}

    static List<Method> all() {
        return List.of(
                new Method("auth.test", Tier.HUNDREDS, List.of(), AccountMethods::test),
                new Method("users.info", Tier.FOUR, READ, AccountMethods::info),
                new Method("users.list", Tier.TWO, READ, AccountMethods::list),
                new Method(
                        "users.lookupByEmail", Tier.THREE, List.of("users:read.email"), AccountMethods::lookupByEmail));
    }

    private static JsonObject test(Call call) {
        JsonObject answer = new JsonObject();
        answer.put("url", "https://" + call.workspace().domain() + ".slack.com/");
        answer.put("team", call.workspace().domain());
        answer.put("user", call.caller().name());
        answer.put("team_id", call.workspace().id());
        answer.put("user_id", call.user());
        if (call.grant().byApp()) {
            answer.put("bot_id", call.workspace().app().botId());
        }
        answer.put("is_enterprise_install", false);
        return answer;
    }

    private static JsonObject info(Call call) {
        Person person = call.workspace()
                .person(call.arguments().required("user"))
                .orElseThrow(() -> Refusal.of("user_not_found"));
        return user(call, person);
    }

    private static JsonObject list(Call call) {
        int limit = call.arguments().count("limit", 200, 1_000);
        return Paging.page(call, "members", call.workspace().people(), person -> shown(call, person), limit);
    }

    /** Finds the active person of that address; the error is plural (github.com/slackapi/node-slack-sdk/issues/1523). */
    private static JsonObject lookupByEmail(Call call) {
        String email = call.arguments().required("email");
        return call.workspace().people().stream()
                .filter(person -> !person.deleted())
                .filter(person -> person.team().equals(call.workspace().id()))
                .filter(person -> person.email().filter(email::equalsIgnoreCase).isPresent())
                .findFirst()
                .map(person -> user(call, person))
                .orElseThrow(() -> Refusal.of("users_not_found"));
    }

    private static JsonObject user(Call call, Person person) {
        JsonObject answer = new JsonObject();
        answer.put("user", shown(call, person));
        return answer;
    }

    private static JsonObject shown(Call call, Person person) {
        return person.json(call.may("users:read.email"));
    }
}
