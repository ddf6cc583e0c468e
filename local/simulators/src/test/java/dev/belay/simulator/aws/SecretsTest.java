package dev.belay.simulator.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class SecretsTest {
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

    private String value(String stage) {
        return perform("GetSecretValue", "SecretId", "belay/slack", "VersionStage", stage)
                .getString("SecretString", "");
    }

    private JsonObject perform(String operation, String... arguments) {
        JsonObject json = new JsonObject();
        for (int i = 0; i < arguments.length; i += 2) {
            json.put(arguments[i], arguments[i + 1]);
        }
        return secrets.perform(new Operation("secretsmanager", operation, json));
    }
}
