package dev.belay.local.browser;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One browser for the tests of a class, and a world of its own with its page for each of them. */
final class OpenPages implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private @Nullable Chromium chromium;
    private @Nullable OpenConsole console;

    @Override
    public void beforeAll(ExtensionContext context) {
        chromium = new Chromium();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        console = OpenConsole.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        console().close();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        chromium().close();
    }

    Chromium chromium() {
        return Objects.requireNonNull(chromium);
    }

    OpenConsole console() {
        return Objects.requireNonNull(console);
    }

    /** Somebody opens the page in a browser that has never been there. */
    Visitor visitor() {
        return Visitor.enter(chromium().browser(), console().url());
    }
}
