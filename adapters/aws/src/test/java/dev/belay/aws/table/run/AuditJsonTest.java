package dev.belay.aws.table.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.audit.finding.Counted;
import dev.belay.audit.journal.Progress;
import dev.belay.audit.journal.Progress.Stage;
import dev.belay.failure.Rejected;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an earlier release left in the table is read. */
final class AuditJsonTest {
    private static final Instant BEGAN = Instant.parse("2026-11-29T10:00:00Z");

    private static Progress earlier(String stage) {
        return AuditJson.progress("{\"began\":\"2026-11-29T10:00:00Z\",\"stage\":\"" + stage
                + "\",\"places\":[{\"platform\":\"teams\",\"workspace\":\"tenant-1\",\"id\":\"team-1\"}],\"at\":1,"
                + "\"item\":17,\"pages\":3,\"channels\":600,\"links\":20,\"records\":5,\"shares\":[{\"table\":\"incident\","
                + "\"priority\":1,\"platform\":\"slack\",\"open\":5,\"live\":4}],\"cursor\":\"dXNlcjpVMEc5V0ZYTlo=\"}");
    }

    @Test
    void one_that_was_over_was_told_and_is_not_told_again() {
        Progress over = earlier("DONE");
        assertThat(over.stage()).isEqualTo(Stage.TOLD);
        assertThat(over.began()).isEqualTo(BEGAN);
        assertThat(over.ended()).isEqualTo(BEGAN);
        assertThat(over.pages()).isEqualTo(3);
        assertThat(over.counted()).isEqualTo(new Counted(600, 20, 5));
        assertThat(over.shares())
                .singleElement()
                .extracting(share -> share.live())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHANNELS", "LINKS", "RECORDS"})
    void one_that_was_under_way_is_begun_anew(String stage) {
        Progress left = earlier(stage);
        assertThat(left.isDone()).isFalse();
        assertThat(left.began()).as("long stale").isEqualTo(Instant.EPOCH);
        assertThat(left.ended()).as("how long none ended is not forgotten").isEqualTo(BEGAN);
    }

    @Test
    void what_is_none_is_said() {
        assertThatThrownBy(() -> AuditJson.progress("{\"stage\":\"DONE\"}")).isInstanceOf(Rejected.class);
    }
}
