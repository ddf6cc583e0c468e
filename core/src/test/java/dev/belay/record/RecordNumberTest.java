package dev.belay.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may enter a query as a record's number. */
final class RecordNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"INC0010023", "inc0010023", "CHG0030001", "P1INC001"})
    void a_number_is_read_in_any_case(String written) {
        assertThat(RecordNumber.of(written))
                .hasValueSatisfying(number -> assertThat(number.value()).isUpperCase());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "INC",
                "0010023",
                "INC12",
                "INC0010023^ORactive=true",
                "INC0010023,INC0010024",
                "INC 0010023",
                "INC0010023\n",
                "javascript:1",
                "INC00100230010023001002300100230010023001",
                "ＩＮＣ0010023"
            })
    void what_is_no_number_is_none(String written) {
        assertThat(RecordNumber.of(written)).isEmpty();
    }

    @Test
    void none_is_made_of_what_is_none() {
        assertThatThrownBy(() -> new RecordNumber("inc0010023")).isInstanceOf(IllegalArgumentException.class);
    }
}
