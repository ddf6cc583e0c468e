package dev.belay.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.reconcile.Watermarks.SweepMark;
import dev.belay.record.Sample;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Watermarks} keeps. */
public interface WatermarksContract {
    /** Of an instance that no test before had. */
    Watermarks watermarks();

    @Test
    default void at_first_nothing_is_known() {
        Watermarks watermarks = watermarks();
        assertThat(watermarks.of("incident")).isEmpty();
        assertThat(watermarks.sweep()).isEmpty();
    }

    @Test
    default void the_last_position_of_each_table_is_kept() {
        Watermarks watermarks = watermarks();
        Position within = Position.behind(Sample.OPENED, Sample.REF.sysId());
        watermarks.store("incident", within);
        watermarks.store("change_request", Position.from(Sample.OPENED.plusSeconds(7)));
        assertThat(watermarks.of("incident")).contains(within);
        assertThat(watermarks.of("change_request")).contains(Position.from(Sample.OPENED.plusSeconds(7)));
        watermarks.store("incident", Position.from(Sample.OPENED.plusSeconds(9)));
        assertThat(watermarks.of("incident"))
                .as("no key is left over")
                .contains(Position.from(Sample.OPENED.plusSeconds(9)));
    }

    @Test
    default void a_sweep_is_kept_from_its_beginning_to_its_end() {
        Watermarks watermarks = watermarks();
        watermarks.store("incident", Position.from(Sample.OPENED));
        SweepMark begun = SweepMark.beginning(Sample.OPENED.plusMillis(123));
        watermarks.store(begun);
        assertThat(watermarks.sweep()).contains(begun);
        watermarks.store(begun.at(Optional.of("record#slack")));
        assertThat(watermarks.sweep()).contains(begun.at(Optional.of("record#slack")));
        watermarks.store(begun.at(Optional.empty()));
        assertThat(watermarks.sweep()).contains(new SweepMark(Sample.OPENED.plusMillis(123), true, Optional.empty()));
        assertThat(watermarks.of("incident")).contains(Position.from(Sample.OPENED));
    }
}
