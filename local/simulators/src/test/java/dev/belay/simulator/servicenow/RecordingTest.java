package dev.belay.simulator.servicenow;

import static dev.belay.simulator.servicenow.Instance.INCIDENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The simulated answers beside those that a real instance gave: github.com/rmannibucau/components-sample, 2018. */
final class RecordingTest {
    /** Of the wire, not of the instance. */
    private static final Set<String> WIRE = Set.of("transfer-encoding", "connection");

    private final Instance instance = new Instance().soft();

    @AfterEach
    void stop() {
        instance.close();
    }

    @Test
    void an_insert_answers_as_recorded() {
        assertLike(recorded("insertRecord", 0), instance.post("{\"short_description\":\"x\"}"));
    }

    @Test
    void an_update_answers_as_recorded() {
        String id = instance.opened("{}");

        assertLike(recorded("updateRecord", 1), instance.patch(id, "{\"state\":\"2\"}"));
    }

    @Test
    void a_list_answers_as_recorded() {
        instance.opened("{}");

        assertLike(
                recorded("healthCheckOk", 0),
                instance.get(
                        INCIDENT
                                + "?sysparm_exclude_reference_link=true&sysparm_suppress_pagination_header=true&sysparm_limit=1"));
    }

    @Test
    void a_missing_record_answers_as_recorded() {
        assertSame(recorded("deleteNonExistingRecord", 0), instance.get(INCIDENT + "/NoId"));
    }

    @Test
    void a_stranger_is_answered_as_recorded() {
        assertSame(recorded("healthCheckInvalidCredentials", 0), instance.send(instance.plain(INCIDENT)));
    }

    private static void assertSame(JsonObject recorded, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(recorded.getInt("status"));
        assertThat(answer.body()).isEqualTo(recorded.getString("payload"));
        assertHeaders(recorded, answer);
    }

    private static void assertLike(JsonObject recorded, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(recorded.getInt("status"));
        JsonObject was = record(parsed(recorded.getString("payload")));
        JsonObject is = record(parsed(answer.body()));
        assertThat(is.keySet()).containsAll(was.keySet());
        assertThat(is.values()).allMatch(String.class::isInstance);
        assertHeaders(recorded, answer);
    }

    private static void assertHeaders(JsonObject recorded, HttpResponse<String> answer) {
        recorded.getObject("headers").forEach((name, value) -> {
            if (!WIRE.contains(name.toLowerCase(Locale.ROOT))) {
                assertThat(answer.headers().firstValue(name)).as(name).isPresent();
            }
        });
    }

    private static JsonObject record(JsonObject payload) {
        return payload.get("result") instanceof JsonArray rows ? rows.getObject(0) : payload.getObject("result");
    }

    private static JsonObject parsed(String json) {
        try {
            return JsonParser.object().from(json);
        } catch (JsonParserException e) {
            throw new AssertionError(json, e);
        }
    }

    private static JsonObject recorded(String name, int exchange) {
        String file = "/servicenow/" + name + ".json";
        try (InputStream recording = Objects.requireNonNull(RecordingTest.class.getResourceAsStream(file))) {
            return JsonParser.array().from(recording).getObject(exchange).getObject("response");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonParserException e) {
            throw new AssertionError(file, e);
        }
    }
}
