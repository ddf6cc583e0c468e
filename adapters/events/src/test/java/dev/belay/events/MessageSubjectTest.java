package dev.belay.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown of a message is of ours, and nothing that somebody put there. */
final class MessageSubjectTest {
    private static final String SYS_ID = "9d385017c611228701d22104cc95c371";

    @Test
    void a_message_is_known_by_its_kind_its_action_and_its_record() {
        assertThat(MessageSubject.of("{\"kind\":\"press\",\"action\":\"take-over\",\"table\":\"incident\",\"sys_id\":\""
                        + SYS_ID + "\",\"user\":\"U01ALICE\"}"))
                .isEqualTo(new MessageSubject(
                        Optional.of("press"), Optional.of("take-over"), Optional.of("incident/" + SYS_ID)));
        assertThat(MessageSubject.of("{\"kind\":\"command\",\"action\":\"postmortem\",\"number\":\"INC0010023\"}"))
                .isEqualTo(new MessageSubject(
                        Optional.of("command"), Optional.of("postmortem"), Optional.of("INC0010023")));
        assertThat(MessageSubject.of("{\"kind\":\"hint\",\"type\":\"updated\",\"table\":\"incident\"}"))
                .isEqualTo(new MessageSubject(Optional.of("hint"), Optional.of("updated"), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "{\"kind\":1}",
                "{\"kind\":\"erin@acme.example\",\"action\":\"xoxb-1\",\"table\":\"a b\",\"sys_id\":\"1\"}",
                "{\"kind\":\"A sentence of somebody\",\"number\":\"+1 555 0100\"}"
            })
    void what_is_none_of_our_words_is_left_out(String body) {
        assertThat(MessageSubject.of(body))
                .isEqualTo(new MessageSubject(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void depth_does_no_harm() {
        assertThat(MessageSubject.of("[".repeat(1_000_000)).kind()).isEmpty();
    }
}
