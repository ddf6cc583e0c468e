package dev.belay.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
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
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards are drawn as the golden files say, and nothing that people write breaks them. */
final class AdaptiveCardsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/belay/teams/card");
    private static final String MARKER = "4b1f9c2e77aa01";
    private static final String LINK =
            "https://acme.service-now.com/nav_to.do?uri=incident.do?sys_id=9d385017c611228701d22104cc95c371&a=b";
    private static final Assignee ALICE = new Assignee("5137153cc611227c000bbd1bd8cd2005", "Alice Archer");

    /** 100 KB, measured as UTF-16 (learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages). */
    private static final int MOST_CHARACTERS = 50 * 1024;

    @ParameterizedTest
    @EnumSource(RecordState.class)
    void a_card_of_each_state_is_as_its_golden_file(RecordState state) throws IOException, JsonParserException {
        RecordSnapshot record = state == RecordState.NEW ? Sample.incident() : Sample.incident(state, ALICE);
        expectGolden("card-" + state.name().toLowerCase(Locale.ROOT), card(record));
    }

    @Test
    void a_card_that_shows_nothing_of_its_record_is_as_its_golden_file() throws IOException, JsonParserException {
        Card reduced = Card.reduced(Sample.described("CEO's mailbox is read"), LINK);
        expectGolden("card-reduced", AdaptiveCards.card(reduced, MARKER));
        expectGolden("card-deleted", AdaptiveCards.card(Card.deleted(Sample.REF, LINK, 4), MARKER));
    }

    @ParameterizedTest
    @EnumSource(SampleCard.class)
    void a_card_of_all_that_can_be_shown_is_as_its_golden_file(SampleCard sample)
            throws IOException, JsonParserException {
        RecordSnapshot record = sample.record();
        Card card = Card.of(
                record, LINK, SampleCard.EVERYTHING, Actions.offeredOn(record, Platform.TEAMS, SampleSettings.both()));
        expectGolden("whole-" + sample.name().toLowerCase(Locale.ROOT), AdaptiveCards.card(card, MARKER));
    }

    /** Teams shows six; the record is always one of them. */
    @Test
    void of_many_buttons_the_last_ones_stand_behind_three_dots() {
        RecordSnapshot record = Sample.incident();
        List<CardButton> many = Stream.generate(
                        () -> CardButton.of(CardAction.TAKE_OVER, record, CardLayout.USUAL, List.of()))
                .limit(8)
                .toList();
        JsonArray actions = AdaptiveCards.card(Card.of(record, LINK, CardLayout.USUAL, many), MARKER)
                .getArray("body")
                .getObject(4)
                .getArray("actions");
        List<JsonObject> all = actions.stream().map(JsonObject.class::cast).toList();
        assertThat(all).hasSize(9);
        assertThat(all.subList(0, 6)).noneMatch(action -> action.has("mode"));
        assertThat(all.get(5).getString("type")).isEqualTo("Action.OpenUrl");
        assertThat(all.subList(6, 9))
                .allMatch(action -> action.getString("mode").equals("secondary"));
    }

    @Test
    void a_hostile_card_is_as_its_golden_file() throws IOException, JsonParserException {
        expectGolden(
                "card-hostile",
                card(Sample.described(
                        "<at>Bob</at> [click](https://evil.example) **now** {{DATE(2026-01-01)}} \u0000\n# x")));
    }

    @ParameterizedTest
    @EnumSource(CardAction.class)
    void a_private_answer_that_offers_each_action_is_as_its_golden_file(CardAction action)
            throws IOException, JsonParserException {
        CardButton button = new CardButton(action, Sample.REF, 4, "0a1b2c3d4e5f", Optional.of(ALICE.userId()));
        expectGolden(
                "answer-" + action.id(),
                AdaptiveCards.answer(new PrivateAnswer("Assigned to <Alice> & co.", Optional.of(button))));
    }

    @ParameterizedTest
    @EnumSource(CardAction.class)
    void the_button_of_each_action_is_drawn_with_its_id_its_label_and_what_it_carries(CardAction action) {
        JsonObject card = AdaptiveCards.card(
                Card.of(
                        Sample.incident(),
                        LINK,
                        CardLayout.USUAL,
                        List.of(CardButton.of(action, Sample.incident(), CardLayout.USUAL, List.of()))),
                MARKER);
        JsonObject button = card.getArray("body").stream()
                .map(JsonObject.class::cast)
                .filter(element -> element.getString("type").equals("ActionSet"))
                .map(actions -> actions.getArray("actions").getObject(0))
                .findFirst()
                .orElseThrow();
        JsonObject payload = new JsonObject();
        payload.put("table", Sample.REF.table());
        payload.put("sys_id", Sample.REF.sysId().value());
        payload.put("action", action.id());
        payload.put("generation", Sample.incident().modCount());
        payload.put("shown", Card.shown(Sample.incident(), CardLayout.USUAL));
        assertThat(button.getString("title")).isEqualTo(action.label());
        if (action.asksFirst()) {
            payload.put(
                    "msteams", JsonObject.builder().value("type", "task/fetch").done());
            assertThat(button.getString("type")).isEqualTo("Action.Submit");
            assertThat(button.getObject("data")).isEqualTo(payload);
            return;
        }
        assertThat(button.getString("verb")).isEqualTo(action.id());
        assertThat(button.getObject("data")).isEqualTo(payload);
        assertThat(button.getObject("fallback").getString("title")).isEqualTo(action.label());
        assertThat(button.getObject("fallback").getObject("data")).isEqualTo(payload);
    }

    @Test
    void a_plain_private_answer_is_as_its_golden_file() throws IOException, JsonParserException {
        expectGolden("answer-plain", AdaptiveCards.answer(PrivateAnswer.of("You need the role mim_manager.")));
    }

    @Test
    void what_people_write_stands_in_text_runs_only() {
        String evil = "[click](https://evil.example)";
        String card = JsonWriter.string(card(Sample.described(evil)));
        assertThat(card).doesNotContain("TextBlock\",\"text", "\"FactSet\"").contains("RichTextBlock");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{{DATE(x)}}", "{{{DATE(x)}}}", "{{{{DATE(x)}}}}", "{\u0000{DATE(x)}}", "{\ud800{DATE(x)}}"})
    void however_many_braces_people_write_none_begins_a_function(String words) {
        assertThat(JsonWriter.string(card(Sample.described(words)))).doesNotContain("{{DATE(x", "{{{");
    }

    @Test
    void words_after_a_long_blank_are_said_to_be_left_out() {
        String sentence = " ".repeat(50_000) + "down";
        assertThat(AdaptiveCards.summary(PrivateAnswer.of("x" + sentence))).isEqualTo("x…");
        assertThat(AdaptiveCards.summary(PrivateAnswer.of("x".repeat(301)))).isEqualTo("x".repeat(299) + "…");
        assertThat(AdaptiveCards.summary(PrivateAnswer.of("x".repeat(300)))).isEqualTo("x".repeat(300));
    }

    @Test
    void both_kinds_of_button_carry_the_same() {
        JsonObject answer = AdaptiveCards.answer(new PrivateAnswer(
                "x",
                Optional.of(new CardButton(
                        CardAction.TAKE_OVER, Sample.REF, 4, "0a1b2c3d4e5f", Optional.of(ALICE.userId())))));
        JsonObject execute =
                answer.getArray("body").getObject(1).getArray("actions").getObject(0);
        assertThat(execute.getString("type")).isEqualTo("Action.Execute");
        assertThat(execute.getString("verb")).isEqualTo("take-over");
        assertThat(execute.getObject("fallback").getString("type")).isEqualTo("Action.Submit");
        assertThat(execute.getObject("fallback").getObject("data")).isEqualTo(execute.getObject("data"));
    }

    @Test
    void a_generation_is_read_back_by_the_marker_only() {
        String card = JsonWriter.string(card(Sample.incident()));
        assertThat(AdaptiveCards.generation(card, MARKER)).hasValue(3);
        assertThat(AdaptiveCards.generation(card, "4b1f")).isEmpty();
        for (String other : List.of("", "{", "[]", "null", "{\"body\":[7,{\"id\":\"belay-" + MARKER + "-x\"}]}")) {
            assertThat(AdaptiveCards.generation(other, MARKER)).as(other).isEmpty();
        }
    }

    @Test
    void whatever_people_write_a_card_stays_small_and_whole() throws JsonParserException {
        long seed = 20261123L;
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            String words = random.ints(random.nextInt(20_000), 0, 0x11000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            List<Fact> facts = Stream.generate(() -> new Fact(words, List.of(new Fact.Words(words))))
                    .limit(random.nextInt(30))
                    .toList();
            Card card =
                    new Card(Sample.REF, "INC0010023", words, words, Card.Tone.ATTENTION, LINK, facts, List.of(), 3);
            String drawn = JsonWriter.string(AdaptiveCards.card(card, MARKER)) + AdaptiveCards.summary(card);
            assertThat(drawn.length()).as("seed %d, round %d", seed, i).isLessThan(MOST_CHARACTERS / 2);
            assertThat(JsonParser.object().from(JsonWriter.string(AdaptiveCards.card(card, MARKER))))
                    .isNotEmpty();
            assertThat(drawn).doesNotContain("{{");
        }
    }

    private static JsonObject card(RecordSnapshot record) {
        return AdaptiveCards.card(
                Card.of(
                        record,
                        LINK,
                        CardLayout.USUAL,
                        Actions.offeredOn(record, Platform.TEAMS, SampleSettings.both())),
                MARKER);
    }

    /** Rewritten with {@code -Dbelay.golden=write}. */
    private static void expectGolden(String name, JsonObject drawn) throws IOException, JsonParserException {
        Path file = GOLDEN.resolve(name + ".json");
        if ("write".equals(System.getProperty("belay.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(
                    file, JsonWriter.indent("  ").string().value(ordered(drawn)).done() + "\n");
        }
        assertThat(JsonParser.object().from(JsonWriter.string(drawn)))
                .isEqualTo(JsonParser.object().from(Files.readString(file)));
    }

    /** The type first and the other members by name, so that a rewritten file shows what changed and nothing else. */
    private static @Nullable Object ordered(@Nullable Object drawn) {
        return switch (drawn) {
            case JsonArray array ->
                new JsonArray(array.stream().map(AdaptiveCardsTest::ordered).toList());
            case JsonObject object -> {
                JsonObject inOrder = new JsonObject();
                object.keySet().stream()
                        .sorted(Comparator.comparing((String key) -> !"type".equals(key))
                                .thenComparing(Comparator.naturalOrder()))
                        .forEach(key -> inOrder.put(key, ordered(object.get(key))));
                yield inOrder;
            }
            case null, default -> drawn;
        };
    }
}
