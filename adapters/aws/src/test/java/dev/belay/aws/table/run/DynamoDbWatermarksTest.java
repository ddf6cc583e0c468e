package dev.belay.aws.table.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.aws.Cloud;
import dev.belay.reconcile.Position;
import dev.belay.reconcile.Watermarks;
import dev.belay.reconcile.Watermarks.SweepMark;
import dev.belay.reconcile.WatermarksContract;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far it came, on the simulated engine, keeps the contract with one request each. */
final class DynamoDbWatermarksTest implements WatermarksContract {
    @Override
    public Watermarks watermarks() {
        return Cloud.worker(MovedClock.at(Sample.OPENED)).watermarks(Cloud.STACK.eventTable(), "acme" + Cloud.unique());
    }

    @Test
    void each_deed_is_one_request() {
        Watermarks watermarks = watermarks();
        assertThat(Cloud.requestsOf(() -> watermarks.store("incident", Position.from(Sample.OPENED))))
                .isEqualTo(Map.of("dynamodb UpdateItem", 1));
        assertThat(Cloud.requestsOf(() -> watermarks.store(SweepMark.beginning(Sample.OPENED))))
                .isEqualTo(Map.of("dynamodb UpdateItem", 1));
        assertThat(Cloud.requestsOf(() -> watermarks.of("incident"))).isEqualTo(Map.of("dynamodb GetItem", 1));
        assertThat(Cloud.requestsOf(watermarks::sweep)).isEqualTo(Map.of("dynamodb GetItem", 1));
    }

    @Test
    void what_was_stored_and_whose_answer_was_lost_is_kept() {
        Watermarks watermarks = watermarks();
        Position within = Position.behind(Sample.OPENED, Sample.REF.sysId());
        Cloud.losingTheFirstAnswer(() -> watermarks.store("incident", within));
        assertThat(watermarks.of("incident")).contains(within);
    }
}
