package dev.belay.local.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The page in a real browser, where the time is taken by the page's own clock. */
final class PressedPage implements AutoCloseable {
    private static final double PATIENCE = 120_000;

    /** Presses a button and says after how many milliseconds all three panes are right. */
    private static final String PRESS = """
            (pane) => new Promise((done) => {
              const text = (selector) => document.querySelector(selector)?.textContent ?? '';
              const card = (place) => [...document.querySelectorAll(place + ' .message.open')]
                .filter((each) => each.querySelector('.block-header, .adaptive-card')).map((each) => each.textContent).join();
              const isRight = () => text('[data-field=state]') === 'In Progress' && text('[data-field=assigned_to]') === 'Alice Archer'
                && ['#slack', '#teams'].every((place) => card(place).includes('In Progress') && !document.querySelector(place + ' [data-action=ack]'));
              const began = performance.now();
              const look = () => {
                if (isRight()) {
                  watch.disconnect();
                  done(performance.now() - began);
                }
              };
              const watch = new MutationObserver(look);
              watch.observe(document.body, { subtree: true, childList: true, characterData: true });
              document.querySelector(pane + ' [data-action=ack]').click();
            })
            """;

    /** Milliseconds. */
    private static final double AT_REST = 2_500;

    private final Playwright playwright;
    private final Page page;
    private final URI console;
    private int presses;

    PressedPage(URI console) {
        this.console = console;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of("--no-sandbox")));
        page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1440, 900));
        page.setDefaultTimeout(PATIENCE);
        load();
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("Chromium is not installed: install the package chromium"));
    }

    /** Loads the page; in milliseconds until all of it is there. */
    double load() {
        page.navigate(console.toString());
        page.locator("body[data-ready=true]").waitFor();
        return ((Number) page.evaluate("performance.getEntriesByName('ready')[0].startTime")).doubleValue();
    }

    /**
     * Opens an incident, waits for its cards, and presses Acknowledge, in Slack and in Teams in turn. While a channel is being set up its
     * card is drawn again, at most once a second, so a press in that second waits for the rest of it.
     *
     * @param rests whether that is waited out first
     */
    double press(boolean rests) {
        button("New record").click();
        button("Open incident").click();
        for (String pane : List.of("#slack", "#teams")) {
            page.locator(pane + " [data-action=ack]").waitFor();
        }
        if (rests) {
            page.waitForTimeout(AT_REST);
        }
        Object shown = page.evaluate(PRESS, presses++ % 2 == 0 ? "#slack" : "#teams");
        return ((Number) shown).doubleValue();
    }

    /** Waits until so many records are told of. */
    void awaitRecords(int number) {
        page.waitForFunction(
                "number => parseInt(document.querySelector('#servicenow .total').textContent.split(' ').at(-1)) >= number",
                number);
    }

    private Locator button(String label) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
