package dev.belay.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sources: docs.slack.dev/reference/methods/conversations.create, .rename, .archive, .invite, .setTopic. */
class ChannelRefusalsTest {
    private final Stage stage = new Stage();

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void a_channel_is_created_with_its_creator_in_it() {
        JsonObject made = stage.call("conversations.create", "name", "inc0010023-checkout-down");
        JsonObject channel = made.getObject("channel");
        assertThat(made.getBoolean("ok")).isTrue();
        assertThat(channel.getString("name")).isEqualTo("inc0010023-checkout-down");
        assertThat(channel.getString("id")).matches("C[0-9A-Z]{8,}");
        assertThat(channel.getString("creator")).isEqualTo("U0BELAY");
        assertThat(channel.getBoolean("is_member")).isTrue();
        assertThat(channel.getLong("created")).isEqualTo(stage.clock.instant().getEpochSecond());
    }

    @Test
    void a_name_with_upper_case_or_spaces_or_points_is_refused() {
        for (String name : List.of("Upper", "a b", "a.b", "grün", "a#")) {
            assertThat(stage.error("conversations.create", "name", name)).isEqualTo("invalid_name_specials");
        }
    }

    @Test
    void a_name_of_81_characters_is_refused_and_of_80_is_not() {
        assertThat(stage.error("conversations.create", "name", "a".repeat(81))).isEqualTo("invalid_name_maxlength");
        assertThat(stage.error("conversations.create", "name", "a".repeat(80))).isEqualTo("none");
    }

    @Test
    void an_empty_name_is_refused() {
        assertThat(stage.error("conversations.create", "name", "")).isEqualTo("invalid_name_required");
    }

    @Test
    void a_name_of_nothing_but_punctuation_is_refused() {
        assertThat(stage.error("conversations.create", "name", "-_-")).isEqualTo("invalid_name_punctuation");
    }

    @Test
    void a_name_left_out_is_a_missing_argument() {
        JsonObject answer = stage.call("conversations.create");
        assertThat(answer.getString("error")).isEqualTo("invalid_arguments");
        assertThat(answer.getObject("response_metadata").getArray("messages").getString(0))
                .isEqualTo("[ERROR] missing required field: name");
    }

    @Test
    void a_taken_name_is_refused() {
        assertThat(stage.error("conversations.create", "name", "support")).isEqualTo("name_taken");
    }

    @Test
    void an_archived_channel_keeps_its_name() {
        String channel = stage.channel("gone");
        stage.call("conversations.archive", "channel", channel);
        assertThat(stage.error("conversations.create", "name", "gone")).isEqualTo("name_taken");
    }

    @Test
    void a_strangers_private_channel_holds_its_name_unseen() {
        String hidden = stage.slack
                .workspace()
                .createChannel("hidden", AcmeWorkspace.ALICE, true)
                .id();
        assertThat(stage.error("conversations.create", "name", "hidden")).isEqualTo("name_taken");
        assertThat(stage.error("conversations.info", "channel", hidden)).isEqualTo("channel_not_found");
    }

    @Test
    void only_its_creator_renames_a_channel() {
        String channel = stage.channel("one");
        assertThat(stage.error("conversations.rename", "channel", channel, "name", "two"))
                .isEqualTo("none");
        assertThat(stage.error("conversations.rename", "channel", AcmeWorkspace.SUPPORT, "name", "three"))
                .isEqualTo("not_authorized");
        assertThat(stage.error("conversations.rename", "channel", channel, "name", "support"))
                .isEqualTo("name_taken");
    }

    @Test
    void archiving_twice_is_refused() {
        String channel = stage.channel("one");
        stage.call("conversations.archive", "channel", channel);
        assertThat(stage.error("conversations.archive", "channel", channel)).isEqualTo("already_archived");
    }

    @Test
    void general_is_never_archived() {
        assertThat(stage.error("conversations.archive", "channel", AcmeWorkspace.GENERAL))
                .isEqualTo("cant_archive_general");
    }

    /** Source: github.com/slack-go/slack/issues/1066. */
    @Test
    void archiving_removes_the_bot_so_that_it_cannot_unarchive() {
        String channel = stage.channel("one");
        stage.call("conversations.archive", "channel", channel);
        assertThat(stage.error("conversations.unarchive", "channel", channel)).isEqualTo("not_in_channel");
        assertThat(stage.error("conversations.history", "channel", channel)).isEqualTo("not_in_channel");
    }

    @Test
    void an_archived_channel_takes_nothing_more() {
        String channel = stage.channel("one");
        String ts = stage.card(channel);
        stage.call("conversations.archive", "channel", channel);
        assertThat(stage.error("chat.postMessage", "channel", channel, "text", "x"))
                .isEqualTo("is_archived");
        assertThat(stage.error("conversations.invite", "channel", channel, "users", AcmeWorkspace.BOB))
                .isEqualTo("is_archived");
        assertThat(stage.error("conversations.setTopic", "channel", channel, "topic", "x"))
                .isEqualTo("is_archived");
        assertThat(stage.error("conversations.join", "channel", channel)).isEqualTo("missing_scope");
        assertThat(stage.error("chat.update", "channel", channel, "ts", ts, "text", "x"))
                .isEqualTo("is_inactive");
    }

    @Test
    void who_is_in_a_channel_is_not_invited_again() {
        String channel = stage.channel("one");
        assertThat(stage.error("conversations.invite", "channel", channel, "users", AcmeWorkspace.BOB))
                .isEqualTo("none");
        assertThat(stage.error("conversations.invite", "channel", channel, "users", AcmeWorkspace.BOB))
                .isEqualTo("already_in_channel");
    }

    @Test
    void nobody_invites_themselves_or_nobody_or_a_deactivated_person_or_a_stranger() {
        String channel = stage.channel("one");
        assertThat(invited(channel, "U0BELAY")).isEqualTo("cant_invite_self");
        assertThat(invited(channel, "")).isEqualTo("no_user");
        assertThat(invited(channel, "U0NOBODY")).isEqualTo("user_not_found");
        assertThat(invited(channel, AcmeWorkspace.DEACTIVATED)).isEqualTo("user_not_found");
        assertThat(invited(channel, AcmeWorkspace.STRANGER)).isEqualTo("cant_invite");
        assertThat(invited(channel, AcmeWorkspace.SINGLE_CHANNEL_GUEST)).isEqualTo("ura_max_channels");
    }

    private String invited(String channel, String users) {
        return stage.error("conversations.invite", "channel", channel, "users", users);
    }

    @Test
    void without_force_one_bad_user_keeps_all_out() {
        String channel = stage.channel("one");
        assertThat(invited(channel, AcmeWorkspace.BOB + ",U0NOBODY")).isEqualTo("user_not_found");
        assertThat(members(channel)).containsExactly("U0BELAY");
    }

    @Test
    void with_force_the_good_ones_come_in_and_the_bad_are_named() {
        String channel = stage.channel("one");
        JsonObject answer = stage.call(
                "conversations.invite", "channel", channel, "users", AcmeWorkspace.BOB + ",U0NOBODY", "force", "true");
        assertThat(answer.getBoolean("ok")).isTrue();
        assertThat(answer.getArray("errors").getObject(0).getString("user")).isEqualTo("U0NOBODY");
        assertThat(members(channel)).containsExactly("U0BELAY", AcmeWorkspace.BOB);
    }

    @Test
    void more_than_100_users_in_one_invitation_are_refused() {
        String users = IntStream.rangeClosed(1, 101).mapToObj(i -> "U" + i).collect(Collectors.joining(","));
        assertThat(invited(stage.channel("one"), users)).isEqualTo("invalid_arguments");
    }

    private List<Object> members(String channel) {
        return stage.call("conversations.members", "channel", channel).getArray("members");
    }

    @Test
    void who_is_not_in_a_channel_neither_invites_nor_writes_nor_reads_nor_pins() {
        String other = stage.slack
                .workspace()
                .createChannel("other", AcmeWorkspace.ALICE, false)
                .id();
        assertThat(invited(other, AcmeWorkspace.BOB)).isEqualTo("not_in_channel");
        assertThat(stage.error("chat.postMessage", "channel", other, "text", "x"))
                .isEqualTo("not_in_channel");
        assertThat(stage.error("conversations.history", "channel", other)).isEqualTo("not_in_channel");
        assertThat(stage.error("conversations.setTopic", "channel", other, "topic", "x"))
                .isEqualTo("not_in_channel");
        assertThat(stage.error("conversations.archive", "channel", other)).isEqualTo("not_in_channel");
        assertThat(stage.error("pins.add", "channel", other, "timestamp", "1.1"))
                .isEqualTo("not_in_channel");
    }

    @Test
    void a_topic_or_purpose_of_251_characters_is_too_long() {
        String channel = stage.channel("one");
        assertThat(stage.error("conversations.setTopic", "channel", channel, "topic", "x".repeat(251)))
                .isEqualTo("too_long");
        assertThat(stage.error("conversations.setPurpose", "channel", channel, "purpose", "x".repeat(251)))
                .isEqualTo("too_long");
        assertThat(stage.error("conversations.setTopic", "channel", channel, "topic", "x".repeat(250)))
                .isEqualTo("none");
    }

    @Test
    void a_channel_that_does_not_exist_is_not_found() {
        assertThat(stage.error("conversations.info", "channel", "C0NOWHERE")).isEqualTo("channel_not_found");
        assertThat(stage.error("chat.postMessage", "channel", "C0NOWHERE", "text", "x"))
                .isEqualTo("channel_not_found");
    }

    private static String result(Future<String> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void of_many_who_create_one_name_at_once_one_succeeds() {
        stage.slack.rateLimits().enforce(false);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> all = IntStream.range(0, 100)
                    .mapToObj(i -> threads.submit(() -> stage.error("conversations.create", "name", "one")))
                    .toList();
            assertThat(all.stream().map(ChannelRefusalsTest::result).filter("none"::equals))
                    .hasSize(1);
        }
    }
}
