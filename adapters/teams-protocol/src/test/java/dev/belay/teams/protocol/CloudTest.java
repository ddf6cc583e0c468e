package dev.belay.teams.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CloudTest {
    @ParameterizedTest
    @CsvSource({
        "public, https://login.microsoftonline.com, https://api.botframework.com/.default,"
                + "https://login.botframework.com/v1/.well-known/openidconfiguration, https://api.botframework.com",
        "gcc, https://login.microsoftonline.com, https://api.botframework.com/.default,"
                + "https://login.botframework.com/v1/.well-known/openidconfiguration, https://api.botframework.com",
        "gcc-high, https://login.microsoftonline.us, https://api.botframework.us/.default,"
                + "https://login.botframework.azure.us/v1/.well-known/openidconfiguration, https://api.botframework.us",
        "dod, https://login.microsoftonline.us, https://api.botframework.us/.default,"
                + "https://login.botframework.azure.us/v1/.well-known/openidconfiguration, https://api.botframework.us",
        "china, https://login.partner.microsoftonline.cn, https://api.botframework.azure.cn/.default,"
                + "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration,"
                + "https://api.botframework.azure.cn"
    })
    void a_cloud_has_its_own_login_scope_keys_and_issuer(
            String word, URI login, String scope, URI metadata, String issuer) {
        Cloud cloud = Cloud.of(word);
        assertThat(cloud.login()).isEqualTo(login);
        assertThat(cloud.botScope()).isEqualTo(scope);
        assertThat(cloud.openIdMetadata()).isEqualTo(metadata);
        assertThat(cloud.issuer()).isEqualTo(issuer);
    }

    @ParameterizedTest
    @EnumSource(Cloud.class)
    void a_clouds_own_service_is_on_an_allowed_host_and_known_by_its_word(Cloud cloud) {
        assertThat(Cloud.of(cloud.id())).isEqualTo(cloud);
        cloud.service().ifPresent(service -> assertThat(new ServiceHosts(cloud.serviceHosts()).allow(service))
                .isTrue());
        assertThat(cloud.graph()).hasScheme("https").hasPath("/v1.0");
        assertThat(cloud.graphScope()).isEqualTo("https://" + cloud.graph().getHost() + "/.default");
    }

    @Test
    void another_word_is_no_cloud() {
        assertThatThrownBy(() -> Cloud.of("moon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no cloud is called 'moon'");
    }
}
