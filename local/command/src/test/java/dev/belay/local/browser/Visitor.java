package dev.belay.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Somebody with the page open in a browser of their own. Waits for what is expected; errors of the page are kept. */
final class Visitor implements AutoCloseable {
    static final String SLACK = "#slack";
    static final String TEAMS = "#teams";

    /** What marks the page that was loaded: it is gone after a reload. */
    private static final String MARK = "loadedOnce";

    private static final String READS =
            "pane => performance.getEntriesByType('resource').filter(it => it.responseStatus === 200"
                    + " && it.name.includes(`/api/${pane}/${pane === 'slack' ? 'channels' : 'conversations'}/`)).length";

    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = Collections.synchronizedList(new ArrayList<>());
    private int clicks;

    private Visitor(BrowserContext context, URI console) {
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(Chromium.PATIENCE);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
        page.navigate(console.toString());
        page.evaluate("window." + MARK + " = true");
        page.locator("body[data-ready=true]").waitFor();
    }

    /** Opens the page in a browser that has never been here. */
    static Visitor enter(Browser browser, URI console) {
        return enter(browser, console, 1440, 900, ColorScheme.LIGHT);
    }

    static Visitor enter(Browser browser, URI console, int width, int height, ColorScheme scheme) {
        return new Visitor(
                browser.newContext(new Browser.NewContextOptions()
                        .setLocale("en-US")
                        .setTimezoneId("UTC")
                        .setViewportSize(width, height)
                        .setColorScheme(scheme)),
                console);
    }

    Page page() {
        return page;
    }

    /** Loads the page again on purpose, and does not wait for what it then reads. */
    void comeBack() {
        page.reload();
        page.evaluate("window." + MARK + " = true");
    }

    Visitor become(String name) {
        String id = page.locator("#person option")
                .filter(new Locator.FilterOptions().setHasText(name))
                .getAttribute("value");
        page.locator("#person").selectOption(id);
        return this;
    }

    /** Presses what a locator finds. */
    void click(Locator what) {
        clicks++;
        what.click();
    }

    int clicks() {
        return clicks;
    }

    /** The sentence that says what to do. */
    Locator guide() {
        return page.locator("#guide");
    }

    /** Opens the incident that the page proposes. */
    Visitor openIncident() {
        click(button("Open incident"));
        return this;
    }

    Visitor openIncident(String shortDescription, String impact, String urgency) {
        page.getByLabel("Short description").fill(shortDescription);
        page.getByLabel("Impact").selectOption(new SelectOption().setLabel(impact));
        page.getByLabel("Urgency").selectOption(new SelectOption().setLabel(urgency));
        return openIncident();
    }

    Locator button(String label) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    /** A button of a pane's card. */
    Locator cardButton(String pane, String label) {
        return page.locator(pane)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .first();
    }

    /** How often the page has read one of a pane's conversations. */
    int reads(String pane) {
        return ((Number) page.evaluate(READS, pane.substring(1))).intValue();
    }

    /** Waits until it has read so often. */
    void waitForReads(String pane, int times) {
        page.waitForFunction("([pane, times]) => (" + READS + ")(pane) >= times", List.of(pane.substring(1), times));
    }

    Visitor press(String pane, String label) {
        click(cardButton(pane, label));
        return this;
    }

    /** The card that stands in a pane. */
    Locator card(String pane) {
        return page.locator(pane + " .message.open")
                .filter(new Locator.FilterOptions().setHas(page.locator(".block-header, .adaptive-card")))
                .first();
    }

    /** What a pane shows to this person alone. */
    Locator onlyForThem(String pane) {
        return page.locator(pane + " .message.private");
    }

    /** A field of the record. */
    Locator field(String name) {
        return page.locator("[data-field=" + name + "]");
    }

    Locator activity() {
        return page.locator(".activity");
    }

    Locator messages(String pane) {
        return page.locator(pane + " .messages");
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    Visitor tab(String name) {
        click(page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)));
        return this;
    }

    /** Has the credentials checked, and waits until they are. */
    void checkCredentials() {
        page.waitForResponse(
                response -> response.url().endsWith("/api/credentials/check"), () -> click(button("Check now")));
    }

    /** Record and both cards say who has it. */
    void seesThatItIsTakenBy(String name) {
        assertThat(field("assigned_to")).hasText(name);
        assertThat(field("state")).hasText("In Progress");
        for (String pane : List.of(SLACK, TEAMS)) {
            assertThat(card(pane)).containsText("In Progress");
            assertThat(card(pane)).containsText(name);
            assertThat(cardButton(pane, "Acknowledge")).hasCount(0);
        }
    }

    /** Nothing was reloaded, and the browser's console is empty of errors. */
    void wentWell() {
        Assertions.assertThat(page.evaluate("window." + MARK)).isEqualTo(true);
        Assertions.assertThat(errors).isEmpty();
    }

    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        context.close();
    }
}
