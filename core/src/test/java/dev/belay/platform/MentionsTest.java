package dev.belay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A number is a word of its own, however a text is encoded. */
final class MentionsTest {
    private static final String ID = "9d385017c611228701d22104cc95c371";
    private static final List<String> WORDS = List.of("INC0010023", ID);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INC0010023",
                "about inc0010023.",
                "<b>INC0010023</b>",
                "#inc0010023_checkout",
                "INC00100231 and INC0010023",
                "https://acme.service-now.com/nav_to.do?uri=incident.do%3Fsys_id%3D9d385017c611228701d22104cc95c371",
                "incident.do?sys_id\\u003d9d385017c611228701d22104cc95c371\\u0026a",
                "[{\"text\":\"down\\nINC0010023\\n\"}]",
                "{\\\"text\\\":\\\"down\\\\nINC0010023\\\"}"
            })
    void it_is_found(String text) {
        assertThat(Mentions.in(text, WORDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "INC00100231", "XINC0010023", "9INC0010023", "INC001002", "9d385017c611228701d22104cc95c371a"
            })
    void nothing_else_is(String text) {
        assertThat(Mentions.in(text, WORDS)).isFalse();
    }
}
