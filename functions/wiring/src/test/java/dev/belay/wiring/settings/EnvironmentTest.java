package dev.belay.wiring.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.Platform;
import dev.belay.failure.Rejected;
import dev.belay.wiring.settings.Environment.Name;
import dev.belay.wiring.settings.Environment.QueueRole;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class EnvironmentTest {
    private final Environment environment = Environment.of(Map.of(
            Name.BELAY_LINK_TABLE.name(), "links",
            Name.BELAY_SLACK_QUEUE_URL.name(), " ",
            Name.BELAY_SLACK_DLQ_URL.name(), "https://sqs/slack-records-dlq.fifo",
            Name.BELAY_SLACK_TOKENS_SECRET_ARN.name(), "arn:tokens")::get);

    @Test
    void what_is_needed_and_missing_or_blank_is_named() {
        assertThat(environment.need(Name.BELAY_LINK_TABLE)).isEqualTo("links");
        assertThatThrownBy(() -> environment.need(Name.BELAY_TEAMS_DLQ_URL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("BELAY_TEAMS_DLQ_URL");
        assertThatThrownBy(() -> environment.queueUrls(QueueRole.QUEUE_URL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("BELAY_SLACK_QUEUE_URL");
    }

    @Test
    void a_platform_that_is_not_deployed_has_no_queue_and_one_that_is_has_all() {
        Environment teams = Environment.of(Map.of(
                Name.BELAY_TEAMS_QUEUE_URL.name(), "https://sqs/teams-actions.fifo",
                Name.BELAY_TEAMS_DLQ_URL.name(), "https://sqs/teams-actions-dlq.fifo")::get);

        assertThat(teams.queueUrls(QueueRole.QUEUE_URL))
                .containsExactly(Map.entry(Platform.TEAMS, "https://sqs/teams-actions.fifo"));
        assertThatThrownBy(() -> teams.queueUrls(QueueRole.RECORDS_QUEUE_URL))
                .hasMessageContaining("BELAY_TEAMS_RECORDS_QUEUE_URL");
        assertThatThrownBy(() -> Environment.of(name -> null).queueUrls(QueueRole.QUEUE_URL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no platform has a queue");
    }

    @Test
    void a_function_that_no_queue_feeds_is_told_the_queues_of_hints() {
        Environment both = Environment.of(Map.of(
                Name.BELAY_SLACK_RECORDS_QUEUE_URL.name(), "https://sqs/slack-records.fifo",
                Name.BELAY_TEAMS_RECORDS_QUEUE_URL.name(), " ")::get);

        assertThat(both.recordsQueueUrls())
                .containsExactly(Map.entry(Platform.SLACK, "https://sqs/slack-records.fifo"));
        assertThatThrownBy(() -> Environment.of(name -> null).recordsQueueUrls())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("BELAY_SLACK_RECORDS_QUEUE_URL");
    }

    @Test
    void what_only_one_platform_needs_is_missed_when_it_is_used() {
        Supplier<String> teams = environment.whenUsed(Name.BELAY_TEAMS_SECRET_ARN);

        assertThat(environment.whenUsed(Name.BELAY_SLACK_TOKENS_SECRET_ARN).get())
                .isEqualTo("arn:tokens");
        assertThatThrownBy(teams::get)
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("BELAY_TEAMS_SECRET_ARN")
                .hasMessageContaining("not deployed");
    }
}
