package dev.belay.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.AlarmTopic;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.alarm.Published;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Notices come to the topic as they are, signed, and what fails is told apart. */
final class SnsAlarmTopicTest {
    private final String arn = Cloud.AWS.createTopic("alarms-" + Cloud.unique());
    private final AlarmTopic topic = Cloud.worker(Clock.systemUTC()).alarmTopic(arn);

    @Test
    void what_is_published_arrives_as_it_is_in_one_request() {
        String text = "Slack refuses: 100 % & \"token_revoked\" = é + 😀\nsecond line";
        assertThat(Cloud.requestsOf(() -> topic.publish("Belay: credential slack/T01ACME is unhealthy", text)))
                .isEqualTo(Map.of("sns Publish", 1));
        assertThat(Cloud.AWS.published(arn))
                .containsExactly(new Published("Belay: credential slack/T01ACME is unhealthy", text));
    }

    @Test
    void a_topic_that_is_not_there_is_a_rejection() {
        AlarmTopic nowhere = Cloud.worker(Clock.systemUTC()).alarmTopic(arn + "-not");
        assertThatThrownBy(() -> nowhere.publish("a", "b"))
                .isInstanceOf(Rejected.class)
                .hasMessage("sns: Publish: NotFound");
    }

    @Test
    void a_subject_that_sns_does_not_take_is_a_rejection() {
        assertThatThrownBy(() -> topic.publish("two\nlines", "b"))
                .isInstanceOf(Rejected.class)
                .hasMessage("sns: Publish: InvalidParameter");
    }

    @Test
    void keys_that_are_not_ours_are_a_rejection() {
        AwsAccess stranger = new AwsAccess(SimulatedAws.REGION, Optional.of(Cloud.AWS.url()), Optional.empty())
                .with(new AwsAccess.Keys("AKIDNOBODY", "nothing", Optional.empty()));
        try (Aws aws = new Aws(stranger, Clock.systemUTC())) {
            assertThatThrownBy(() -> aws.alarmTopic(arn).publish("a", "b"))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("UnrecognizedClient")
                    .hasMessageNotContaining("nothing");
        }
        assertThat(Cloud.AWS.published(arn)).isEmpty();
    }

    @Test
    void a_notice_whose_answer_was_lost_is_published_again() {
        Cloud.losingTheFirstAnswer(() -> topic.publish("a", "b"));
        assertThat(Cloud.AWS.published(arn)).hasSize(2);
    }

    @Test
    void an_outage_is_unavailable() {
        Cloud.AWS.interrupt("sns");
        try {
            assertThatThrownBy(() -> topic.publish("a", "b"))
                    .isInstanceOf(Unavailable.class)
                    .hasMessage("sns: Publish: ServiceUnavailable");
        } finally {
            Cloud.AWS.restore("sns");
        }
    }
}
