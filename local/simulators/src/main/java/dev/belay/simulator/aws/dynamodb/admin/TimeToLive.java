package dev.belay.simulator.aws.dynamodb.admin;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.dynamodb.request.Arguments;
import dev.belay.simulator.aws.dynamodb.request.Refused;
import dev.belay.simulator.aws.dynamodb.store.Table;
import dev.belay.simulator.aws.dynamodb.store.Tables;
import java.util.List;
import java.util.Optional;

/** Which attribute says when a table's items expire. */
public final class TimeToLive {
    private static final String ATTRIBUTE = "AttributeName";
    private static final String SPECIFICATION = "TimeToLiveSpecification";

    private TimeToLive() {}

    public static JsonObject update(Tables tables, JsonObject json) {
        Arguments arguments = Arguments.of("UpdateTimeToLive", json, List.of("TableName", SPECIFICATION));
        JsonObject specification = arguments.needObject(SPECIFICATION);
        Arguments wanted = Arguments.of(SPECIFICATION, specification, List.of(ATTRIBUTE, "Enabled"));
        Table table = tables.describe(arguments.needText("TableName"));
        String attribute = wanted.needText(ATTRIBUTE);
        boolean enabled = wanted.flag("Enabled", false);
        check(table.expiry(), attribute, enabled);
        tables.expire(table, enabled ? Optional.of(attribute) : Optional.empty());
        return JsonObject.builder().value(SPECIFICATION, specification).done();
    }

    private static void check(Optional<String> now, String attribute, boolean enabled) {
        if (now.filter(name -> !name.equals(attribute)).isPresent()) {
            throw Refused.validation(
                    "TimeToLive is active on a different AttributeName: current AttributeName is " + now.orElse(""));
        }
        if (now.isPresent() == enabled) {
            throw Refused.validation("TimeToLive is already " + (enabled ? "enabled" : "disabled"));
        }
    }

    public static JsonObject describe(Tables tables, JsonObject json) {
        Arguments arguments = Arguments.of("DescribeTimeToLive", json, List.of("TableName"));
        Optional<String> now = tables.describe(arguments.needText("TableName")).expiry();
        JsonObject description = new JsonObject();
        description.put("TimeToLiveStatus", now.isPresent() ? "ENABLED" : "DISABLED");
        now.ifPresent(attribute -> description.put(ATTRIBUTE, attribute));
        return JsonObject.builder().value("TimeToLiveDescription", description).done();
    }
}
