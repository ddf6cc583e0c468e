package dev.belay.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The environment says where AWS is; what it lacks is named. */
final class AwsAccessTest {
    @Test
    void the_environment_names_region_and_endpoint() {
        AwsAccess access = AwsAccess.of(Map.of("AWS_REGION", "eu-central-1", "AWS_ENDPOINT_URL", "http://127.0.0.1:1"));
        assertThat(access.region()).isEqualTo("eu-central-1");
        assertThat(access.endpoint()).contains(URI.create("http://127.0.0.1:1"));
        assertThat(access.keys()).isEmpty();
        assertThat(AwsAccess.of(Map.of("AWS_REGION", "eu-central-1")).endpoint())
                .isEmpty();
    }

    @Test
    void what_is_missing_or_wrong_is_named() {
        assertThatThrownBy(() -> AwsAccess.of(Map.of())).hasMessageContaining("AWS_REGION");
        assertThatThrownBy(() -> AwsAccess.of(Map.of("AWS_REGION", "eu-central-1", "AWS_ENDPOINT_URL", "localhost")))
                .hasMessageContaining("AWS_ENDPOINT_URL");
    }

    @Test
    void keys_never_show() {
        AwsAccess.Keys keys = new AwsAccess.Keys("AKIA1", "the secret", Optional.of("the token"));
        assertThat(keys.toString()).contains("AKIA1").doesNotContain("secret").doesNotContain("token");
    }
}
