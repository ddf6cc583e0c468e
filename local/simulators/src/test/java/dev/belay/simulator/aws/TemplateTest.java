package dev.belay.simulator.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.http.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulated stack is what the template says. */
final class TemplateTest {
    private static final Path FILE = Path.of("../../template.yaml");

    @TempDir
    private Path folder;

    private Template with(Map<String, String> changes) throws IOException {
        String text = Files.readString(FILE);
        for (Map.Entry<String, String> change : changes.entrySet()) {
            assertThat(text).contains(change.getKey());
            text = text.replace(change.getKey(), change.getValue());
        }
        return Template.read(Files.writeString(folder.resolve("template.yaml"), text));
    }

    @Test
    void names_are_the_templates_under_the_stacks_name() {
        Stack stack = new Stack("prod");
        assertThat(stack.linkTable()).isEqualTo("prod-u_chat_conversation_link");
        assertThat(stack.recordsDeadLetters("teams")).isEqualTo("prod-teams-records-dlq.fifo");
    }

    @Test
    void another_number_in_the_template_is_another_queue_and_table() throws IOException {
        Template other = with(Map.of(
                "VisibilityTimeout: 360", "VisibilityTimeout: 77",
                "maxReceiveCount: 1000", "maxReceiveCount: 5",
                "IndexName: by_email", "IndexName: by_address"));
        try (SimulatedAws aws = SimulatedAws.start(0, new Faults(), Clock.systemUTC())) {
            Stack stack = new Stack("other", other).create(aws, Stack.Expiry.ON, List.of("slack"));
            JsonObject queue = attributes(aws, stack.recordsQueue("slack"));
            assertThat(queue.getString("VisibilityTimeout")).isEqualTo("77");
            assertThat(queue.getString("RedrivePolicy")).contains("5", stack.recordsDeadLetters("slack"));
            assertThat(indexed(aws, stack.userTable(), "by_address").getArray("Items"))
                    .isEmpty();
            assertThatThrownBy(() -> indexed(aws, stack.userTable(), "by_email"))
                    .isInstanceOf(AwsClient.Refused.class);
        }
    }

    private static JsonObject indexed(SimulatedAws aws, String table, String index) {
        return aws.client("tester")
                .call(
                        "dynamodb",
                        "Query",
                        JsonObject.builder()
                                .value("TableName", table)
                                .value("IndexName", index)
                                .value("KeyConditionExpression", "email = :e")
                                .object("ExpressionAttributeValues")
                                .object(":e")
                                .value("S", "alice@acme.example")
                                .end()
                                .end()
                                .done());
    }

    private static JsonObject attributes(SimulatedAws aws, String queue) {
        JsonObject arguments = JsonObject.builder()
                .value("QueueUrl", Stack.queueUrl(aws, queue))
                .array("AttributeNames", List.of("All"))
                .done();
        return aws.client("tester").call("sqs", "GetQueueAttributes", arguments).getObject("Attributes");
    }

    @Test
    void a_functions_limits_are_the_templates() throws IOException {
        Template.Function worker = Template.read(FILE).function("CardAction");
        assertThat(worker.timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(worker.memory()).isEqualTo(1769);
        assertThat(worker.batchSize()).isEqualTo(1);
        assertThat(with(Map.of("BatchSize: 1", "BatchSize: 4"))
                        .function("IncidentOpened")
                        .batchSize())
                .isEqualTo(4);
        assertThat(Template.read(FILE).function("Ingress"))
                .isEqualTo(new Template.Function("ingress", Duration.ofSeconds(10), 1769, 1));
    }

    @Test
    void a_missing_template_is_said_in_one_sentence() throws IOException {
        Path missing = folder.resolve("template.yaml");
        assertThatThrownBy(() -> Template.read(missing))
                .hasMessage(missing + " is missing: the tables and queues are made as it says");
        Files.writeString(missing, "just words");
        assertThatThrownBy(() -> Template.read(missing)).hasMessageContaining("is not a CloudFormation template");
        Files.writeString(missing, "Resources: {}");
        assertThatThrownBy(() -> new Stack("x", Template.read(missing)).linkTable())
                .hasMessageContaining("has no resource LinkTable");
    }
}
