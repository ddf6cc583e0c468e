package dev.belay.teams;

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
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.limit.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a field of an answer of Graph, the Bot Connector or Entra ID is, what was asked for is done, refused, or to be tried again: never another exception. */
final class AnswersFuzzTest {
    private static final int DOCUMENTS = Enumeration.asked().of(3_000, 300);

    private final long seed = Enumeration.seed();
    private final Random random = new Random(seed);
    private final TeamsStage stage = new TeamsStage();

    /** A call, a true answer to it, and what asks for it. */
    private record Case(String call, String answer, Runnable ask) {}

    private final List<Case> cases = List.of(
            new Case(
                    "connector.getConversationMember",
                    "{\"id\":\"29:1x\",\"name\":\"Alice\",\"objectId\":\"" + AcmeTeams.ALICE
                            + "\",\"userRole\":\"user\","
                            + "\"userPrincipalName\":\"alice@acme.example\",\"tenantId\":\"" + AcmeTeams.TENANT + "\"}",
                    () -> stage.chat.people().member(stage.user(AcmeTeams.ALICE), shared().id(), Optional.empty())),
            new Case(
                    "graph.createChannel",
                    "{\"id\":\"19:new@thread.tacv2\",\"displayName\":\"inc-1\",\"membershipType\":\"standard\","
                            + "\"createdDateTime\":\"2026-11-23T10:00:00Z\"}",
                    () -> stage.chat.channels().create(draft())),
            new Case(
                    "graph.listChannels",
                    "{\"value\":[{\"id\":\"19:new@thread.tacv2\",\"displayName\":\"inc-1\",\"description\":\"[belay:marker]\","
                            + "\"createdDateTime\":\"2099-11-23T10:00:00.123Z\",\"membershipType\":\"standard\"}]}",
                    () -> stage.chat.channels().findOwn(draft())),
            new Case(
                    "graph.listChannels",
                    "{\"value\":[{\"id\":\"19:new@thread.tacv2\",\"displayName\":\"inc-1\",\"description\":null,"
                            + "\"isArchived\":false,\"createdDateTime\":\"2026-11-23T10:00:00Z\",\"membershipType\":\"standard\"}]}",
                    () -> stage.chat.survey().page(AcmeTeams.TENANT, AcmeTeams.TEAM, Optional.empty())),
            new Case(
                    "graph.getChannel",
                    "{\"id\":\"19:x@thread.tacv2\",\"displayName\":\"inc-1\",\"description\":\"d\",\"isArchived\":false,"
                            + "\"createdDateTime\":\"2026-11-23T10:00:00Z\",\"membershipType\":\"standard\"}",
                    () -> stage.chat.survey().show(shared())),
            new Case(
                    "graph.listTabs",
                    "{\"value\":[{\"id\":\"t1\",\"displayName\":\"t\",\"teamsApp\":{\"id\":\"5c1d7b1e\"},\"configuration\":{\"entityId\":\"incident:"
                            + "9d385017c611228701d22104cc95c371\"}}]}",
                    () -> stage.chat.survey().bearing(shared(), Optional.empty(), "1795336131000")),
            new Case(
                    "graph.listMessages",
                    "{\"value\":[{\"id\":\"1795336131000\",\"createdDateTime\":\"2099-11-23T10:00:00.123Z\",\"from\":{\"application\":{\"id\":\""
                            + AcmeTeams.APP.id()
                            + "\"}},\"attachments\":[{\"contentType\":\"application/vnd.microsoft.card.adaptive\","
                            + "\"content\":\"{}\"}],\"mentions\":[]}]}",
                    () -> stage.chat.cards().findOwn(shared(), "marker", stage.now())),
            new Case(
                    "connector.createConversation",
                    "{\"id\":\"19:x;messageid=1795336131000\",\"activityId\":\"1795336131000\"}",
                    () -> stage.chat.cards().post(shared(), ChatContract.NEW, "marker")),
            new Case(
                    "graph.listTabs",
                    "{\"value\":[{\"id\":\"t1\",\"displayName\":\"t\",\"configuration\":{\"entityId\":\"x\",\"websiteUrl\":\"y\"}}]}",
                    () -> stage.chat
                            .channels()
                            .setUp(shared(), new ChannelSetup.Bookmark(Sample.REF, "t", "https://acme.example/x"))),
            new Case(
                    "connector.createConversation",
                    "{\"id\":\"a:1x\",\"activityId\":\"1795336131000\"}",
                    () -> stage.chat
                            .messages()
                            .tellDirectly(stage.user(AcmeTeams.ALICE), Optional.empty(), PrivateAnswer.of("No."))),
            new Case(
                    "login.token",
                    "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"a-token\"}",
                    () -> {
                        stage.teams.accessTokens().revoke();
                        stage.chat.people().member(stage.user(AcmeTeams.ALICE), shared().id(), Optional.empty());
                    }));

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
            stage.teams.failures().clear();
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
