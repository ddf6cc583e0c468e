package dev.belay.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.record.RecordState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a state's code means is its table's. */
final class TableStatesTest {
    @ParameterizedTest
    @CsvSource({
        "incident, 1, NEW",
        "incident, 3, ON_HOLD",
        "change_request, -5, NEW",
        "change_request, -4, IN_PROGRESS",
        "change_request, 0, IN_PROGRESS",
        "change_request, 3, CLOSED",
        "change_request, 1, OTHER",
        "problem, 101, NEW",
        "problem, 104, IN_PROGRESS",
        "problem, 106, RESOLVED",
        "problem, 1, OTHER",
        "u_task, 1, OTHER"
    })
    void what_servicenow_ships(String table, String code, RecordState meaning) {
        assertThat(TableStates.shipped(table).meaning(code)).isEqualTo(meaning);
    }

    @Test
    void only_an_incidents_state_is_written_unless_the_settings_say_so() {
        assertThat(TableStates.shipped("incident").written(RecordState.IN_PROGRESS))
                .contains("2");
        assertThat(TableStates.shipped("incident").written(RecordState.RESOLVED))
                .isEmpty();
        assertThat(TableStates.shipped("change_request").written(RecordState.IN_PROGRESS))
                .isEmpty();
        assertThat(TableStates.shipped("problem").written(RecordState.IN_PROGRESS))
                .isEmpty();
    }

    @Test
    void of_several_codes_of_a_meaning_the_first_that_may_be_is_written() {
        TableStates states = TableStates.of(
                Map.of(RecordState.IN_PROGRESS, List.of("102", "103", "104")), List.of("7", "104", "103"));
        assertThat(states.written(RecordState.IN_PROGRESS)).contains("104");
        assertThat(states.written(RecordState.NEW)).isEmpty();
    }
}
