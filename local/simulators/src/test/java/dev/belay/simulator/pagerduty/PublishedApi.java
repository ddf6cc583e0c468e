package dev.belay.simulator.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What PagerDuty publishes of its API, as a schema for each operation's request and answer. */
final class PublishedApi {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String API = text();

    private PublishedApi() {}

    /** Whether a body that is sent obeys the description. */
    static boolean takes(String operation, String body) {
        return schema(operation + " request").validate(body, InputFormat.JSON).isEmpty();
    }

    /** Holds an answer against the description. */
    static void check(String operation, int status, String body) {
        if (!body.isEmpty()) {
            assertThat(schema(status < 300 ? operation : "error").validate(body, InputFormat.JSON))
                    .as("%s %d %s", operation, status, body)
                    .isEmpty();
        }
    }

    private static Schema schema(String name) {
        String whole = API.substring(0, API.lastIndexOf('}'));
        return REGISTRY.getSchema(whole.replace("pagerduty-api\"", "pagerduty-api/" + name.replace(' ', '-') + "\"")
                + ",\"$ref\":\"#/$defs/" + name.replace(" ", "%20") + "\"}");
    }

    private static String text() {
        try (InputStream file = PublishedApi.class.getResourceAsStream("/pagerduty/api.schema.json")) {
            if (file == null) {
                throw new IllegalStateException("the schema is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
