package dev.belay.aws.localstack;

import dev.belay.aws.ParametersContract;
import dev.belay.aws.QueuesContract;
import dev.belay.aws.SecretsContract;
import dev.belay.aws.StagedSecretsContract;
import dev.belay.aws.TestParameter;
import dev.belay.aws.TestQueue;
import dev.belay.aws.TestSecret;
import dev.belay.aws.TestStages;
import dev.belay.aws.table.TableContracts;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The adapters keep their contracts on LocalStack as well; where LocalStack deviates from AWS, the test says how. */
@Tag("localstack")
@Requires(Tool.DOCKER)
final class ContractsOnLocalStackTest {
    @Nested
    final class Secrets implements SecretsContract {
        private final TestSecret secret = new TestSecret(LocalStack.ENGINE);

        @Override
        public TestSecret secret() {
            return secret;
        }

        @Test
        @Override
        public void a_creation_that_is_retried_is_idempotent() {
            LocalStack.deviates(
                    "CreateSecret fails when it is sent again under its idempotency token; AWS ignores the second one",
                    "ResourceExistsException",
                    SecretsContract.super::a_creation_that_is_retried_is_idempotent);
        }
    }

    @Nested
    final class Stages implements StagedSecretsContract {
        private final TestStages stages = new TestStages(LocalStack.ENGINE);

        @Override
        public TestStages stages() {
            return stages;
        }

        @Test
        @Override
        public void a_version_is_never_overwritten() {
            LocalStack.deviates(
                    "PutSecretValue overwrites a version that is sent again with another text; AWS refuses that",
                    "Expecting value to be false but was true",
                    StagedSecretsContract.super::a_version_is_never_overwritten);
        }
    }

    @Nested
    final class Parameters implements ParametersContract {
        private final TestParameter parameter = new TestParameter(LocalStack.ENGINE);

        @Override
        public TestParameter parameter() {
            return parameter;
        }
    }

    @Nested
    final class Queues implements QueuesContract {
        private final TestQueue queue = new TestQueue(LocalStack.ENGINE);

        @Override
        public TestQueue queue() {
            return queue;
        }

        @Test
        @Override
        public void a_wait_is_rejected_once_the_message_is_visible_again() {
            LocalStack.deviates(
                    "a receipt handle whose time has passed still changes the message's visibility; SQS refuses that",
                    "Expecting code to raise a throwable",
                    QueuesContract.super::a_wait_is_rejected_once_the_message_is_visible_again);
        }
    }

    @Nested
    @EnabledIf(
            value = "dev.belay.aws.localstack.LocalStack#hasTables",
            disabledReason = "this image of LocalStack has no DynamoDB")
    final class Tables extends TableContracts {
        Tables() {
            super(LocalStack.ENGINE, LocalStack.stackWithTables());
        }
    }
}
