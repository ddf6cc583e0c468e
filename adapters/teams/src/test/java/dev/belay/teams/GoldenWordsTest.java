package dev.belay.teams;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.conversation.Opened;
import dev.belay.golden.GoldenText;
import dev.belay.line.SampleLines;
import dev.belay.platform.StagedPlatform;
import dev.belay.press.EveryRefusal;
import dev.belay.record.Sample;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.Tab;
import dev.belay.text.HostileText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The words that Teams is given, as they arrive there, are those of the golden files. */
final class GoldenWordsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/belay/teams");

    private final TeamsStage stage = new TeamsStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void each_refusal_is_told_as_its_golden_file_says() {
        ChatUser alice = stage.user(AcmeTeams.ALICE);
        String root = stage.chat
                .cards()
                .post(stage.shared(), StagedPlatform.NEW, StagedPlatform.MARKER)
                .message();
        ConversationId here =
                new ConversationId(Platform.TEAMS, AcmeTeams.TENANT, AcmeTeams.SUPPORT, Optional.of(root));
        GoldenText golden = new GoldenText();
        for (EveryRefusal.Told told : EveryRefusal.all()) {
            stage.pass(Duration.ofMinutes(1));
            stage.chat.messages().tell(alice, here, Optional.empty(), told.answer());
            golden.begin(told.name());
            Message sent = stage.teams.targeted(AcmeTeams.ALICE).getLast();
            notification(golden, sent);
            objects(sent.cards().getFirst().getArray("body")).forEach(element -> add(golden, element));
        }
        golden.expect(GOLDEN.resolve("refusals.txt"));
    }

    @Test
    void whatever_a_title_is_channel_description_and_card_are_as_the_golden_file_says() {
        Settings settings = SampleSettings.routedTo(Platform.TEAMS, AcmeTeams.TENANT, List.of(AcmeTeams.TEAM));
        GoldenText golden = new GoldenText();
        int number = 10_001;
        for (HostileText hostile : HostileText.values()) {
            stage.pass(Duration.ofMinutes(1));
            Channel made = Opened.on(stage.chat, Sample.numbered(number++, hostile.text()), settings, stage.clock)
                    .conversation()
                    .channel();
            golden.begin(hostile.name());
            golden.add("channel", made.name());
            golden.add("description", stage.description(made));
            golden.add(
                    "tab",
                    stage.tabs(made).stream().map(Tab::displayName).findFirst().orElseThrow());
            Message card = stage.teams.messages(made.id()).stream()
                    .filter(message -> !message.cards().isEmpty())
                    .findFirst()
                    .orElseThrow();
            notification(golden, card);
            add(golden, card.cards().getFirst().getArray("body").getObject(0));
        }
        golden.expect(GOLDEN.resolve("titles.txt"));
    }

    @Test
    void whatever_a_line_tells_it_is_said_as_the_golden_file_says() {
        GoldenText golden = new GoldenText();
        SampleLines.with(stage.user(AcmeTeams.ALICE)).forEach((about, lines) -> {
            stage.pass(Duration.ofMinutes(1));
            stage.chat.lines().say(stage.shared(), Optional.empty(), lines, "marker-" + about.replace(' ', '-'));
            golden.begin(about);
            Message sent = stage.teams.messages(AcmeTeams.SUPPORT).getLast();
            notification(golden, sent);
            objects(sent.cards().getFirst().getArray("body")).forEach(element -> add(golden, element));
        });
        golden.expect(GOLDEN.resolve("lines.txt"));
    }

    private static void notification(GoldenText golden, Message sent) {
        golden.add("summary", sent.activity().getString("summary", ""));
        golden.add("fallbackText", sent.cards().getFirst().getString("fallbackText", ""));
    }

    private static void add(GoldenText golden, JsonObject element) {
        Optional.ofNullable(element.getString("text"))
                .ifPresent(text -> golden.add(element.getString("type", ""), text));
        objects(element.getArray("inlines", new JsonArray()))
                .forEach(run -> golden.add(element.getString("type", ""), run.getString("text", "")));
        objects(element.getArray("actions", new JsonArray()))
                .forEach(action -> golden.add(action.getString("type", ""), action.getString("title", "")));
    }

    private static List<JsonObject> objects(JsonArray all) {
        return all.stream().map(JsonObject.class::cast).toList();
    }
}
