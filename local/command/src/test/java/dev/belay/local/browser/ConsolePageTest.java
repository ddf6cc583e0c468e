package dev.belay.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do on the page, and that record, Slack and Teams then say the same. */
@Requires(Tool.BROWSER)
final class ConsolePageTest {
    private static final String SLACK = Visitor.SLACK;
    private static final String TEAMS = Visitor.TEAMS;

    @RegisterExtension
    private static final OpenPages PAGES = new OpenPages();

    @Test
    void a_commander_acknowledges_a_new_p1_in_slack_and_record_slack_and_teams_agree() {
        try (Visitor alice = PAGES.visitor()) {
            assertThat(alice.guide()).containsText("Press Open incident");
            alice.openIncident();
            for (String pane : List.of(SLACK, TEAMS)) {
                assertThat(alice.card(pane)).containsText("Checkout is down");
                assertThat(alice.cardButton(pane, "Acknowledge")).isVisible();
            }
            assertThat(alice.guide()).containsText("press Acknowledge on either card");

            alice.press(SLACK, "Acknowledge");

            alice.seesThatItIsTakenBy("Alice Archer");
            assertThat(alice.activity()).containsText("Alice Archer");
            assertThat(alice.guide()).containsText("agree: Alice Archer has INC");
            assertThat(alice.clicks()).as("a newcomer's clicks").isLessThanOrEqualTo(3);
            Row record = PAGES.console().record();
            assertThat(record.value("state")).isEqualTo("2");
            assertThat(record.value("assigned_to")).isNotEmpty();
            String file = System.getProperty("belay.picture", "");
            if (!file.isEmpty()) {
                assertThat(alice.page().locator(".spans li").first()).isVisible();
                alice.picture(Path.of(file));
            }
            alice.wentWell();
        }
    }

    @Test
    void both_kinds_of_teams_button_acknowledge() {
        try (Visitor bob = PAGES.visitor()) {
            bob.become("Bob Baker").openIncident();
            bob.press(TEAMS, "Acknowledge");
            bob.seesThatItIsTakenBy("Bob Baker");

            bob.click(bob.button("New record"));
            bob.openIncident("Mail is down", "1 - High", "1 - High");
            assertThat(bob.card(TEAMS)).containsText("Mail is down");
            bob.page().getByLabel("Client of Teams").selectOption("submit");
            bob.press(TEAMS, "Acknowledge");
            bob.seesThatItIsTakenBy("Bob Baker");
            bob.wentWell();
        }
    }

    @Test
    void a_dialog_pages_a_responder() {
        try (Visitor alice = PAGES.visitor()) {
            alice.openIncident();
            alice.press(SLACK, "Page responders …");
            assertThat(alice.dialog()).isVisible();
            alice.dialog().getByLabel("Carol Carter").check();
            alice.dialog().locator("textarea").first().fill("Checkout is down, please join.");
            alice.click(alice.dialog().locator("button[type=submit]"));

            assertThat(alice.dialog()).hasCount(0);
            assertThat(alice.activity()).containsText("Carol Carter");
            assertThat(alice.card(SLACK)).containsText("Carol Carter");
            assertThat(alice.card(TEAMS)).containsText("Carol Carter");
            alice.wentWell();
        }
    }

    @Test
    void a_dialog_of_teams_says_what_is_wrong_and_keeps_what_was_entered() {
        try (Visitor alice = PAGES.visitor()) {
            alice.openIncident();
            alice.press(TEAMS, "Postmortem …");
            Locator address = alice.dialog().locator("input").first();
            address.fill("not an address");
            alice.click(alice.dialog().locator("button[type=submit]"));
            assertThat(alice.dialog()).containsText("address");
            assertThat(address).hasValue("not an address");

            address.fill("https://wiki.acme.example/pm/1");
            alice.click(alice.dialog().locator("button[type=submit]"));
            assertThat(alice.dialog()).hasCount(0);
            assertThat(alice.card(TEAMS)).containsText("https://wiki.acme.example/pm/1");
            assertThat(alice.card(SLACK)).containsText("https://wiki.acme.example/pm/1");
            alice.wentWell();
        }
    }

    @Test
    void a_dead_token_is_told_once_in_the_operations_channel_of_the_other_platform_and_so_is_its_return() {
        try (Visitor alice = PAGES.visitor()) {
            Locator channels = alice.page().locator(TEAMS + " select.places");
            channels.selectOption(new SelectOption().setLabel("belay-operations"));
            alice.tab("What if");
            Locator slack = alice.page().locator(".faults.slack");
            alice.click(slack.getByText("token", new Locator.GetByTextOptions().setExact(false))
                    .first());
            alice.tab("Links, people, credentials");
            alice.checkCredentials();
            Locator notices = alice.page()
                    .locator(TEAMS + " .message")
                    .filter(new Locator.FilterOptions().setHasText("credential slack/T01ACME"));
            assertThat(notices).hasCount(1);
            assertThat(notices).containsText("Slack refuses our credential slack/T01ACME");
            assertThat(alice.page().locator("#bindings td.troubled")).containsText("unhealthy");
            assertThat(alice.page().getByText("told once in the operations channel"))
                    .isVisible();
            alice.checkCredentials();
            assertThat(notices).hasCount(1);

            alice.tab("What if");
            alice.click(alice.button("Heal all"));
            alice.tab("Links, people, credentials");
            alice.checkCredentials();
            assertThat(alice.page().locator("#bindings td.troubled")).hasCount(0);
            assertThat(notices).hasCount(2);
            assertThat(notices.last()).containsText("Slack takes our credential slack/T01ACME again");
            alice.wentWell();
        }
    }

    @Test
    void two_browsers_see_the_same() {
        try (Visitor alice = PAGES.visitor();
                Visitor bob = PAGES.visitor()) {
            bob.become("Bob Baker");
            alice.openIncident();
            Locator first = bob.page().locator(".records button").first();
            bob.click(first);
            assertThat(bob.cardButton(SLACK, "Acknowledge")).isVisible();
            assertThat(bob.cardButton(TEAMS, "Acknowledge")).isVisible();

            alice.press(TEAMS, "Acknowledge");

            alice.seesThatItIsTakenBy("Alice Archer");
            bob.seesThatItIsTakenBy("Alice Archer");
            bob.wentWell();
            alice.wentWell();
        }
    }

    @Test
    void what_is_said_and_shared_in_a_channel_stands_on_the_record() {
        try (Visitor alice = PAGES.visitor()) {
            alice.openIncident();
            Locator box = alice.page().locator(SLACK).getByLabel("Message the channel");
            assertThat(alice.cardButton(SLACK, "Acknowledge")).isVisible();
            box.fill("The <b>load balancer</b> *drops* connections");
            box.press("Enter");
            assertThat(alice.messages(SLACK)).containsText("The <b>load balancer</b> drops connections");
            assertThat(alice.activity()).containsText("load balancer");
            alice.page()
                    .locator(SLACK + " input[type=file]")
                    .setInputFiles(
                            new FilePayload("trace.txt", "text/plain", "one line".getBytes(StandardCharsets.UTF_8)));
            assertThat(alice.page().locator(SLACK + " .file")).containsText("trace.txt");
            assertThat(alice.page().locator("#servicenow .files")).containsText("trace");
            alice.wentWell();
        }
    }

    @Test
    void what_one_wrote_is_changed_answered_and_deleted_from_its_menu() {
        try (Visitor alice = PAGES.visitor()) {
            alice.openIncident();
            for (String pane : List.of(SLACK, TEAMS)) {
                assertThat(alice.cardButton(pane, "Acknowledge")).isVisible();
                Locator box = alice.page().locator(pane + " .compose textarea");
                box.fill("I look at " + pane);
                box.press("Enter");
                menu(alice, pane, "I look at", "Edit");
                assertThat(box).hasValue("I look at " + pane);
                box.fill("It is the balancer");
                box.press("Enter");
                assertThat(alice.messages(pane)).containsText("It is the balancer");
                assertThat(alice.messages(pane)).not().containsText("I look at");

                menu(alice, pane, "It is the balancer", pane.equals(SLACK) ? "Reply in thread" : "Reply");
                box.fill("Restarted");
                box.press("Enter");
                assertThat(alice.page().locator(pane + " .message.reply")).containsText("Restarted");
                menu(alice, pane, "Restarted", "Delete");
                assertThat(alice.page().locator(pane + " .message.reply")).hasCount(0);
            }
            alice.wentWell();
        }
    }

    private static void menu(Visitor visitor, String pane, String said, String label) {
        Locator message = visitor.page()
                .locator(pane + " .message")
                .filter(new Locator.FilterOptions().setHasText(said))
                .last();
        visitor.click(message.locator(".more summary"));
        visitor.click(message.locator(".menu button")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first());
    }

    @Test
    void an_agent_raises_proposes_resolves_and_reopens() {
        try (Visitor alice = PAGES.visitor()) {
            alice.openIncident("Mail is slow", "3 - Low", "3 - Low");
            assertThat(alice.card(SLACK)).containsText("Mail is slow");
            alice.click(alice.button("Raise to P1"));
            assertThat(alice.field("priority")).containsText("1");
            assertThat(alice.page().locator(SLACK + " select.places")).containsText("mail-is-slow");
            alice.click(alice.button("Propose as major"));
            assertThat(alice.cardButton(SLACK, "Accept as major")).isVisible();
            alice.click(alice.button("Resolve"));
            assertThat(alice.card(SLACK)).containsText("Resolved");
            alice.click(alice.button("Reopen"));
            assertThat(alice.button("Resolve")).isVisible();
            alice.wentWell();
        }
    }

    @Test
    void the_way_of_a_press_shows_request_and_answer_without_secrets() {
        try (Visitor alice = PAGES.visitor()) {
            alice.openIncident();
            alice.press(SLACK, "Acknowledge");
            alice.seesThatItIsTakenBy("Alice Archer");
            Locator press = alice.page()
                    .locator(".traces button")
                    .filter(new Locator.FilterOptions().setHasText("Slack: ack"))
                    .first();
            alice.click(press);
            Locator call = alice.page()
                    .locator("button.span")
                    .filter(new Locator.FilterOptions().setHasText("PATCH incident"))
                    .first();
            alice.click(call);
            assertThat(alice.dialog()).containsText("PATCH /api/now/table/incident/");
            assertThat(alice.dialog()).containsText("***");
            assertThat(alice.dialog()).containsText("\"state\"");
            alice.page().keyboard().press("Escape");
            assertThat(alice.dialog()).hasCount(0);
            assertThat(call).isFocused();
            alice.wentWell();
        }
    }

    @Test
    void a_link_never_leads_out_of_the_sandbox() {
        try (Visitor alice = PAGES.visitor()) {
            alice.openIncident();
            assertThat(alice.cardButton(TEAMS, "Acknowledge")).isVisible();
            Locator places = alice.page().locator(TEAMS + " select.places");
            String incident = places.inputValue();
            places.selectOption(new SelectOption().setLabel("General"));
            assertThat(alice.cardButton(TEAMS, "Acknowledge")).hasCount(0);
            alice.click(alice.page().locator(".conversations .link").last());
            assertThat(places).hasValue(incident);
            assertThat(alice.page().locator("a[href^=http]")).hasCount(0);
            Locator outside = alice.card(SLACK).getByText("Open INC");
            assertThat(outside).hasCount(1);
            alice.click(outside);
            assertThat(alice.field("state")).hasText("New");
            assertThat(alice.page().url()).startsWith(PAGES.console().url().toString());
            alice.wentWell();
        }
    }

    @Test
    void a_link_to_a_record_that_is_followed_from_elsewhere_shows_that_record() {
        try (Visitor alice = PAGES.visitor()) {
            alice.openIncident();
            String link = Objects.requireNonNull(
                    alice.card(SLACK).getByText("Open INC").getAttribute("data-url"));
            alice.click(alice.button("New record"));
            alice.openIncident("Mail is slow", "3 - Low", "3 - Low");
            URI address =
                    URI.create(PAGES.console().url() + "/?link=" + URLEncoder.encode(link, StandardCharsets.UTF_8));
            try (Visitor bob = Visitor.enter(PAGES.chromium().browser(), address)) {
                assertThat(bob.field("priority")).hasText("1 - Critical");
                assertThat(bob.page()).hasURL(PAGES.console().url() + "/");
            }
            alice.wentWell();
        }
    }
}
