package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.local.world.PassingClock;
import dev.belay.simulator.aws.AwsClient;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.http.Faults;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no worker can read. */
final class SetAsideTest {
    @Test
    void a_message_that_is_no_press_is_set_aside_with_its_reason_and_holds_nothing_up() {
        PassingClock clock = new PassingClock(Clock.systemUTC());
        Faults faults = new Faults();
        try (SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();
                Bench bench = Bench.beside(aws, faults, clock)) {
            AwsClient operator = aws.client("tester");
            Stack stack = bench.world().stack();
            operator.call(
                    "sqs",
                    "SendMessage",
                    JsonObject.builder()
                            .value("QueueUrl", Stack.queueUrl(aws, stack.actionsQueue()))
                            .value("MessageBody", "{\"schema\":1,\"kind\":\"press\"}")
                            .value("MessageGroupId", "group")
                            .value("MessageDeduplicationId", "once")
                            .done());
            assertThat(bench.pressOnce()).isOne();
            assertThat(bench.waiting()).isZero();
            JsonObject set = operator.call(
                            "sqs",
                            "ReceiveMessage",
                            JsonObject.builder()
                                    .value("QueueUrl", Stack.queueUrl(aws, stack.actionsDeadLetters()))
                                    .array("MessageAttributeNames", List.of("All"))
                                    .done())
                    .getArray("Messages")
                    .getObject(0);
            assertThat(set.getString("Body")).contains("press");
            assertThat(set.getObject("MessageAttributes").getObject("reason").getString("StringValue"))
                    .isNotBlank();
        }
    }
}
