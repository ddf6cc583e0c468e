package dev.belay.slack;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.conversation.Opened;
import dev.belay.golden.GoldenText;
import dev.belay.line.SampleLines;
import dev.belay.press.EveryRefusal;
import dev.belay.record.Sample;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.workspace.Message;
import dev.belay.simulator.slack.workspace.PrivateMessage;
import dev.belay.text.HostileText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The words that Slack is given, as they arrive there, are those of the golden files. */
final class GoldenWordsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private final SlackStage stage = new SlackStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void each_refusal_is_told_as_its_golden_file_says() {
        ChatUser alice = stage.user(AcmeWorkspace.ALICE);
        ConversationId here =
                new ConversationId(Platform.SLACK, AcmeWorkspace.TEAM, AcmeWorkspace.SUPPORT, Optional.empty());
        GoldenText golden = new GoldenText();
        for (EveryRefusal.Told told : EveryRefusal.all()) {
            stage.pass(Duration.ofMinutes(1));
            stage.chat.messages().tell(alice, here, Optional.empty(), told.answer());
            PrivateMessage sent = stage.slack.ephemerals(AcmeWorkspace.ALICE).getLast();
            golden.begin(told.name());
            golden.add("text", sent.text());
            blocks(sent.blocks()).forEach(block -> add(golden, block));
        }
        golden.expect(GOLDEN.resolve("refusals.txt"));
    }

    @Test
    void whatever_a_title_is_channel_topic_and_card_are_as_the_golden_file_says() {
        Settings settings = SampleSettings.routedTo(Platform.SLACK, AcmeWorkspace.TEAM, List.of());
        GoldenText golden = new GoldenText();
        int number = 10_001;
        for (HostileText hostile : HostileText.values()) {
            stage.pass(Duration.ofMinutes(1));
            Channel made = Opened.on(stage.chat, Sample.numbered(number++, hostile.text()), settings, stage.clock)
                    .conversation()
                    .channel();
            golden.begin(hostile.name());
            golden.add("channel", made.name());
            golden.add("topic", stage.topic(made));
            golden.add("purpose", stage.purpose(made));
            golden.add("bookmark", stage.bookmarkTitles(made).getFirst());
            Message card = stage.slack.messages(made.id()).stream()
                    .filter(message -> !message.content().metadata().isEmpty())
                    .findFirst()
                    .orElseThrow();
            golden.add("text", card.content().text());
            blocks(card.content().blocks()).stream()
                    .filter(block -> block.has("text"))
                    .forEach(block -> add(golden, block));
        }
        golden.expect(GOLDEN.resolve("titles.txt"));
    }

    @Test
    void whatever_a_line_tells_it_is_said_as_the_golden_file_says() {
        GoldenText golden = new GoldenText();
        SampleLines.with(stage.user(AcmeWorkspace.ALICE)).forEach((about, lines) -> {
            stage.pass(Duration.ofMinutes(1));
            stage.chat.lines().say(stage.shared(), Optional.empty(), lines, "marker " + about);
            golden.begin(about);
            String text = stage.slack
                    .messages(AcmeWorkspace.SUPPORT)
                    .getLast()
                    .content()
                    .text();
            text.lines().forEach(line -> golden.add("text", line));
        });
        golden.expect(GOLDEN.resolve("lines.txt"));
    }

    private static void add(GoldenText golden, JsonObject block) {
        String type = block.getString("type", "");
        Optional.ofNullable(block.getObject("text")).ifPresent(text -> golden.add(type, words(text)));
        blocks(block.getArray("fields", new JsonArray())).forEach(field -> golden.add(type, words(field)));
        blocks(block.getArray("elements", new JsonArray())).forEach(element -> golden.add(type, words(element)));
    }

    private static String words(JsonObject element) {
        return element.get("text") instanceof JsonObject label
                ? "[" + label.getString("text") + "]"
                : "(" + element.getString("type") + (element.getBoolean("verbatim") ? ", verbatim) " : ") ")
                        + element.getString("text");
    }

    private static List<JsonObject> blocks(JsonArray all) {
        return all.stream().map(JsonObject.class::cast).toList();
    }
}
