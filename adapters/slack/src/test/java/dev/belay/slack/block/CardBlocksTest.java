package dev.belay.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import dev.belay.action.Actions;
import dev.belay.card.Card;
import dev.belay.card.CardAction;
import dev.belay.card.CardButton;
import dev.belay.card.CardLayout;
import dev.belay.card.Fact;
import dev.belay.card.PrivateAnswer;
import dev.belay.card.SampleCard;
import dev.belay.chat.Platform;
import dev.belay.record.Assignee;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Sample;
import dev.belay.settings.SampleSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cards are drawn as the golden files say, and never break Block Kit's limits or mention anybody. */
final class CardBlocksTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Gson SLACK = GsonFactory.createSnakeCase();
    private static final Gson PRETTY =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final String LINK =
            "https://acme.service-now.com/nav_to.do?uri=incident.do?sys_id=9d385017c611228701d22104cc95c371&a=b";
    private static final Assignee ALICE = new Assignee("5137153cc611227c000bbd1bd8cd2005", "Alice Archer");

    @ParameterizedTest
    @EnumSource(RecordState.class)
    void a_card_of_each_state_is_as_its_golden_file(RecordState state) throws IOException {
        RecordSnapshot record = state == RecordState.NEW ? Sample.incident() : Sample.incident(state, ALICE);
        expectGolden("card-" + state.name().toLowerCase(Locale.ROOT), card(record));
    }

    @Test
    void a_card_in_progress_that_nobody_has_offers_to_acknowledge() throws IOException {
        expectGolden("card-in_progress-unassigned", card(Sample.incident(RecordState.IN_PROGRESS)));
    }

    @Test
    void a_card_that_shows_nothing_of_its_record_is_as_its_golden_file() throws IOException {
        expectGolden("card-reduced", card(Card.reduced(Sample.described("CEO's mailbox is read"), LINK)));
        expectGolden("card-deleted", card(Card.deleted(Sample.REF, LINK, 4)));
    }

    @ParameterizedTest
    @EnumSource(SampleCard.class)
    void a_card_of_all_that_can_be_shown_is_as_its_golden_file(SampleCard sample) throws IOException {
        RecordSnapshot record = sample.record();
        Card card = Card.of(
                record, LINK, SampleCard.EVERYTHING, Actions.offeredOn(record, Platform.SLACK, SampleSettings.both()));
        expectGolden("whole-" + sample.name().toLowerCase(Locale.ROOT), card(card));
    }

    @Test
    void a_moment_or_a_link_is_drawn_whole_or_not_at_all() {
        Fact fact = new Fact(
                "x",
                List.of(
                        new Fact.Words("by Alice,"),
                        new Fact.Moment(Sample.OPENED),
                        new Fact.Link("Bridge", "https://acme.example/" + "a".repeat(100))));
        for (int most = 1; most < 300; most++) {
            String text = FactText.of(fact, most);
            assertThat(text).hasSizeLessThanOrEqualTo(most);
            assertThat(text.chars().filter(c -> c == '<').count())
                    .isEqualTo(text.chars().filter(c -> c == '>').count());
        }
        assertThat(FactText.of(fact, 300)).contains("<!date^1795334400^", "<https://acme.example/");
    }

    @Test
    void a_hostile_card_is_as_its_golden_file() throws IOException {
        expectGolden(
                "card-hostile",
                card(Sample.described("<!channel> <@U01BOB> & <https://evil.example|click> \u0000\n*now*")));
    }

    @ParameterizedTest
    @EnumSource(CardAction.class)
    void a_private_answer_that_offers_each_action_is_as_its_golden_file(CardAction action) throws IOException {
        CardButton button = new CardButton(action, Sample.REF, 4, "0a1b2c3d4e5f", Optional.of(ALICE.userId()));
        PrivateAnswer answer =
                new PrivateAnswer("Assigned to <Alice> & co. Take it over if you must.", Optional.of(button));
        expectGolden("answer-" + action.id(), message(CardBlocks.text(answer), CardBlocks.blocks(answer)));
    }

    @ParameterizedTest
    @EnumSource(CardAction.class)
    void the_button_of_each_action_is_drawn_with_its_id_its_label_its_weight_and_what_it_carries(CardAction action) {
        Card card = Card.of(
                Sample.incident(),
                LINK,
                CardLayout.USUAL,
                List.of(CardButton.of(action, Sample.incident(), CardLayout.USUAL, List.of())));
        JsonObject button = button(CardBlocks.blocks(card));
        assertThat(button.get("action_id").getAsString()).isEqualTo(action.id());
        assertThat(text(button.get("text"))).isEqualTo(action.label());
        assertThat(Optional.ofNullable(button.get("style")).map(JsonElement::getAsString))
                .isEqualTo(
                        switch (action.weight()) {
                            case PRIMARY -> Optional.of("primary");
                            case DANGER -> Optional.of("danger");
                            case DEFAULT -> Optional.empty();
                        });
        assertThat(JsonParser.parseString(button.get("value").getAsString()))
                .isEqualTo(JsonParser.parseString("{\"table\":\"incident\",\"sys_id\":\"" + Sample.REF.sysId()
                        + "\",\"action\":\"" + action.id() + "\",\"generation\":3,\"shown\":\""
                        + Card.shown(Sample.incident(), CardLayout.USUAL) + "\"}"));
    }

    @Test
    void a_plain_private_answer_is_as_its_golden_file() throws IOException {
        PrivateAnswer answer = PrivateAnswer.of("You need the role major_incident_manager.");
        expectGolden("answer-plain", message(CardBlocks.text(answer), CardBlocks.blocks(answer)));
    }

    @Test
    void nothing_that_a_record_says_becomes_a_mention_or_a_link() {
        Card card = Card.of(
                Sample.described("<!channel> <!here> <@U01BOB> <https://evil.example|x>"),
                LINK,
                CardLayout.USUAL,
                List.of(CardButton.of(CardAction.ACKNOWLEDGE, Sample.incident(), CardLayout.USUAL, List.of())));
        assertThat(CardBlocks.text(card)).doesNotContain("<");
        String blocks = SLACK.toJson(CardBlocks.blocks(card).stream()
                .filter(block -> !"header".equals(block.getType()))
                .toList());
        assertThat(blocks).doesNotContain("<!", "<@", "evil.example|");
    }

    @Test
    void long_words_are_cut_to_the_limits() {
        for (String words : List.of("x".repeat(9000), "&".repeat(9000), "🔥".repeat(5000), "")) {
            List<Fact> facts = Stream.generate(() -> new Fact(words, List.of(new Fact.Words(words))))
                    .limit(23)
                    .toList();
            Card card = card(words, facts);
            JsonObject drawn = message(CardBlocks.text(card), CardBlocks.blocks(card));
            assertThat(drawn.get("text").getAsString()).hasSizeLessThanOrEqualTo(4000);
            assertThat(drawn.toString()).doesNotContain("\ud83d…", "&a…", "&am…", "&amp…");
            assertThat(drawn.getAsJsonArray("blocks")).hasSizeLessThanOrEqualTo(50);
            drawn.getAsJsonArray("blocks").forEach(CardBlocksTest::expectLimits);
            assertThat(texts(drawn).mapToInt(String::length).sum()).isLessThan(13_200);
        }
    }

    @Test
    void a_long_private_answer_is_cut() {
        PrivateAnswer answer = PrivateAnswer.of("<".repeat(4000));
        assertThat(texts(message("", CardBlocks.blocks(answer)))).allMatch(text -> text.length() <= 3000);
        assertThat(CardBlocks.text(answer)).hasSizeLessThanOrEqualTo(4000);
    }

    @Test
    void a_card_fits_exactly_at_the_limit() {
        assertThat(CardText.cut("x".repeat(150), 150)).isEqualTo("x".repeat(150));
        assertThat(CardText.cut("x".repeat(151), 150)).hasSize(150).endsWith("…");
        assertThat(CardText.escaped("&".repeat(30), 150)).isEqualTo("&amp;".repeat(30));
        assertThat(CardText.escaped("&".repeat(31), 150)).isEqualTo("&amp;".repeat(29) + "…");
    }

    private static void expectLimits(JsonElement element) {
        JsonObject block = element.getAsJsonObject();
        if (block.has("fields")) {
            assertThat(block.getAsJsonArray("fields")).hasSizeBetween(1, 10);
            block.getAsJsonArray("fields")
                    .forEach(field -> assertThat(text(field)).hasSizeBetween(1, 2000));
        }
        if ("header".equals(block.get("type").getAsString())) {
            assertThat(text(block.get("text"))).hasSizeBetween(1, 150);
        }
    }

    private static JsonObject button(List<LayoutBlock> blocks) {
        List<JsonObject> buttons = message("", blocks).getAsJsonArray("blocks").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(block -> "actions".equals(block.get("type").getAsString()))
                .flatMap(block -> block.getAsJsonArray("elements").asList().stream())
                .map(JsonElement::getAsJsonObject)
                .toList();
        assertThat(buttons).hasSize(1);
        return buttons.getFirst();
    }

    private static Stream<String> texts(JsonObject message) {
        return message.getAsJsonArray("blocks").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .flatMap(block -> Stream.concat(
                        block.has("text") ? Stream.of(block.get("text")) : Stream.of(),
                        block.has("fields") ? block.getAsJsonArray("fields").asList().stream() : Stream.of()))
                .map(CardBlocksTest::text);
    }

    private static String text(JsonElement object) {
        return object.getAsJsonObject().get("text").getAsString();
    }

    private static Card card(String title, List<Fact> facts) {
        return new Card(
                Sample.REF,
                "INC0010023",
                "P1 INC0010023: " + title,
                title,
                Card.Tone.ATTENTION,
                LINK,
                facts,
                List.of(),
                3);
    }

    private static JsonObject card(RecordSnapshot record) {
        return card(Card.of(
                record, LINK, CardLayout.USUAL, Actions.offeredOn(record, Platform.SLACK, SampleSettings.both())));
    }

    private static JsonObject card(Card card) {
        JsonObject message = message(CardBlocks.text(card), CardBlocks.blocks(card));
        message.add("metadata", SLACK.toJsonTree(CardBlocks.metadata(card, "4b1f9c2e77aa01")));
        return message;
    }

    private static JsonObject message(String text, List<LayoutBlock> blocks) {
        JsonObject message = new JsonObject();
        message.addProperty("text", text);
        message.add("blocks", JsonParser.parseString(SLACK.toJson(blocks)));
        return message;
    }

    /** Rewritten with {@code -Dbelay.golden=write}. */
    private static void expectGolden(String name, JsonObject drawn) throws IOException {
        Path file = GOLDEN.resolve(name + ".json");
        JsonElement normal = ordered(JsonParser.parseString(drawn.toString()));
        if ("write".equals(System.getProperty("belay.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, PRETTY.toJson(normal) + "\n");
        }
        assertThat(normal).isEqualTo(JsonParser.parseString(Files.readString(file)));
    }

    /** The type first and the other members by name: the order of the library's fields may change with its version. */
    private static JsonElement ordered(JsonElement drawn) {
        if (drawn.isJsonArray()) {
            JsonArray array = new JsonArray();
            drawn.getAsJsonArray().forEach(element -> array.add(ordered(element)));
            return array;
        }
        if (drawn.isJsonObject()) {
            JsonObject object = new JsonObject();
            drawn.getAsJsonObject().entrySet().stream()
                    .sorted(Comparator.comparing(
                                    (Map.Entry<String, JsonElement> member) -> !"type".equals(member.getKey()))
                            .thenComparing(Map.Entry::getKey))
                    .forEach(member -> object.add(member.getKey(), ordered(member.getValue())));
            return object;
        }
        return drawn;
    }
}
