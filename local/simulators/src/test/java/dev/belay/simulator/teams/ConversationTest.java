package dev.belay.simulator.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.simulator.teams.tenant.Message;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Sources: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages and
 * conversation-messages, learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference.
 */
class ConversationTest {
    private final Stage stage = new Stage();
    private final String support = AcmeTeams.SUPPORT;

    @AfterEach
    void end() {
        stage.close();
    }

    private String chat(String person) {
        return stage.connector("POST", "v3/conversations", Stage.chat(person))
                .json()
                .getString("id");
    }

    @Test
    void a_new_thread_is_named_by_the_message_that_begins_it() {
        Stage.Answer answer =
                stage.connector("POST", "v3/conversations", Stage.thread(support, Stage.message(Stage.CARD)));
        String id = answer.json().getString("activityId");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(id).matches("\\d{13}");
        assertThat(answer.json().getString("id")).isEqualTo(support + ";messageid=" + id);
        assertThat(stage.teams.messages(support)).extracting(Message::id).containsExactly(id);
    }

    @Test
    void an_answer_stands_in_the_thread_that_the_conversation_names() {
        String root = stage.card(support);
        String thread = support + ";messageid=" + root;
        stage.connector("POST", Stage.activities(thread), Stage.text("one"));
        stage.connector("POST", Stage.activities(support) + "/" + root, Stage.text("two"));
        stage.connector("POST", Stage.activities(support), Stage.text("three"));
        assertThat(stage.teams.messages(support))
                .extracting(message -> message.text() + " " + message.isReply())
                .containsExactly(" false", "one true", "two true", "three false");
    }

    @Test
    void an_update_replaces_what_a_message_says() {
        String root = stage.card(support);
        Stage.Answer answer = stage.connector(
                "PUT", Stage.activities(support + ";messageid=" + root) + "/" + root, Stage.text("gone"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("id")).isEqualTo(root);
        Message updated = stage.teams.messages(support).getFirst();
        assertThat(updated.text()).isEqualTo("gone");
        assertThat(updated.edited()).contains(stage.clock.instant());
    }

    @Test
    void a_message_can_be_taken_back_once() {
        String root = stage.card(support);
        String path = Stage.activities(support) + "/" + root;
        assertThat(stage.connector("DELETE", path, "").status()).isEqualTo(200);
        assertThat(stage.teams.messages(support)).isEmpty();
        assertThat(stage.connector("DELETE", path, "").error()).isEqualTo("ActivityNotFoundInConversation");
    }

    @Test
    void text_beside_a_card_becomes_two_messages_and_no_id_is_told() {
        String both =
                Stage.message(Stage.CARD).replace("\"type\":\"message\",", "\"type\":\"message\",\"text\":\"x\",");
        Stage.Answer answer = stage.connector("POST", Stage.activities(support), both);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().has("id")).isFalse();
        assertThat(stage.teams.messages(support)).hasSize(2);
    }

    @Test
    void a_person_who_has_the_app_is_written_to_by_either_id() {
        String chat = chat(AcmeTeams.ALICE);
        assertThat(chat).startsWith("a:1").isEqualTo(chat(AcmeTeams.mri(AcmeTeams.ALICE)));
        stage.connector("POST", Stage.activities(chat), Stage.text("psst"));
        assertThat(stage.teams.direct(AcmeTeams.ALICE))
                .extracting(Message::text)
                .containsExactly("psst");
        assertThat(stage.teams.direct(AcmeTeams.BOB)).isEmpty();
    }

    @Test
    void a_person_without_the_app_is_not_written_to() {
        stage.teams.tenant().personalApp(AcmeTeams.ALICE, false);
        Stage.Answer answer = stage.connector("POST", "v3/conversations", Stage.chat(AcmeTeams.ALICE));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.error()).isEqualTo("BotNotInConversationRoster");
    }

    @Test
    void a_person_who_blocks_the_bot_is_not_written_to() {
        String chat = chat(AcmeTeams.ALICE);
        stage.teams.tenant().block(AcmeTeams.ALICE, true);
        Stage.Answer answer = stage.connector("POST", Stage.activities(chat), Stage.text("psst"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.error()).isEqualTo("ConversationBlockedByUser");
    }

    /** Source: learn.microsoft.com/microsoftteams/platform/agents-in-teams, send and receive targeted messages. */
    @Test
    void a_targeted_message_is_seen_by_its_person_alone() {
        String root = stage.card(support);
        Stage.Answer answer = targeted("POST", support + ";messageid=" + root, AcmeTeams.BOB);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(stage.teams.targeted(AcmeTeams.BOB))
                .extracting(Message::root)
                .containsExactly(root);
        assertThat(stage.teams.targeted(AcmeTeams.ALICE)).isEmpty();
        assertThat(stage.teams.messages(support)).hasSize(1);
    }

    private Stage.Answer targeted(String method, String conversation, String person) {
        String body =
                "{\"type\":\"message\",\"text\":\"psst\",\"recipient\":{\"id\":\"" + AcmeTeams.mri(person) + "\"}}";
        return stage.connector(method, Stage.activities(conversation) + "?isTargetedActivity=true", body);
    }

    @Test
    void a_targeted_message_needs_a_tenant_that_has_them_and_a_member_of_the_channel() {
        assertThat(targeted("POST", support, AcmeTeams.STRANGER).error()).isEqualTo("BadArgument");
        assertThat(targeted("POST", chat(AcmeTeams.ALICE), AcmeTeams.ALICE).error())
                .isEqualTo("BadArgument");
        stage.teams.tenant().targetedMessages(false);
        assertThat(targeted("POST", support, AcmeTeams.BOB).status()).isEqualTo(400);
        assertThat(stage.teams.targeted(AcmeTeams.BOB)).isEmpty();
    }

    @Test
    void a_targeted_message_is_changed_as_one_and_for_a_day_only() {
        String id = targeted("POST", support, AcmeTeams.BOB).json().getString("id");
        String path = Stage.activities(support) + "/" + id;
        assertThat(stage.connector("PUT", path, Stage.text("open")).error())
                .isEqualTo("ActivityNotFoundInConversation");
        assertThat(stage.connector("PUT", path + "?isTargetedActivity=true", Stage.text("new"))
                        .status())
                .isEqualTo(200);
        stage.clock.pass(Duration.ofHours(24));
        String token = stage.teams.accessTokens().issue("https://api.botframework.com");
        assertThat(stage.call("DELETE", stage.teams.connectorUrl() + path + "?isTargetedActivity=true", token, "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_mention_names_somebody_and_stands_in_the_text() {
        String good = mention("<at>Alice</at>", AcmeTeams.mri(AcmeTeams.ALICE));
        assertThat(stage.connector("POST", Stage.activities(support), good).status())
                .isEqualTo(201);
        String elsewhere = mention("<at>Bob</at>", AcmeTeams.mri(AcmeTeams.BOB));
        assertThat(stage.connector("POST", Stage.activities(support), elsewhere).error())
                .isEqualTo("BadArgument");
        String nobody = mention("<at>Alice</at>", "29:1nobody");
        assertThat(stage.connector("POST", Stage.activities(support), nobody).error())
                .isEqualTo("BadArgument");
    }

    private static String mention(String text, String id) {
        return "{\"type\":\"message\",\"text\":\"Hello <at>Alice</at>\",\"entities\":[{\"type\":\"mention\",\"text\":\""
                + text + "\",\"mentioned\":{\"id\":\"" + id + "\",\"name\":\"Alice\"}}]}";
    }
}
