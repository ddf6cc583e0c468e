package dev.belay.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page shows and lets do depends on who one is. */
@Requires(Tool.BROWSER)
final class ConsolePeopleTest {
    private static final String SLACK = Visitor.SLACK;
    private static final String TEAMS = Visitor.TEAMS;

    @RegisterExtension
    private static final OpenPages PAGES = new OpenPages();

    @ParameterizedTest
    @ValueSource(strings = {SLACK, TEAMS})
    void who_lacks_the_role_changes_nothing_and_only_they_see_why(String pane) {
        try (Visitor carol = PAGES.visitor();
                Visitor alice = PAGES.visitor()) {
            carol.become("Carol Carter").openIncident();
            assertThat(carol.guide()).containsText("see what only you are told");
            carol.press(pane, "Acknowledge");

            assertThat(carol.onlyForThem(pane)).containsText("major_incident_manager");
            assertThat(carol.field("state")).hasText("New");
            assertThat(PAGES.console().record().value("assigned_to")).isEmpty();
            alice.click(alice.page().locator(".records button").first());
            assertThat(alice.cardButton(pane, "Acknowledge")).isVisible();
            assertThat(alice.onlyForThem(pane)).hasCount(0);
            carol.wentWell();
            alice.wentWell();
        }
    }

    @Test
    void everybody_sees_what_they_may_and_nothing_is_asked_that_would_be_refused() {
        try (Visitor somebody = PAGES.visitor()) {
            somebody.openIncident();
            assertThat(somebody.cardButton(TEAMS, "Acknowledge")).isVisible();
            somebody.become("Mallory Moore");
            assertThat(somebody.messages(SLACK)).containsText("Mallory Moore does not see this channel.");
            somebody.become("Sol Single");
            assertThat(somebody.messages(TEAMS)).containsText("Sol Single");
            somebody.become("Dave Dyer");
            assertThat(somebody.cardButton(SLACK, "Acknowledge")).isVisible();
            assertThat(somebody.page().locator("#servicenow .total")).containsText("seen as admin");
            somebody.become("Bob Baker");
            assertThat(somebody.cardButton(SLACK, "Acknowledge")).isVisible();
            assertThat(somebody.cardButton(TEAMS, "Acknowledge")).isVisible();
            somebody.wentWell();
        }
    }

    @Test
    void who_has_no_user_in_servicenow_only_looks_and_reads_why() {
        try (Visitor guest = PAGES.visitor()) {
            guest.openIncident();
            assertThat(guest.button("Resolve")).isVisible();
            guest.become("Gus Guest");
            Locator record = guest.page().locator("#servicenow .record");
            assertThat(record).containsText("Gus Guest has no user in ServiceNow and looks only.");
            assertThat(guest.field("state")).hasText("New");
            assertThat(guest.button("Resolve")).hasCount(0);
            assertThat(record.getByText("Change", new Locator.GetByTextOptions().setExact(true)))
                    .hasCount(0);
            assertThat(record.getByLabel("Work note or comment")).isHidden();

            guest.click(guest.button("New record"));
            assertThat(guest.button("Open incident")).isDisabled();
            assertThat(record).containsText("Gus Guest has no user in ServiceNow and looks only.");
            assertThat(guest.guide()).containsText("be somebody else");

            guest.become("Carol Carter");
            assertThat(guest.button("Open incident")).isEnabled();
            assertThat(record).not().containsText("looks only");
            guest.click(guest.page().locator(".records button").first());
            assertThat(guest.button("Resolve")).isVisible();
            assertThat(record.getByLabel("Work note or comment")).isVisible();

            guest.click(guest.button("Resolve"));
            assertThat(guest.guide()).containsText("Reopen it, or open another incident.");
            guest.become("Gus Guest");
            assertThat(guest.guide()).containsText("Be somebody else to reopen it, or to open another incident.");
            guest.wentWell();
        }
    }

    @Test
    void who_leaves_a_channel_that_they_look_at_sees_it_no_more() {
        PAGES.console().privateChannel("war-room");
        try (Visitor alice = PAGES.visitor()) {
            for (String pane : new String[] {SLACK, TEAMS}) {
                String name = pane.equals(SLACK) ? "🔒 war-room" : "partners";
                Locator channels = alice.page().locator(pane + " select.places");
                channels.selectOption(new SelectOption().setLabel(name));
                Locator box = alice.page().locator(pane + " .compose textarea");
                box.fill("Between us");
                box.press("Enter");
                assertThat(alice.messages(pane)).containsText("Between us");

                PAGES.console().putOut(pane.equals(SLACK) ? "war-room" : "partners");
                assertThat(alice.messages(pane)).containsText("Alice Archer does not see this channel.");
                assertThat(alice.messages(pane)).not().containsText("Between us");
                assertThat(box).isDisabled();
                assertThat(channels.locator("option", new Locator.LocatorOptions().setHasText(name)))
                        .hasCount(0);

                PAGES.console().takeIn(pane.equals(SLACK) ? "war-room" : "partners");
                assertThat(alice.messages(pane)).containsText("Between us");
                assertThat(channels.locator("option", new Locator.LocatorOptions().setHasText(name)))
                        .hasCount(1);
            }
            alice.wentWell();
        }
    }
}
