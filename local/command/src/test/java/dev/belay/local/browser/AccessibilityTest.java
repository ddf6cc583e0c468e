package dev.belay.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page can be used by everybody: axe-core finds nothing serious, and a keyboard is enough. */
@Requires(Tool.BROWSER)
final class AccessibilityTest {
    private static final String SLACK = Visitor.SLACK;
    private static final String SEVERE = """
            async () => (await axe.run()).violations
              .filter((found) => found.impact === 'serious' || found.impact === 'critical')
              .map((found) => found.id + ': ' + found.nodes.map((node) => node.html).join(' '))
            """;

    private Chromium chromium;
    private OpenConsole console;

    @BeforeEach
    void start() {
        chromium = new Chromium();
        console = OpenConsole.start();
    }

    @AfterEach
    void stop() {
        console.close();
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 1440", "LIGHT, 400"})
    void no_state_of_the_page_has_a_serious_or_critical_violation(ColorScheme scheme, int width) {
        try (Visitor alice = Visitor.enter(chromium.browser(), console.url(), width, 900, scheme)) {
            severe(alice, "a new record");
            alice.openIncident();
            assertThat(alice.guide()).containsText("press Acknowledge");
            severe(alice, "a record");
            alice.click(alice.page().locator(".change summary"));
            severe(alice, "its form");
            for (String tab : List.of("What if", "Links, people, credentials", "What happened")) {
                alice.tab(tab);
                assertThat(alice.page()
                                .locator("[role=tabpanel]:visible > *:visible")
                                .first())
                        .isVisible();
                severe(alice, tab);
            }
            if (width < 900) {
                alice.click(alice.page().locator("#panes [data-pane=slack]"));
                severe(alice, "Slack alone");
            }
            alice.press(SLACK, "Page responders …");
            assertThat(alice.dialog()).isVisible();
            severe(alice, "a dialog");
            alice.page().keyboard().press("Escape");
            assertThat(alice.dialog()).hasCount(0);
            alice.wentWell();
        }
    }

    private static void severe(Visitor visitor, String state) {
        Page page = visitor.page();
        page.evaluate(axe());
        assertThat(page.evaluate(SEVERE)).as(state).isEqualTo(List.of());
    }

    private static String axe() {
        try (InputStream script = Objects.requireNonNull(AccessibilityTest.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_keyboard_is_enough_from_the_first_visit_to_an_acknowledged_incident() {
        try (Visitor alice = Visitor.enter(chromium.browser(), console.url())) {
            press(alice, alice.button("Open incident"));
            assertThat(alice.cardButton(SLACK, "Acknowledge")).isVisible();
            press(alice, alice.cardButton(SLACK, "Acknowledge"));
            alice.seesThatItIsTakenBy("Alice Archer");
            press(alice, alice.cardButton(SLACK, "Postmortem …"));
            assertThat(alice.dialog().locator("input").first()).isFocused();
            alice.page().keyboard().type("https://wiki.acme.example/pm/7");
            alice.page().keyboard().press("Enter");
            assertThat(alice.card(SLACK)).containsText("https://wiki.acme.example/pm/7");
            alice.wentWell();
        }
    }

    /** Goes there by Tab alone, sees where the focus is, and presses Enter. */
    private static void press(Visitor visitor, Locator button) {
        Page page = visitor.page();
        for (int tabs = 0; tabs < 200; tabs++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(button.evaluate("it => it === document.activeElement"))) {
                assertThat((String) button.evaluate("it => getComputedStyle(it).outlineStyle"))
                        .isEqualTo("solid");
                page.keyboard().press("Enter");
                return;
            }
        }
        throw new AssertionError("Tab does not reach " + button);
    }

    @Test
    void one_pane_at_a_time_is_shown_where_there_is_no_room_for_three() {
        try (Visitor alice = Visitor.enter(chromium.browser(), console.url(), 880, 900, ColorScheme.LIGHT)) {
            alice.openIncident();
            assertThat(alice.page().locator("#slack")).isHidden();
            alice.click(alice.page().locator(".conversations .link").first());
            assertThat(alice.page().locator("#slack")).isVisible();
            assertThat(alice.page().locator("#servicenow")).isHidden();
            alice.press(SLACK, "Acknowledge");
            assertThat(alice.card(SLACK)).containsText("In Progress");
            assertThat((Boolean) alice.page()
                            .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isTrue();
            alice.wentWell();
        }
    }
}
