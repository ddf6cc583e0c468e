package dev.belay.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.SelectOption;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody has in hand stays in hand while the page changes beneath it. */
@Requires(Tool.BROWSER)
final class ConsoleFocusTest {
    private static final String SLACK = Visitor.SLACK;
    private static final String TEAMS = Visitor.TEAMS;
    private static final String PAGE = "Page responders …";

    @RegisterExtension
    private static final OpenPages PAGES = new OpenPages();

    @Test
    void a_dialog_that_is_open_comes_back_with_its_people_before_the_channel_does() {
        try (Visitor alice = PAGES.visitor()) {
            alice.openIncident();
            alice.press(SLACK, PAGE);
            assertThat(alice.dialog().getByLabel("Carol Carter")).isVisible();

            List<Route> held = new ArrayList<>();
            alice.page().route("**/api/slack/channels/*", held::add);
            alice.comeBack();
            assertThat(alice.dialog().getByLabel("Carol Carter")).isVisible();
            alice.page().unroute("**/api/slack/channels/*");
            held.forEach(Route::resume);
            assertThat(alice.messages(SLACK)).not().isEmpty();
            alice.wentWell();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SLACK, TEAMS})
    void the_focus_goes_back_to_what_opened_a_dialog_also_where_the_card_was_drawn_anew(String pane) {
        try (Visitor alice = PAGES.visitor();
                Visitor bob = PAGES.visitor()) {
            alice.openIncident();
            alice.press(pane, PAGE);
            assertThat(alice.dialog()).isVisible();
            alice.page().keyboard().press("Escape");
            assertThat(alice.dialog()).hasCount(0);
            assertThat(alice.cardButton(pane, PAGE)).isFocused();

            alice.page().keyboard().press("Enter");
            assertThat(alice.dialog()).isVisible();
            bob.become("Bob Baker").click(bob.page().locator(".records button").first());
            bob.press(SLACK, "Acknowledge");
            assertThat(alice.card(pane)).containsText("Bob Baker");
            alice.page().keyboard().press("Escape");
            assertThat(alice.dialog()).hasCount(0);
            assertThat(alice.cardButton(pane, PAGE)).isFocused();
            alice.wentWell();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SLACK, TEAMS})
    void a_press_counts_although_the_card_changes_before_it_is_let_go(String pane) {
        try (Visitor alice = PAGES.visitor();
                Visitor bob = PAGES.visitor()) {
            alice.openIncident();
            alice.cardButton(pane, "Acknowledge").hover();
            alice.page().mouse().down();
            int read = alice.reads(pane);

            bob.become("Bob Baker").click(bob.page().locator(".records button").first());
            bob.click(bob.page().locator(".change summary"));
            Locator text = bob.page().locator(".change-form").getByLabel("Short description");
            text.fill("Mail is very slow");
            text.press("Enter");
            assertThat(bob.card(pane)).containsText("Mail is very slow");
            alice.waitForReads(pane, read + 1);
            alice.page().mouse().up();
            assertThat(alice.card(pane)).containsText("In Progress");
            assertThat(alice.card(pane)).containsText("Mail is very slow");
            alice.wentWell();
        }
    }

    @Test
    void a_form_that_is_open_stays_so_with_what_was_entered() {
        try (Visitor alice = PAGES.visitor();
                Visitor bob = PAGES.visitor()) {
            alice.openIncident("Mail is slow", "3 - Low", "3 - Low");
            assertThat(alice.card(SLACK)).containsText("Mail is slow");
            alice.click(alice.page().locator(".change summary"));
            Locator text = alice.page().locator(".change-form").getByLabel("Short description");
            text.fill("Mail is very slow");

            bob.become("Bob Baker").click(bob.page().locator(".records button").first());
            bob.click(bob.button("Raise to P1"));
            assertThat(alice.field("priority")).hasText("1 - Critical");
            assertThat(alice.button("Raise to P1")).hasCount(0);
            assertThat(text).isVisible();
            assertThat(text).hasValue("Mail is very slow");
            assertThat(text).isFocused();

            text.press("Enter");
            assertThat(alice.page().locator(".record-head h3")).containsText("Mail is very slow");
            assertThat(text).isHidden();
            alice.wentWell();
        }
    }

    @Test
    void a_problem_is_taken_from_one_of_its_states_to_another() {
        try (Visitor alice = PAGES.visitor()) {
            alice.page().getByLabel("Table").selectOption(new SelectOption().setLabel("Problems"));
            alice.openIncident("Mail is slow each Monday", "3 - Low", "3 - Low");
            assertThat(alice.field("state")).hasText("New");
            alice.click(alice.page().locator(".change summary"));
            Locator form = alice.page().locator(".change-form");
            assertThat(form.getByLabel("State").locator("option")).hasText(new String[] {
                "New", "Assess", "Root Cause Analysis", "Fix in Progress", "Resolved", "Closed"
            });
            form.getByLabel("Assigned to").selectOption(new SelectOption().setLabel("Carol Carter"));
            form.getByLabel("State").selectOption(new SelectOption().setLabel("Assess"));
            alice.click(form.locator("button[type=submit]"));
            assertThat(alice.field("state")).hasText("Assess");
            alice.wentWell();
        }
    }
}
