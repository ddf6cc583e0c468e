package dev.belay.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.card.PrivateAnswer;
import dev.belay.chat.Channel;
import dev.belay.failure.ExternalFailure;
import dev.belay.fuzz.Enumeration;
import dev.belay.fuzz.FieldMutation;
import dev.belay.platform.ChannelDraft;
import dev.belay.platform.ChannelSetup;
import dev.belay.platform.ChatContract;
import dev.belay.record.Sample;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.limit.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a field of an answer of Slack is, what was asked for is done, refused, or to be tried again: never another exception. */
final class AnswersFuzzTest {
    private static final int DOCUMENTS = Enumeration.asked().of(3_000, 300);

    private final long seed = Enumeration.seed();
    private final Random random = new Random(seed);
    private final SlackStage stage = new SlackStage();

    /** A call, a true answer to it, and what asks for it. */
    private record Case(String call, String answer, Runnable ask) {}

    private final List<Case> cases = List.of(
            new Case(
                    "users.info",
                    "{\"ok\":true,\"user\":{\"id\":\"U01ALICE\",\"team_id\":\"T01ACME\",\"name\":\"alice\",\"deleted\":false,"
                            + "\"is_bot\":false,\"is_restricted\":false,\"is_ultra_restricted\":false,\"is_stranger\":false,"
                            + "\"is_email_confirmed\":true,\"profile\":{\"email\":\"alice@acme.example\",\"real_name\":\"A\"}}}",
                    () -> stage.chat.people().member(stage.user(AcmeWorkspace.ALICE), shared().id(), Optional.empty())),
            new Case(
                    "conversations.create",
                    "{\"ok\":true,\"channel\":{\"id\":\"C0NEW\",\"name\":\"inc-1\",\"created\":1795336131,\"creator\":\"U0\"}}",
                    () -> stage.chat.channels().create(draft())),
            new Case(
                    "users.conversations",
                    "{\"ok\":true,\"channels\":[{\"id\":\"C0NEW\",\"name\":\"inc-1\",\"created\":1795336131,\"creator\":\"U0\","
                            + "\"is_archived\":false,\"is_private\":false}],\"response_metadata\":{\"next_cursor\":\"\"}}",
                    () -> stage.chat.channels().findOwn(draft())),
            new Case(
                    "conversations.history",
                    "{\"ok\":true,\"messages\":[{\"ts\":\"1795336131.000001\",\"user\":\"U0\",\"bot_id\":\"B0\",\"text\":\"x\","
                            + "\"metadata\":{\"event_type\":\"belay_card\",\"event_payload\":{\"marker\":\"marker\",\"generation\":3}}}],"
                            + "\"has_more\":false}",
                    () -> stage.chat.cards().findOwn(shared(), "marker", stage.now())),
            new Case(
                    "conversations.list",
                    "{\"ok\":true,\"channels\":[{\"id\":\"C0NEW\",\"name\":\"inc-1\",\"created\":1795336131,\"creator\":\"U0\","
                            + "\"is_archived\":false,\"is_private\":false,\"is_ext_shared\":false,\"is_member\":true,"
                            + "\"topic\":{\"value\":\"t\"},\"purpose\":{\"value\":\"p\"}}],"
                            + "\"response_metadata\":{\"next_cursor\":\"\"}}",
                    () -> stage.chat.survey().page(stage.workspace(), stage.workspace(), Optional.empty())),
            new Case(
                    "conversations.info",
                    "{\"ok\":true,\"channel\":{\"id\":\"C0SUPPORT\",\"name\":\"support\",\"created\":1795336131,"
                            + "\"creator\":\"U0\",\"is_archived\":false,\"is_private\":false,\"is_member\":true,"
                            + "\"topic\":{\"value\":\"t\"}}}",
                    () -> stage.chat.survey().show(shared())),
            new Case(
                    "conversations.history",
                    "{\"ok\":true,\"messages\":[{\"ts\":\"1795336131.000001\",\"user\":\"U0\",\"bot_id\":\"B0\",\"text\":\"x\","
                            + "\"metadata\":{\"event_type\":\"belay_card\",\"event_payload\":{\"table\":\"incident\","
                            + "\"sys_id\":\"9d385017c611228701d22104cc95c371\"}}}],\"has_more\":false}",
                    () -> stage.chat.survey().bearing(shared(), Optional.empty(), "1795336131.000001")),
            new Case(
                    "chat.postMessage",
                    "{\"ok\":true,\"channel\":\"C0SUPPORT\",\"ts\":\"1795336131.000001\",\"message\":{\"ts\":\"1795336131.000001\"}}",
                    () -> stage.chat.cards().post(shared(), ChatContract.NEW, "marker")),
            new Case(
                    "bookmarks.list",
                    "{\"ok\":true,\"bookmarks\":[{\"id\":\"Bk1\",\"title\":\"t\",\"link\":\"https://acme.example/x\"}]}",
                    () -> stage.chat
                            .channels()
                            .setUp(shared(), new ChannelSetup.Bookmark(Sample.REF, "t", "https://acme.example/x"))),
            new Case("conversations.open", "{\"ok\":true,\"channel\":{\"id\":\"D01ALICE\"}}", () -> stage.chat
                    .messages()
                    .tellDirectly(stage.user(AcmeWorkspace.ALICE), Optional.empty(), PrivateAnswer.of("No."))),
            new Case(
                    "auth.test",
                    "{\"ok\":true,\"user_id\":\"U0\",\"bot_id\":\"B0\",\"team_id\":\"T01ACME\"}",
                    () -> stage.chat.channels().self(stage.workspace())));

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void whatever_a_field_of_an_answer_is_it_ends_in_one_of_our_ways() throws JsonParserException {
        System.out.println("seed " + seed + ", " + DOCUMENTS + " documents");
        int done = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            Case one = cases.get(i % cases.size());
            JsonObject answer = JsonParser.object().from(one.answer());
            String changed = FieldMutation.change(answer, random);
            stage.pass(Duration.ofMinutes(2));
            stage.slack.failures().clear();
            stage.failNext(one.call(), new Failure.Answered(200, JsonWriter.string((Map<String, Object>) answer)));
            done += ends(one, "seed %d, document %d, %s: %s".formatted(seed, i, one.call(), changed)) ? 1 : 0;
        }
        assertThat(done).as("seed %d", seed).isGreaterThan(DOCUMENTS / 8);
    }

    private static boolean ends(Case one, String what) {
        try {
            one.ask().run();
            return true;
        } catch (ExternalFailure e) {
            return false; // one of the four ways in which another system fails
        } catch (RuntimeException e) {
            return fail(what, e);
        }
    }

    private ChannelDraft draft() {
        return new ChannelDraft(
                stage.workspace(),
                stage.shared().team().stream().toList(),
                "inc-" + Long.toHexString(random.nextLong()),
                false,
                "marker",
                stage.now());
    }

    private Channel shared() {
        return stage.shared();
    }
}
