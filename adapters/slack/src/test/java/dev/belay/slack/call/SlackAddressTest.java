package dev.belay.slack.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where private answers go, and where they never go. */
final class SlackAddressTest {
    private final SlackAddress slack = new SlackAddress(URI.create("https://slack.com/api/"));
    private final SlackAddress emulator = new SlackAddress(URI.create("http://127.0.0.1:4000/api"));

    @ParameterizedTest
    @ValueSource(strings = {"https://hooks.slack.com/actions/T01/1/x", "https://hooks.slack-gov.com/actions/T01/1/x"})
    void slack_s_own_hooks_take_answers(String url) {
        assertThat(slack.takesAnswers(URI.create(url))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.slack.com/actions/x",
                "https://hooks.slack.com.evil.example/x",
                "https://hooks.slack.com@evil.example/x",
                "https://user@hooks.slack.com/x",
                "https://hooks.slack.com:8443/x",
                "https://slack.com/api/chat.postMessage",
                "https://evil.example/x",
                "http://169.254.169.254/latest/meta-data",
                "http://127.0.0.1:4000/x",
                "mailto:a@b.example",
                "file:///etc/passwd"
            })
    void nobody_else_takes_answers(String url) {
        assertThat(slack.takesAnswers(URI.create(url))).isFalse();
    }

    @Test
    void an_emulator_takes_answers_on_its_own_host() {
        assertThat(emulator.takesAnswers(URI.create("http://127.0.0.1:4000/actions/x")))
                .isTrue();
        assertThat(emulator.takesAnswers(URI.create("http://evil.example/actions/x")))
                .isFalse();
    }

    @Test
    void a_slash_is_added_to_the_api_s_address() {
        assertThat(emulator.api()).hasToString("http://127.0.0.1:4000/api/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://slack.com/api/", "slack.com/api", "http://slack.com/api/"})
    void an_address_that_cannot_be_slack_s_is_refused(String url) {
        assertThatThrownBy(() -> new SlackAddress(URI.create(url))).isInstanceOf(IllegalArgumentException.class);
    }
}
