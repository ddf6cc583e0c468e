package dev.belay.simulator.aws.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.call.AwsError;
import dev.belay.simulator.aws.call.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String ONE = "1".repeat(64);
    private static final String TWO = "2".repeat(32);
    private final Secrets secrets = new Secrets("eu-central-1", "123456789012", Clock.systemUTC());

    SecretsTest() {
        perform("CreateSecret", "Name", "belay/slack", "SecretString", "one");
    }

    @Test
    void a_value_is_read_by_name_and_by_arn() {
        JsonObject byName = perform("GetSecretValue", "SecretId", "belay/slack");
        assertThat(byName.getString("SecretString")).isEqualTo("one");
        assertThat(byName.getArray("VersionStages")).isEqualTo(JsonArray.from("AWSCURRENT"));
        assertThat(perform("GetSecretValue", "SecretId", byName.getString("ARN")))
                .isEqualTo(byName);
    }

    @Test
    void a_new_value_makes_the_old_one_previous() {
        perform("PutSecretValue", "SecretId", "belay/slack", "SecretString", "two");
        assertThat(value("AWSCURRENT")).isEqualTo("two");
        assertThat(value("AWSPREVIOUS")).isEqualTo("one");
    }

    @Test
    void a_pending_value_is_not_current() {
        JsonObject pending = JsonObject.builder()
                .value("SecretId", "belay/slack")
                .value("SecretString", "next")
                .value("ClientRequestToken", ONE)
                .value("VersionStages", JsonArray.from("AWSPENDING"))
                .done();
        secrets.perform(new Operation("secretsmanager", "PutSecretValue", pending));
        assertThat(value("AWSCURRENT")).isEqualTo("one");
        assertThat(value("AWSPENDING")).isEqualTo("next");
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThatThrownBy(() -> perform("GetSecretValue", "SecretId", "none"))
                .hasMessage("Secrets Manager can't find the specified secret.");
        assertThatThrownBy(() -> value("AWSPREVIOUS"))
                .hasMessage("Secrets Manager can't find the specified secret value for staging label: AWSPREVIOUS");
    }

    /** "You must generate a ClientRequestToken and include it in the request" (API_CreateSecret.html, API_PutSecretValue.html). */
    @ParameterizedTest
    @ValueSource(strings = {"CreateSecret", "PutSecretValue"})
    void a_raw_request_without_a_request_token_is_refused(String operation) {
        JsonObject raw = JsonObject.builder()
                .value("Name", "belay/teams")
                .value("SecretId", "belay/slack")
                .value("SecretString", "two")
                .done();
        assertThatThrownBy(() -> secrets.perform(new Operation("secretsmanager", operation, raw)))
                .hasMessageContaining("must provide a ClientRequestToken");
        assertThat(value("AWSCURRENT")).isEqualTo("one");
    }

    @Test
    void a_name_is_given_once() {
        assertThatThrownBy(() -> perform("CreateSecret", "Name", "belay/slack", "SecretString", "x"))
                .hasMessageContaining("already exists");
    }

    @Test
    void the_same_creation_again_is_ignored_and_another_under_its_token_is_not() {
        String token = "0f9d2a54-6f7c-4f0e-9f57-0d0c3f0f6a51";
        JsonObject created =
                perform("CreateSecret", "Name", "belay/teams", "SecretString", "one", "ClientRequestToken", token);
        assertThat(perform("CreateSecret", "Name", "belay/teams", "SecretString", "one", "ClientRequestToken", token)
                        .getString("VersionId"))
                .isEqualTo(created.getString("VersionId"))
                .isEqualTo(token);
        assertThatThrownBy(() -> perform(
                        "CreateSecret", "Name", "belay/teams", "SecretString", "two", "ClientRequestToken", token))
                .hasMessageContaining("already exists");
    }

    /** API_PutSecretValue, ClientRequestToken. */
    @Test
    void a_request_token_names_a_version_once() {
        String stages = stages(put("next", ONE, "AWSPENDING"));
        assertThat(stages).isEqualTo("AWSPENDING");
        assertThat(put("next", ONE, "AWSPENDING").getString("VersionId")).isEqualTo(ONE);
        assertThatThrownBy(() -> put("another", ONE, "AWSPENDING"))
                .isInstanceOfSatisfying(AwsError.class, e -> assertThat(
                                new String(e.response("secretsmanager").body(), StandardCharsets.UTF_8))
                        .contains("ResourceExistsException"));
        assertThat(value("AWSPENDING")).isEqualTo("next");
        assertThatThrownBy(() -> put("next", "short", "AWSPENDING")).hasMessageContaining("between 32 and 64");
    }

    /** A repeated request is ignored, so it moves no stage back. */
    @Test
    void the_same_request_again_moves_no_stage() {
        put("next", ONE, "AWSPENDING");
        put("after it", TWO, "AWSPENDING");
        assertThat(stages(put("next", ONE, "AWSPENDING"))).isEmpty();
        assertThat(value("AWSPENDING")).isEqualTo("after it");
        assertThat(perform("GetSecretValue", "SecretId", "belay/slack", "VersionId", ONE)
                        .getString("SecretString"))
                .isEqualTo("next");
    }

    /** API_UpdateSecretVersionStage. */
    @Test
    void a_stage_moves_from_the_version_that_has_it_or_not_at_all() {
        String first = perform("GetSecretValue", "SecretId", "belay/slack").getString("VersionId");
        put("next", ONE, "AWSPENDING");
        assertThatThrownBy(() -> move("AWSCURRENT", ONE, "")).hasMessageContaining("RemoveFromVersionId must be");
        assertThatThrownBy(() -> move("AWSCURRENT", ONE, TWO)).hasMessageContaining("RemoveFromVersionId must be");
        assertThat(value("AWSCURRENT")).isEqualTo("one");

        move("AWSCURRENT", ONE, first);
        assertThat(value("AWSCURRENT")).isEqualTo("next");
        assertThat(value("AWSPREVIOUS")).isEqualTo("one");
        assertThat(value("AWSPENDING")).isEqualTo("next");
        assertThatThrownBy(() -> move("AWSCURRENT", ONE, first)).hasMessageContaining("RemoveFromVersionId must be");
    }

    @Test
    void a_stage_moves_to_a_version_that_there_is_and_the_current_one_is_never_removed() {
        String first = perform("GetSecretValue", "SecretId", "belay/slack").getString("VersionId");
        assertThatThrownBy(() -> move("AWSCURRENT", TWO, first)).hasMessageContaining("can't find");
        assertThatThrownBy(() -> move("AWSCURRENT", "", first)).hasMessageContaining("can't be completely removed");
        put("next", ONE, "AWSPENDING");
        move("AWSPENDING", "", ONE);
        assertThatThrownBy(() -> value("AWSPENDING")).hasMessageContaining("can't find");
        move("MINE", ONE, "");
        assertThat(value("MINE")).isEqualTo("next");
    }

    private static String stages(JsonObject answer) {
        return String.join(
                ",",
                answer.getArray("VersionStages").stream().map(String::valueOf).toList());
    }

    private JsonObject put(String text, String id, String stage) {
        JsonObject pending = JsonObject.builder()
                .value("SecretId", "belay/slack")
                .value("SecretString", text)
                .value("ClientRequestToken", id)
                .value("VersionStages", JsonArray.from(stage))
                .done();
        return secrets.perform(new Operation("secretsmanager", "PutSecretValue", pending));
    }

    private void move(String stage, String to, String from) {
        JsonObject json = new JsonObject();
        json.put("SecretId", "belay/slack");
        json.put("VersionStage", stage);
        if (!to.isEmpty()) {
            json.put("MoveToVersionId", to);
        }
        if (!from.isEmpty()) {
            json.put("RemoveFromVersionId", from);
        }
        secrets.perform(new Operation("secretsmanager", "UpdateSecretVersionStage", json));
    }

    private String value(String stage) {
        return perform("GetSecretValue", "SecretId", "belay/slack", "VersionStage", stage)
                .getString("SecretString", "");
    }

    private JsonObject perform(String operation, String... arguments) {
        JsonObject json = new JsonObject();
        json.put("ClientRequestToken", UUID.randomUUID().toString());
        for (int i = 0; i < arguments.length; i += 2) {
            json.put(arguments[i], arguments[i + 1]);
        }
        return secrets.perform(new Operation("secretsmanager", operation, json));
    }
}
