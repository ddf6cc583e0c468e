package dev.belay.aws.deployed;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.aws.call.SignedPost;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * What a stack's functions counted, as CloudWatch sums it up: {@code GetMetricStatistics} of its JSON protocol
 * (docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html). It knows a count about a minute after it was
 * logged.
 */
public final class DeployedMetrics {
    /** In signatures and addresses. */
    public static final String SERVICE = "monitoring";

    private static final String SYSTEM = "cloudwatch";
    private static final String OPERATION = "GetMetricStatistics";
    private static final int MINUTE = 60;
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9.]{0,79}");

    private final SignedPost cloudWatch;
    private final String stack;
    private final Clock clock;

    public DeployedMetrics(SignedPost cloudWatch, String stack, Clock clock) {
        this.cloudWatch = cloudWatch;
        this.stack = stack;
        this.clock = clock;
    }

    /**
     * How often a function counted something lately.
     *
     * @param function by its name in the template
     * @param kind of it alone; of all kinds where there is none
     * @param within so long until now, in whole minutes
     * @throws Unavailable when CloudWatch does not answer
     * @throws Rejected when it refuses
     */
    public long count(Metric metric, String function, Optional<String> kind, Duration within) {
        Map<String, String> dimensions = new TreeMap<>(Map.of("Stack", stack, "Function", function));
        kind.ifPresent(one -> dimensions.put("Kind", one));
        Instant end = clock.instant().truncatedTo(ChronoUnit.MINUTES).plusSeconds(MINUTE);
        JsonArray named = new JsonArray();
        dimensions.forEach((name, value) -> named.add(
                JsonObject.builder().value("Name", name).value("Value", value).done()));
        JsonObject arguments = JsonObject.builder()
                .value("Namespace", "Belay")
                .value("MetricName", metric.id())
                .value("Dimensions", named)
                .value("StartTime", end.minus(within).getEpochSecond())
                .value("EndTime", end.getEpochSecond())
                .value("Period", MINUTE)
                .array("Statistics")
                .value("Sum")
                .end()
                .done();
        return Math.round(answer(arguments).getArray("Datapoints", new JsonArray()).stream()
                .mapToDouble(point -> ((JsonObject) point).getDouble("Sum"))
                .sum());
    }

    private JsonObject answer(JsonObject arguments) {
        try {
            SignedPost.Answer answer = cloudWatch.send(
                    Map.of(
                            "Content-Type",
                            "application/x-amz-json-1.0",
                            "X-Amz-Target",
                            "GraniteServiceVersion20100801." + OPERATION),
                    JsonWriter.string(arguments));
            JsonObject said = JsonParser.object().from(answer.text());
            if (answer.status() == 200) {
                return said;
            }
            throw refused(answer.status(), said.getString("__type", ""));
        } catch (JsonParserException e) {
            throw new Unavailable(SYSTEM, OPERATION + ": no JSON in the answer", Optional.empty());
        } catch (IOException | UncheckedIOException e) {
            throw new Unavailable(
                    SYSTEM, OPERATION + " got no answer: " + e.getClass().getSimpleName(), Optional.empty());
        } catch (SdkClientException e) {
            throw new Unavailable(SYSTEM, OPERATION + " was not signed: no credentials", Optional.empty());
        }
    }

    private static RuntimeException refused(int status, String type) {
        String code = type.substring(type.indexOf('#') + 1);
        String said = OPERATION + ": " + (CODE.matcher(code).matches() ? code : "status " + status);
        return status >= 500 || status == 429 || code.contains("Throttl")
                ? new Unavailable(SYSTEM, said, Optional.empty())
                : new Rejected(SYSTEM, said);
    }
}
