package dev.belay.local.command.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a browser is opened, and what is said where none can be. */
final class BrowserTest {
    private static final URI CONSOLE = URI.create("http://127.0.0.1:3007");

    @Test
    void each_system_has_a_command_of_its_own() {
        assertThat(Browser.command("Linux", CONSOLE)).containsExactly("xdg-open", "http://127.0.0.1:3007");
        assertThat(Browser.command("Mac OS X", CONSOLE)).startsWith("open");
        assertThat(Browser.command("Windows 11", CONSOLE)).startsWith("rundll32");
    }

    @Test
    void without_the_command_the_address_is_said() {
        assertThat(Browser.open(List.of("no-such-command-anywhere"), CONSOLE))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("no-such-command-anywhere", "http://127.0.0.1:3007"));
    }
}
