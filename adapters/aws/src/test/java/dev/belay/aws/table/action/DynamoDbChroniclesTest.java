package dev.belay.aws.table.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.aws.Cloud;
import dev.belay.record.Chronicles;
import dev.belay.record.ChroniclesContract;
import dev.belay.record.Happening;
import dev.belay.record.RecordRef;
import dev.belay.record.Sample;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The chronicles on the simulated engine keep the contract, with one request each. */
final class DynamoDbChroniclesTest implements ChroniclesContract {
    private final Chronicles chronicles = Cloud.worker(Clock.systemUTC()).chronicles(Cloud.STACK.linkTable());

    @Override
    public Chronicles chronicles() {
        return chronicles;
    }

    @Override
    public RecordRef record() {
        return RecordRef.of("incident", "%032x".formatted(Cloud.unique()));
    }

    @Test
    void adding_is_one_request_and_may_be_sent_twice() {
        RecordRef record = record();
        Happening happening = new Happening("press", Happening.Kind.ACKNOWLEDGED, Sample.OPENED, "Jane Doe", "");
        Cloud.losingTheFirstAnswer(
                () -> assertThat(chronicles.add(record, happening).happenings()).containsExactly(happening));
        assertThat(Cloud.requestsOf(() -> chronicles.add(record, happening)))
                .isEqualTo(Map.of("dynamodb UpdateItem", 1));
    }
}
