package dev.belay.simulator.aws.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.call.AwsError;
import dev.belay.simulator.aws.call.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private final Parameters parameters = new Parameters("eu-central-1", "123456789012", Clock.systemUTC());

    @Test
    void a_value_is_read_as_it_was_put() {
        put("{}", "Standard", false);
        JsonObject parameter = perform("GetParameter", name()).getObject("Parameter");
        assertThat(parameter).containsEntry("Value", "{}").containsEntry("Version", 1L);
        assertThat(parameter.getString("ARN"))
                .isEqualTo("arn:aws:ssm:eu-central-1:123456789012:parameter/belay/settings");
    }

    @Test
    void a_value_is_replaced_only_where_that_was_said() {
        put("{}", "Standard", false);
        assertThatThrownBy(() -> put("[]", "Standard", false)).hasMessageContaining("already exists");
        put("[]", "Standard", true);
        assertThat(perform("GetParameter", name()).getObject("Parameter"))
                .containsEntry("Value", "[]")
                .containsEntry("Version", 2L);
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThatThrownBy(() -> perform("GetParameter", name()))
                .isInstanceOfSatisfying(AwsError.class, error -> assertThat(
                                new String(error.response("ssm").body(), StandardCharsets.UTF_8))
                        .isEqualTo("{\"__type\":\"ParameterNotFound\"}"));
    }

    @Test
    void a_tier_holds_so_much_and_no_more() {
        assertThatThrownBy(() -> put("x".repeat(4097), "Standard", false)).hasMessageContaining("4096");
        put("x".repeat(8192), "Advanced", false);
        assertThatThrownBy(() -> put("x".repeat(8193), "Advanced", true)).hasMessageContaining("8192");
    }

    // docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html, Tier.
    @Test
    void intelligent_tiering_promotes_what_the_standard_tier_does_not_hold() {
        assertThat(put("x".repeat(4096), "Intelligent-Tiering", false)).isEqualTo("Standard");
        assertThat(put("x".repeat(4097), "Intelligent-Tiering", true)).isEqualTo("Advanced");
        assertThatThrownBy(() -> put("x".repeat(8193), "Intelligent-Tiering", true))
                .hasMessageContaining("8192");
        assertThatThrownBy(() -> put("x", "Intelligent", true)).hasMessageContaining("enum value set");
    }

    private String put(String value, String tier, boolean overwrite) {
        JsonObject arguments = name();
        arguments.put("Value", value);
        arguments.put("Tier", tier);
        arguments.put("Overwrite", overwrite);
        return perform("PutParameter", arguments).getString("Tier", "");
    }

    private JsonObject perform(String operation, JsonObject arguments) {
        return parameters.perform(new Operation("ssm", operation, arguments));
    }

    private static JsonObject name() {
        return JsonObject.builder().value("Name", "/belay/settings").done();
    }
}
