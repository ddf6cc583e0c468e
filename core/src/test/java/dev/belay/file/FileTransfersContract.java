package dev.belay.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.file.FileTransfers.Claim;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import dev.belay.time.Crowd;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** What every {@link FileTransfers} keeps. */
public interface FileTransfersContract {
    FileTransfers transfers();

    MovedClock clock();

    /** What no test brought before. */
    String file();

    private ContentId id() {
        return ContentId.shared(Platform.SLACK, "T01ACME", file(), RecordRef.ofNone("incident"));
    }

    private static Transfer taken(Claim claim) {
        assertThat(claim).isInstanceOf(Claim.Taken.class);
        return ((Claim.Taken) claim).transfer();
    }

    @Test
    default void the_first_claim_begins_it_and_the_next_waits() {
        ContentId id = id();
        Transfer first = taken(transfers().claim(id));
        assertThat(first.again()).isFalse();
        assertThat(first.result()).isEmpty();
        assertThat(first.since()).isEqualTo(clock().instant());
        clock().advance(Duration.ofSeconds(5));
        assertThat(transfers().claim(id)).isEqualTo(new Claim.Held(FileTransfers.LEASE.minusSeconds(5)));
    }

    @Test
    default void whoever_takes_over_knows_it() {
        ContentId id = id();
        Transfer first = taken(transfers().claim(id));
        clock().advance(FileTransfers.LEASE);
        Transfer second = taken(transfers().claim(id));
        assertThat(second.again()).isTrue();
        assertThat(second.since()).isEqualTo(first.since());
    }

    @Test
    default void what_became_of_the_file_is_kept() {
        for (Uploaded result : new Uploaded[] {
            new Uploaded.Stored("https://acme.sharepoint.com/a b|c"), new Uploaded.Refused(FileRefusal.TOO_LARGE)
        }) {
            ContentId id = id();
            transfers().claim(id);
            transfers().settle(id, result);
            transfers().leaseUntil(id, clock().instant());
            assertThat(taken(transfers().claim(id)).result()).contains(result);
        }
    }

    @Test
    default void a_later_result_takes_the_place_of_an_earlier_one() {
        ContentId id = id();
        transfers().claim(id);
        transfers().settle(id, new Uploaded.Stored("F1"));
        transfers().settle(id, new Uploaded.Refused(FileRefusal.TYPE));
        transfers().leaseUntil(id, clock().instant());
        assertThat(taken(transfers().claim(id)).result()).contains(new Uploaded.Refused(FileRefusal.TYPE));
    }

    @Test
    default void a_lease_ends_when_it_is_told_to() {
        ContentId id = id();
        transfers().claim(id);
        transfers().leaseUntil(id, clock().instant().plusSeconds(45));
        assertThat(transfers().claim(id)).isEqualTo(new Claim.Held(Duration.ofSeconds(45)));
        clock().advance(Duration.ofSeconds(45));
        assertThat(taken(transfers().claim(id)).again()).isTrue();
    }

    @Test
    default void what_is_finished_is_done_for_good() {
        ContentId id = id();
        transfers().claim(id);
        transfers().finish(id);
        clock().advance(Duration.ofDays(13));
        assertThat(transfers().claim(id)).isEqualTo(new Claim.Done());
    }

    @Test
    default void its_reference_leads_to_it() {
        ContentId id = id();
        assertThat(transfers().withReference(id.reference())).isEmpty();
        transfers().claim(id);
        assertThat(transfers().withReference(id.reference())).contains(id);
    }

    @Test
    default void one_of_many_workers_has_it() throws InterruptedException, ExecutionException {
        ContentId id = id();
        assertThat(Crowd.of(12, () -> transfers().claim(id)))
                .filteredOn(Claim.Taken.class::isInstance)
                .hasSize(1);
    }

    @Test
    default void who_shared_it_is_known_by_its_reference_and_changes_nothing_else() {
        ContentId id = ContentId.attached(new SysId("d".repeat(32)), Platform.SLACK);
        transfers().claim(id);
        assertThat(transfers().sharer(id.reference())).isEmpty();
        transfers().sharedBy(id, "Alice Archer");
        transfers().settle(id, new Uploaded.Stored("x"));
        assertThat(transfers().sharer(id.reference())).contains("Alice Archer");
        assertThat(transfers().claim(id)).isInstanceOf(FileTransfers.Claim.Held.class);
    }

    @Test
    default void what_is_remembered_is_done() {
        ContentId id = ContentId.attached(new SysId("e".repeat(32)), Platform.SLACK);
        assertThat(transfers().knows(id)).isFalse();
        transfers().remember(id);
        transfers().remember(id);
        assertThat(transfers().knows(id)).isTrue();
        assertThat(transfers().claim(id)).isEqualTo(new FileTransfers.Claim.Done());
    }
}
