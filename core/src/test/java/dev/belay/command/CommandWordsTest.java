package dev.belay.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.action.Postmortem;
import dev.belay.card.CardAction;
import dev.belay.command.CommandWords.Help;
import dev.belay.command.CommandWords.Understood;
import dev.belay.dialog.Input;
import dev.belay.record.RecordNumber;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the words of a command mean, and what is said to whoever wrote others. */
final class CommandWordsTest {
    private static final String PAGE = "https://wiki.acme.example/x";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postmortem INC0010023 https://wiki.acme.example/x",
                "  Postmortem\u00a0inc0010023\n\thttps://wiki.acme.example/x ",
                "postmortem INC0010023 <https://wiki.acme.example/x>",
                "postmortem INC0010023 <https://wiki.acme.example/x|wiki.acme.example/x>"
            })
    void a_command_names_a_record_and_an_address(String words) {
        assertThat(CommandWords.read(words, "/belay "))
                .isEqualTo(new Understood(
                        CardAction.POSTMORTEM,
                        new RecordNumber("INC0010023"),
                        new Input(Map.of(Postmortem.ADDRESS, List.of(PAGE)))));
    }

    @ParameterizedTest
    @CsvSource({
        "'', This attaches a postmortem",
        "help, This attaches a postmortem",
        "ack INC0010023, This attaches a postmortem",
        "postmortem, A record's number and one address are needed",
        "postmortem INC0010023, A record's number and one address are needed",
        "postmortem INC0010023 https://a.example https://b.example, A record's number and one address are needed",
        "postmortem INC^1=1 https://a.example, The first word is not the number of a record",
        "postmortem INC0010023 http://a.example, The address must begin with https://."
    })
    void whoever_writes_something_else_is_told_what_to_write(String words, String sentence) {
        assertThat(CommandWords.read(words, "/belay "))
                .isInstanceOfSatisfying(Help.class, help -> assertThat(help.sentence())
                        .startsWith(sentence)
                        .endsWith("/belay postmortem INC0010023 https://example.com/page"));
    }

    @Test
    void what_is_too_long_is_not_read() {
        assertThat(CommandWords.read("postmortem INC0010023 " + PAGE + " ".repeat(4_000), "/belay "))
                .isInstanceOf(Help.class);
    }
}
