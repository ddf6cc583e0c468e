package dev.belay.infra.deployed;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The alarms of the stack, asked as CloudWatch asks: for the metric of just that name, with just those dimensions. */
final class Alarms {
    private static final Duration LONG_AGO = Duration.ofHours(2);

    private final Terminal terminal;
    private final DeployedStack stack;

    Alarms(Terminal terminal, DeployedStack stack) {
        this.terminal = terminal;
        this.stack = stack;
    }

    /**
     * How much was counted of what an alarm watches, by its own statistic and period.
     *
     * @param alarm as the template calls it
     */
    double counted(String alarm) {
        JsonObject watched = watched(alarm);
        String statistic = watched.getString("Statistic");
        return objects(statistics(watched, statistic).getArray("Datapoints"))
                .mapToDouble(point -> point.getDouble(statistic))
                .sum();
    }

    private JsonObject watched(String alarm) {
        return objects(terminal.aws("cloudwatch", "describe-alarms", "--alarm-names", stack.resource(alarm))
                        .getArray("MetricAlarms"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no alarm " + alarm));
    }

    private JsonObject statistics(JsonObject watched, String statistic) {
        Instant now = Instant.now();
        List<String> asked = new ArrayList<>(List.of(
                "cloudwatch",
                "get-metric-statistics",
                "--namespace",
                watched.getString("Namespace"),
                "--metric-name",
                watched.getString("MetricName"),
                "--period",
                Integer.toString(watched.getInt("Period")),
                "--statistics",
                statistic,
                "--start-time",
                now.minus(LONG_AGO).toString(),
                "--end-time",
                now.plusSeconds(60).toString(),
                "--dimensions"));
        objects(watched.getArray("Dimensions"))
                .map(each -> "Name=" + each.getString("Name") + ",Value=" + each.getString("Value"))
                .forEach(asked::add);
        return terminal.aws(asked.toArray(String[]::new));
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }
}
