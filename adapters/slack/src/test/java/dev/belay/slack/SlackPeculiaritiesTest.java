package dev.belay.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import dev.belay.card.PrivateAnswer;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Member.Standing;
import dev.belay.chat.Platform;
import dev.belay.chat.PostedCard;
import dev.belay.chat.ReplyAddress;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.platform.ChannelDraft;
import dev.belay.platform.ChannelSetup;
import dev.belay.platform.ChatContract;
import dev.belay.platform.ChatPlatform;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.limit.Failure;
import dev.belay.simulator.slack.workspace.Grant;
import dev.belay.simulator.slack.workspace.Person;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is Slack's alone. */
final class SlackPeculiaritiesTest {
    private static final String MARKER = "4b1f9c2e77aa01";

    private final SlackStage stage = new SlackStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void who_we_are_is_asked_once() {
        assertThat(stage.chat.channels().self(AcmeWorkspace.TEAM)).isEqualTo(AcmeWorkspace.APP.botUser());
        stage.chat.channels().self(AcmeWorkspace.TEAM);
        assertThat(stage.outcomes("auth.test")).containsExactly("ok");
    }

    @Test
    void an_update_costs_one_call() {
        PostedCard posted = stage.chat.cards().post(stage.shared(), ChatContract.NEW, MARKER);
        stage.slack.forgetCalls();
        stage.chat.cards().update(stage.shared(), posted.message(), ChatContract.TAKEN, MARKER);
        assertThat(stage.slack.calls()).singleElement().hasToString("chat.update ok");
    }

    @Test
    void a_new_token_is_taken_up_when_the_old_one_is_refused() {
        stage.token = Optional.of("xoxb-replaced");
        assertThat(stage.chat
                        .people()
                        .member(stage.person(Standing.FULL), AcmeWorkspace.SUPPORT, Optional.empty())
                        .standing())
                .isEqualTo(Standing.FULL);
        assertThat(stage.counted).isEmpty();
    }

    @Test
    void a_revoked_token_is_counted() {
        stage.slack.workspace().botToken(Grant.Standing.REVOKED);
        assertThatThrownBy(() -> stage.chat
                        .people()
                        .member(stage.person(Standing.FULL), AcmeWorkspace.SUPPORT, Optional.empty()))
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining("token rejected");
        assertThat(stage.counted).hasSize(1).allMatch(count -> count.startsWith("TokenRejected "));
    }

    @Test
    void a_missing_scope_is_named() {
        stage.slack.workspace().botScopes(List.of("chat:write"));
        assertThatThrownBy(() -> stage.chat
                        .people()
                        .member(stage.person(Standing.FULL), AcmeWorkspace.SUPPORT, Optional.empty()))
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining("users:read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fatal_error", "internal_error"})
    void a_card_posted_under_an_error_is_found(String error) {
        stage.failNext("chat.postMessage", new Failure.RefusedAfter(error));
        assertThatThrownBy(() -> stage.chat.cards().post(stage.shared(), ChatContract.NEW, MARKER))
                .isInstanceOf(OutcomeUnknown.class);
        assertThat(stage.chat.cards().findOwn(stage.shared(), MARKER, stage.now()))
                .isPresent();
    }

    @Test
    void a_channel_of_ours_is_found_on_a_later_page() {
        for (int i = 0; i < 450; i++) {
            stage.slack.workspace().createChannel("old-" + i, AcmeWorkspace.APP.botUser(), false);
        }
        ChannelDraft draft = draft("inc0010023-checkout-down");
        Channel made = stage.chat.channels().create(draft).orElseThrow();
        stage.slack.forgetCalls();
        assertThat(stage.chat.channels().findOwn(draft)).contains(made);
        assertThat(stage.outcomes("users.conversations")).hasSize(3);
    }

    @Test
    void a_channel_of_ours_that_was_archived_is_of_no_use() {
        ChannelDraft draft = draft("inc0010023-checkout-down");
        Channel made = stage.chat.channels().create(draft).orElseThrow();
        stage.slack
                .workspace()
                .archive(stage.slack.workspace().channel(made.id()).orElseThrow());
        assertThat(stage.chat.channels().findOwn(draft)).isEmpty();
    }

    @Test
    void a_card_is_found_beneath_pages_of_talk() {
        PostedCard posted = stage.chat.cards().post(stage.shared(), ChatContract.NEW, MARKER);
        for (int i = 0; i < 450; i++) {
            stage.slack.say(AcmeWorkspace.BOB, AcmeWorkspace.SUPPORT, "still down " + i, "");
        }
        assertThat(stage.chat.cards().findOwn(stage.shared(), MARKER, stage.now()))
                .contains(posted);
        assertThat(stage.outcomes("conversations.history")).hasSize(3);
    }

    @Test
    void a_member_who_has_been_invited_or_does_not_exist_keeps_nobody_else_out() {
        Channel channel = channel();
        List<String> people = List.of(AcmeWorkspace.ALICE, "U0NOBODY", AcmeWorkspace.APP.botUser(), AcmeWorkspace.BOB);
        stage.chat.channels().setUp(channel, new ChannelSetup.Invitation(List.of(AcmeWorkspace.ALICE)));
        assertThatThrownBy(() -> stage.chat.channels().setUp(channel, new ChannelSetup.Invitation(people)))
                .isInstanceOf(Rejected.class)
                .hasMessage("slack: U0NOBODY user_not_found (conversations.invite in " + channel.id()
                        + "): correct the ids of the responders in the settings");
        assertThat(stage.members(channel)).contains(AcmeWorkspace.ALICE, AcmeWorkspace.BOB);
    }

    @Test
    void a_channel_that_the_app_is_not_in_is_named_with_what_to_do() {
        Channel elsewhere = new Channel(
                Platform.SLACK,
                AcmeWorkspace.TEAM,
                Optional.empty(),
                stage.slack
                        .workspace()
                        .createChannel("elsewhere", AcmeWorkspace.ALICE, false)
                        .id(),
                "");
        assertThatThrownBy(() -> stage.chat.messages().announce(elsewhere, "Down"))
                .isInstanceOf(Rejected.class)
                .hasMessage("slack: not_in_channel (chat.postMessage in " + elsewhere.id()
                        + "): invite the app there with /invite @Belay");
    }

    @Test
    void more_than_a_hundred_people_are_invited_in_parts() {
        List<String> people =
                IntStream.range(0, 230).mapToObj("U01P%03d"::formatted).toList();
        people.forEach(id -> stage.slack
                .workspace()
                .add(Person.of(Person.Kind.MEMBER, AcmeWorkspace.TEAM, id, id, id, id + "@acme.example")));
        Channel channel = channel();
        stage.chat.channels().setUp(channel, new ChannelSetup.Invitation(people));
        assertThat(stage.members(channel)).containsAll(people);
        assertThat(stage.outcomes("conversations.invite")).containsExactly("ok", "ok", "ok");
    }

    @Test
    void a_topic_is_cut_at_its_limit() {
        Channel channel = channel();
        stage.chat.channels().setUp(channel, new ChannelSetup.Description("x".repeat(251), "", MARKER));
        assertThat(stage.topic(channel)).hasSize(250).endsWith("…");
    }

    @Test
    void a_part_of_the_set_up_that_is_refused_is_rejected() {
        Channel channel = channel();
        stage.failNext("conversations.setTopic", new Failure.Refused("unknown_method"));
        ChannelSetup part = new ChannelSetup.Description("x", "x", MARKER);
        assertThatThrownBy(() -> stage.chat.channels().setUp(channel, part)).isInstanceOf(Rejected.class);
    }

    @Test
    void a_part_of_the_set_up_that_is_answered_by_a_page_is_tried_again() {
        Channel channel = channel();
        stage.failNext("pins.add", new Failure.Status(404));
        stage.failNext("conversations.setPurpose", new Failure.NotJson());
        for (ChannelSetup part :
                List.of(new ChannelSetup.Description("x", "x", MARKER), new ChannelSetup.Pin("1700000000.000100"))) {
            assertThatThrownBy(() -> stage.chat.channels().setUp(channel, part)).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void a_topic_that_is_refused_does_not_cost_the_purpose() {
        Channel channel = channel();
        stage.failNext("conversations.setTopic", new Failure.Refused("unknown_method"));
        assertThatThrownBy(() -> stage.chat
                        .channels()
                        .setUp(channel, new ChannelSetup.Description("down", "Working on it", MARKER)))
                .isInstanceOf(Rejected.class);
        assertThat(stage.purpose(channel)).isEqualTo("Working on it");
    }

    @Test
    void a_new_channel_holds_nobody_but_us_and_a_card_is_pinned_once() {
        Channel channel = channel();
        assertThat(stage.members(channel)).containsExactly(stage.chat.channels().self(stage.workspace()));
        PostedCard posted = stage.chat.cards().post(channel, ChatContract.NEW, MARKER);
        stage.chat.channels().setUp(channel, new ChannelSetup.Pin(posted.message()));
        stage.chat.channels().setUp(channel, new ChannelSetup.Pin(posted.message()));
        assertThat(stage.pins(channel)).containsExactly(posted.message());
    }

    @Test
    void a_private_channel_is_not_found_as_a_public_one() {
        ChannelDraft draft = new ChannelDraft(AcmeWorkspace.TEAM, List.of(), "inc0010023", true, MARKER, stage.now());
        stage.chat.channels().create(draft);
        assertThat(stage.chat.channels().findOwn(draft("inc0010023"))).isEmpty();
    }

    @Test
    void a_person_outside_the_channel_is_answered_where_they_pressed() {
        Channel channel = channel();
        PostedCard posted = stage.chat.cards().post(channel, ChatContract.NEW, MARKER);
        String back = responseUrl(channel, posted);
        ChatUser erin = stage.user(AcmeWorkspace.ERIN);
        stage.chat
                .messages()
                .tell(
                        erin,
                        at(channel),
                        Optional.of(new ReplyAddress(back)),
                        PrivateAnswer.of("You are not in this channel."));
        assertThat(stage.privately(erin)).containsExactly("You are not in this channel.");
        assertThat(stage.cards(channel)).singleElement().satisfies(card -> assertThat(card.words())
                .contains("Checkout down"));
    }

    @Test
    void a_revoked_token_does_not_keep_the_answer_from_the_person() {
        Channel channel = channel();
        PostedCard posted = stage.chat.cards().post(channel, ChatContract.NEW, MARKER);
        String back = responseUrl(channel, posted);
        stage.slack.workspace().botToken(Grant.Standing.REVOKED);
        ChatUser erin = stage.user(AcmeWorkspace.ERIN);
        stage.chat
                .messages()
                .tell(erin, at(channel), Optional.of(new ReplyAddress(back)), PrivateAnswer.of("Not now."));
        assertThat(stage.privately(erin)).containsExactly("Not now.");
        assertThat(stage.counted).hasSize(1).allMatch(count -> count.startsWith("TokenRejected "));
    }

    @Test
    void a_revoked_token_links_a_thread_by_its_channel() {
        stage.slack.workspace().botToken(Grant.Standing.REVOKED);
        assertThat(stage.chat.channels().link(stage.shared(), Optional.of("1700000000.000100")))
                .isEqualTo("https://app.slack.com/client/T01ACME/C0SUPPORT");
    }

    @Test
    void a_used_up_way_back_is_rejected() {
        String back = stage.slack.url() + "/actions/T01ACME/nothing";
        ChatUser erin = stage.user(AcmeWorkspace.ERIN);
        Channel channel = channel();
        assertThatThrownBy(() -> stage.chat
                        .messages()
                        .tell(erin, at(channel), Optional.of(new ReplyAddress(back)), PrivateAnswer.of("No.")))
                .isInstanceOf(Rejected.class)
                .hasMessageNotContaining("nothing");
    }

    @Test
    void a_way_back_to_somewhere_else_is_never_taken() {
        ChatUser erin = stage.user(AcmeWorkspace.ERIN);
        Channel channel = channel();
        for (String back : List.of("https://evil.example/x", "not a url", "http://169.254.169.254/")) {
            assertThatThrownBy(() -> stage.chat
                            .messages()
                            .tell(erin, at(channel), Optional.of(new ReplyAddress(back)), PrivateAnswer.of("No.")))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("user_not_in_channel");
        }
    }

    @Test
    void people_of_a_sibling_workspace_are_ours_where_settings_say_so() {
        stage.slack
                .workspace()
                .add(Person.of(Person.Kind.MEMBER, "T03SIBLING", "U03SUE", "sue", "Sue Sibling", "sue@acme.example"));
        ChatUser sue = stage.user("U03SUE");
        assertThat(stage.chat
                        .people()
                        .member(sue, AcmeWorkspace.SUPPORT, Optional.empty())
                        .standing())
                .isEqualTo(Standing.STRANGER);
        ChatPlatform wider = stage.chat(Set.of(AcmeWorkspace.TEAM, "T03SIBLING"), Optional.empty());
        assertThat(wider.people()
                        .member(sue, AcmeWorkspace.SUPPORT, Optional.empty())
                        .standing())
                .isEqualTo(Standing.FULL);
        ChatPlatform organization = stage.chat(Set.of(AcmeWorkspace.TEAM), Optional.of("T03SIBLING"));
        assertThat(organization
                        .people()
                        .member(sue, AcmeWorkspace.SUPPORT, Optional.empty())
                        .standing())
                .isEqualTo(Standing.FULL);
    }

    @Test
    void a_single_channel_guest_is_a_guest() {
        assertThat(stage.chat
                        .people()
                        .member(stage.user(AcmeWorkspace.SINGLE_CHANNEL_GUEST), AcmeWorkspace.SUPPORT, Optional.empty())
                        .standing())
                .isEqualTo(Standing.GUEST);
    }

    @Test
    void a_thread_that_slack_has_no_link_for_is_linked_by_its_channel() {
        assertThat(stage.chat.channels().link(stage.shared(), Optional.of("1700000000.000100")))
                .isEqualTo("https://app.slack.com/client/T01ACME/C0SUPPORT");
    }

    @Test
    void a_limit_on_posting_does_not_hold_up_an_update() {
        PostedCard posted = stage.chat.cards().post(stage.shared(), ChatContract.NEW, MARKER);
        stage.failNext("chat.postMessage", new Failure.RateLimited(30));
        assertThatThrownBy(() -> stage.chat.cards().post(stage.shared(), ChatContract.NEW, "other"))
                .isInstanceOf(Unavailable.class);
        assertThatCode(() -> stage.chat.cards().update(stage.shared(), posted.message(), ChatContract.TAKEN, MARKER))
                .doesNotThrowAnyException();
    }

    private String responseUrl(Channel channel, PostedCard posted) {
        String form = stage.slack
                .prepare(AcmeWorkspace.ERIN, channel.id(), posted.message(), "ack")
                .text();
        String payload = URLDecoder.decode(form.substring("payload=".length()), StandardCharsets.UTF_8);
        return JsonParser.parseString(payload)
                .getAsJsonObject()
                .get("response_url")
                .getAsString();
    }

    private static ConversationId at(Channel channel) {
        return new ConversationId(channel.platform(), channel.workspace(), channel.id(), Optional.empty());
    }

    private Channel channel() {
        return stage.chat.channels().create(draft("inc0010023-checkout-down")).orElseThrow();
    }

    private ChannelDraft draft(String name) {
        return new ChannelDraft(AcmeWorkspace.TEAM, List.of(), name, false, MARKER, stage.now());
    }
}
