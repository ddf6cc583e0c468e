package dev.belay.simulator.servicenow;

import static dev.belay.simulator.servicenow.Instance.INCIDENT;
import static dev.belay.simulator.servicenow.Instance.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the instance lets in, and how it refuses. */
final class OAuthTest {
    private static final String OPAQUE = "{\"error_description\":\"access_denied\",\"error\":\"server_error\"}";

    private final Instance instance = new Instance();

    @AfterEach
    void stop() {
        instance.close();
    }

    // ServiceNow documentation, "REST API OAuth example" and "OAuth API response parameters".
    @Test
    void a_token_lives_half_an_hour_and_is_given_again_while_it_lives() {
        HttpResponse<String> first = instance.send(instance.tokenRequest("s3cret"));
        instance.clock.pass(Duration.ofMinutes(20));
        HttpResponse<String> second = instance.send(instance.tokenRequest("s3cret"));
        instance.clock.pass(Duration.ofMinutes(10));
        HttpResponse<String> third = instance.send(instance.tokenRequest("s3cret"));

        assertThat(object(first).getInt("expires_in")).isEqualTo(1799);
        assertThat(object(first).getString("token_type")).isEqualTo("Bearer");
        assertThat(object(second).getString("access_token"))
                .isEqualTo(object(first).getString("access_token"));
        assertThat(object(second).getInt("expires_in")).isEqualTo(599);
        assertThat(object(third).getString("access_token"))
                .isNotEqualTo(object(first).getString("access_token"));
    }

    @Test
    void a_refusal_does_not_say_why() {
        HttpResponse<String> wrongSecret = instance.send(instance.tokenRequest("wrong"));
        instance.snow.tables().row("sys_user", "user_name", Instance.USER).ifPresent(user -> instance.snow
                .people()
                .deactivate(new Person(user.sysId(), Instance.USER, "", "")));
        HttpResponse<String> inactiveUser = instance.send(instance.tokenRequest("s3cret"));

        assertThat(wrongSecret.statusCode()).isEqualTo(401);
        assertThat(wrongSecret.body()).isEqualTo(OPAQUE);
        assertThat(inactiveUser.statusCode()).isEqualTo(401);
        assertThat(inactiveUser.body()).isEqualTo(OPAQUE);
    }

    // ServiceNow documentation, "OAuth API request parameters".
    @Test
    void the_token_endpoint_takes_forms_only() {
        HttpResponse<String> answer = instance.send(instance.plain("/oauth_token.do")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"grant_type\":\"client_credentials\"}")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("unspecified error");
    }

    @Test
    void only_the_client_credentials_grant_is_on() {
        HttpResponse<String> answer = instance.send(instance.plain("/oauth_token.do")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=belay&client_secret=s3cret")));

        assertThat(answer.body()).isEqualTo(OPAQUE);
    }

    @Test
    void a_bearer_token_ends_with_its_time() {
        assertThat(instance.get(INCIDENT).statusCode()).isEqualTo(200);
        instance.clock.pass(Duration.ofMinutes(31));
        assertThat(instance.get(INCIDENT).statusCode()).isEqualTo(401);
    }

    @Test
    void a_revoked_token_is_refused_and_a_new_one_is_another() {
        HttpResponse<String> before = instance.send(instance.tokenRequest("s3cret"));
        assertThat(instance.get(INCIDENT).statusCode()).isEqualTo(200);
        instance.snow.revokeToken();

        assertThat(instance.get(INCIDENT).statusCode()).isEqualTo(401);
        assertThat(object(instance.send(instance.tokenRequest("s3cret"))).getString("access_token"))
                .isNotEqualTo(object(before).getString("access_token"));
    }

    @Test
    void people_come_in_with_their_user_name_as_password() {
        assertThat(instance.send(instance.asPerson("admin", INCIDENT)).statusCode())
                .isEqualTo(200);
        assertThat(instance.send(instance.asPerson("nobody", INCIDENT)).statusCode())
                .isEqualTo(401);
        instance.snow.people().lock(instance.jane);
        assertThat(instance.send(instance.asPerson("jane.doe", INCIDENT)).statusCode())
                .isEqualTo(401);
    }

    // ServiceNow documentation, "Basic authentication": new instances restrict it.
    @Test
    void the_integration_user_cannot_come_in_with_basic_authentication() {
        assertThat(instance.send(instance.asPerson(Instance.USER, INCIDENT)).statusCode())
                .isEqualTo(401);
    }
}
