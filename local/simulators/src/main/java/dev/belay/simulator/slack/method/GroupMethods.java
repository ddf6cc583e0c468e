package dev.belay.simulator.slack.method;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.call.Call;
import dev.belay.simulator.slack.call.Method;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.limit.Tier;
import java.util.List;

/** The {@code usergroups.*} methods (docs.slack.dev/reference/methods/usergroups.users.list). */
final class GroupMethods {
    private GroupMethods() {}

    static List<Method> all() {
        return List.of(new Method("usergroups.users.list", Tier.TWO, List.of("usergroups:read"), GroupMethods::users));
    }

    private static JsonObject users(Call call) {
        List<String> users = call.workspace()
                .userGroup(call.arguments().required("usergroup"))
                .orElseThrow(() -> Refusal.of("no_such_subteam"));
        JsonObject answer = new JsonObject();
        answer.put("users", new JsonArray(users));
        return answer;
    }
}
