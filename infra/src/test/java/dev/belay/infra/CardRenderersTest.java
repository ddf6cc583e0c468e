package dev.belay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The console draws every golden card so that a person sees what Microsoft's renderer shows, and what Slack's blocks say. */
@Requires(Tool.BROWSER)
final class CardRenderersTest {
    private static final Path TEAMS = Path.of("../adapters/teams/src/test/resources/dev/belay/teams/card");
    private static final Path SLACK = Path.of("../adapters/slack/src/test/resources/golden");
    private static final Path NONE = Path.of("no-official-renderer");
    private static final Pattern LINK = Pattern.compile("<(https?://[^|>]+)\\|([^>]*)>");

    @Test
    @Requires(Tool.NODE)
    void a_person_sees_the_same_texts_facts_inputs_and_buttons_on_every_golden_card() throws IOException {
        try (CardRenderers renderers =
                new CardRenderers(NodeTools.ready().module("adaptivecards/dist/adaptivecards.js"))) {
            for (Path card : cards(TEAMS)) {
                String json = Files.readString(card);
                JsonObject official = renderers.theirs(json);
                assertThat(official.getArray("texts")).as(card.toString()).isNotEmpty();
                assertThat(renderers.ours(json)).as(card.toString()).isEqualTo(official);
            }
        }
    }

    @Test
    @Requires(Tool.NODE)
    void a_person_sees_the_same_in_a_dialog_with_every_kind_of_input() throws IOException {
        try (CardRenderers renderers =
                new CardRenderers(NodeTools.ready().module("adaptivecards/dist/adaptivecards.js"))) {
            String dialog = resource("renderers/dialog.json");
            JsonObject official = renderers.theirs(dialog);

            assertThat(official.getArray("inputs")).hasSize(4);
            assertThat(official.getArray("facts")).hasSize(2);
            assertThat(renderers.ours(dialog)).isEqualTo(official);
            String picker = resource("card.json");
            assertThat(renderers.ours(picker)).isEqualTo(renderers.theirs(picker));
        }
    }

    @Test
    void every_golden_message_of_slack_shows_each_text_button_and_link_of_its_blocks()
            throws IOException, JsonParserException {
        try (CardRenderers renderers = new CardRenderers(NONE)) {
            for (Path card : cards(SLACK)) {
                JsonArray blocks =
                        JsonParser.object().from(Files.readString(card)).getArray("blocks", new JsonArray());
                JsonObject seen = renderers.slack(JsonWriter.string(blocks));

                assertThat(seen.getArray("undrawn")).as(card.toString()).isEmpty();
                assertThat(seen.getArray("buttons")).as(card.toString()).isEqualTo(buttons(blocks));
                assertThat(seen.getArray("links")).as(card.toString()).isEqualTo(links(blocks));
                assertThat(seen.getArray("mentions")).as(card.toString()).isEmpty();
                assertThat(seen.getArray("texts")).as(card.toString()).hasSameSizeAs(texts(blocks));
            }
        }
    }

    @Test
    void what_outsiders_wrote_stays_text_in_slack() throws IOException, JsonParserException {
        try (CardRenderers renderers = new CardRenderers(NONE)) {
            JsonObject hostile = JsonParser.object().from(Files.readString(SLACK.resolve("whole-hostile.json")));
            JsonObject seen = renderers.slack(JsonWriter.string(hostile.getArray("blocks")));

            assertThat(seen.getString("title"))
                    .endsWith("<https://evil.example|x> {{DATE(2026-01-01T00:00:00Z)}} *b* & |");
            assertThat(seen.getArray("texts"))
                    .contains("Category <!channel> <at>Bob</at> [click](https://evil.example) <https://evil.example|x>"
                            + " {{DATE(2026-01-01T00:00:00Z)}} b & |");
            assertThat(seen.getArray("links").toString()).doesNotContain("evil.example>");
        }
    }

    @Test
    void mrkdwn_shows_mentions_dates_links_and_emphasis_as_slack_does() throws JsonParserException {
        try (CardRenderers renderers = new CardRenderers(NONE)) {
            JsonObject seen = renderers.slack(JsonWriter.string(List.of(section("<@U01ALICE> took *INC1* at"
                    + " <!date^1795334400^{date_short_pretty} {time}|then>; <!here> see <https://a.example/?a=1&amp;b=2|the"
                    + " <page>> or <javascript:alert(1)|this> a_b_c `*x*` &lt;b&gt; _it_ ~no~ 2*3*4"))));

            assertThat(seen.getArray("mentions")).isEqualTo(JsonArray.from("@Alice Archer", "@here"));
            assertThat(seen.getArray("links")).isEqualTo(JsonArray.from("the <page https://a.example/?a=1&b=2"));
            assertThat(seen.getArray("texts"))
                    .isEqualTo(JsonArray.from("@Alice Archer took INC1 at yesterday 03:00; @here see the <page> or"
                            + " this a_b_c *x* <b> it no 2*3*4"));
            assertThat(seen.getArray("elements"))
                    .contains("strong", "em", "s", "code")
                    .doesNotContain("a", "script");
        }
    }

    private static JsonObject section(String mrkdwn) {
        return JsonObject.builder()
                .value("type", "section")
                .object("text")
                .value("type", "mrkdwn")
                .value("text", mrkdwn)
                .end()
                .done();
    }

    private static List<Path> cards(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> cards = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(cards).as("golden cards below " + folder).hasSizeGreaterThan(20);
            return cards;
        }
    }

    private static List<String> buttons(JsonArray blocks) {
        return all(blocks, "button").stream()
                .map(button -> button.getObject("text").getString("text") + " " + button.getString("action_id")
                        + (button.has("style") ? " " + button.getString("style") : ""))
                .toList();
    }

    private static List<String> texts(JsonArray blocks) {
        return all(blocks, "mrkdwn").stream()
                .map(text -> text.getString("text"))
                .toList();
    }

    private static List<String> links(JsonArray blocks) {
        List<String> links = new ArrayList<>();
        for (String text : texts(blocks)) {
            Matcher link = LINK.matcher(text);
            while (link.find()) {
                links.add((link.group(2) + " " + link.group(1)).replace("&amp;", "&"));
            }
        }
        return links;
    }

    /** All parts of this type, in order. */
    private static List<JsonObject> all(Object part, String type) {
        List<JsonObject> found = new ArrayList<>();
        if (part instanceof JsonObject object) {
            if (type.equals(object.getString("type"))) {
                found.add(object);
            }
            object.values().forEach(each -> found.addAll(all(each, type)));
        } else if (part instanceof JsonArray array) {
            array.forEach(each -> found.addAll(all(each, type)));
        }
        return found;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = CardRenderersTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
