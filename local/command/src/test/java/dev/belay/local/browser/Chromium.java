package dev.belay.local.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.belay.tool.Tool;
import java.util.List;
import java.util.Map;

/** The system's Chromium, driven by Playwright, whose own browsers are never fetched. */
final class Chromium implements AutoCloseable {
    /** How long a page may take to show something, in milliseconds: much, since other tests run beside it. */
    static final double PATIENCE = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Tool.BROWSER.path().orElseThrow())
                        .setArgs(List.of("--no-sandbox")));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
