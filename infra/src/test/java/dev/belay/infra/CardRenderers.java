package dev.belay.infra;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import dev.belay.tool.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Microsoft's renderer of cards and those of the console, in one page of a real browser that fetches nothing else. */
final class CardRenderers implements AutoCloseable {
    private static final String ORIGIN = "http://cards.test";
    private static final String SEEN = "/seen.js";
    private static final String OFFICIAL = "/adaptivecards.js";

    private final Path official;
    private final Playwright playwright;
    private final Page page;

    /** @param official the script of npm's adaptivecards; a file that does not exist where only the console's are asked */
    CardRenderers(Path official) {
        this.official = official;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Tool.BROWSER.path().orElseThrow())
                        .setArgs(List.of("--no-sandbox")));
        this.page =
                browser.newPage(new Browser.NewPageOptions().setLocale("en-US").setTimezoneId("America/New_York"));
        page.route("**/*", this::answer);
        page.navigate(ORIGIN + "/");
        if (Files.exists(official)) {
            page.addScriptTag(new Page.AddScriptTagOptions().setUrl(OFFICIAL));
        }
    }

    private void answer(Route route) {
        String path = route.request().url().substring(ORIGIN.length());
        try {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType(path.endsWith(".js") ? "text/javascript" : "text/html")
                    .setBodyBytes(body(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] body(String path) throws IOException {
        return switch (path) {
            case "/" -> new byte[0];
            case OFFICIAL -> Files.readAllBytes(official);
            case SEEN -> bytes("/dev/belay/infra/renderers/seen.js");
            default -> bytes(path);
        };
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = CardRenderers.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        }
    }

    /** What a person sees of an Adaptive Card as Microsoft draws it. */
    JsonObject theirs(String card) {
        return seen("theirs", card);
    }

    /** What a person sees of an Adaptive Card as the console draws it. */
    JsonObject ours(String card) {
        return seen("ours", card);
    }

    /** What a person sees of Slack's blocks as the console draws them. */
    JsonObject slack(String blocks) {
        return seen("slack", blocks);
    }

    private JsonObject seen(String renderer, String json) {
        Object seen = page.evaluate(
                "async ([renderer, json]) => JSON.stringify((await import('" + SEEN
                        + "'))[renderer](JSON.parse(json), {U01ALICE: 'Alice Archer'}))",
                List.of(renderer, json));
        try {
            return JsonParser.object().from((String) seen);
        } catch (JsonParserException e) {
            throw new IllegalStateException("not JSON: " + seen, e);
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
