package dev.belay.aws.table.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.aws.Cloud;
import dev.belay.chat.Platform;
import dev.belay.file.ContentId;
import dev.belay.file.FileTransfers;
import dev.belay.file.FileTransfers.Claim;
import dev.belay.file.FileTransfersContract;
import dev.belay.file.Uploaded;
import dev.belay.record.RecordRef;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The transfers on the simulated engine keep the contract, with one request each, whatever answer is lost. */
final class DynamoDbFileTransfersTest implements FileTransfersContract {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final FileTransfers transfers =
            Cloud.worker(clock).fileTransfers(Cloud.STACK.eventTable(), new Random(Cloud.unique()));

    @Override
    public FileTransfers transfers() {
        return transfers;
    }

    @Override
    public MovedClock clock() {
        return clock;
    }

    @Override
    public String file() {
        return "F" + Cloud.unique();
    }

    private ContentId id() {
        return ContentId.shared(Platform.TEAMS, "tenant", file(), RecordRef.ofNone("incident"));
    }

    @Test
    void each_deed_is_one_request() {
        ContentId id = id();
        for (Runnable deed : new Runnable[] {
            () -> transfers.claim(id),
            () -> transfers.settle(id, new Uploaded.Stored("1")),
            () -> transfers.leaseUntil(id, clock.instant()),
            () -> transfers.finish(id)
        }) {
            assertThat(Cloud.requestsOf(deed)).isEqualTo(Map.of("dynamodb UpdateItem", 1));
        }
    }

    @Test
    void a_claim_whose_answer_was_lost_is_its_workers() {
        ContentId id = id();
        Cloud.losingTheFirstAnswer(
                () -> assertThat(transfers.claim(id)).isInstanceOfSatisfying(Claim.Taken.class, taken -> assertThat(
                                taken.transfer().again())
                        .isFalse()));
        assertThat(transfers.claim(id)).isInstanceOf(Claim.Held.class);
    }
}
