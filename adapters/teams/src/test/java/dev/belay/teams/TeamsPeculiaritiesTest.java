package dev.belay.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.belay.card.CardAction;
import dev.belay.card.CardButton;
import dev.belay.card.PrivateAnswer;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Member;
import dev.belay.chat.Member.Standing;
import dev.belay.chat.Platform;
import dev.belay.chat.PostedCard;
import dev.belay.chat.ReplyAddress;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.platform.Bearing;
import dev.belay.platform.ChannelDraft;
import dev.belay.platform.ChannelSetup;
import dev.belay.platform.ChatContract;
import dev.belay.record.Sample;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.limit.Failure;
import dev.belay.simulator.teams.tenant.Channel.Kind;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.Tab;
import dev.belay.team.TeamStatus;
import dev.belay.team.Teams;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is Teams' alone. */
final class TeamsPeculiaritiesTest {
    private static final String MARKER = "4b1f9c2e77aa01";
    private static final String NAME = "inc0010023-checkout-down";
    private static final String RECORD = "https://acme.service-now.com/incident";
    private static final String UPDATE = "connector.updateActivity";
    private static final String BEGIN = "connector.createConversation";
    private static final String SEND = "connector.sendToConversation";

    private final TeamsStage stage = new TeamsStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void a_full_team_hands_over_to_the_next() {
        fill(AcmeTeams.TEAM);
        ChannelDraft draft = draft(AcmeTeams.TEAM, AcmeTeams.OVERFLOW_TEAM);
        Channel made = stage.chat.channels().create(draft).orElseThrow();
        assertThat(made.team()).contains(AcmeTeams.OVERFLOW_TEAM);
        assertThat(stage.chat.channels().findOwn(draft)).contains(made);
    }

    @Test
    void a_route_whose_teams_are_all_full_is_told_to_name_another() {
        fill(AcmeTeams.TEAM);
        assertThatThrownBy(() -> stage.chat.channels().create(draft(AcmeTeams.TEAM)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("full");
        assertThat(teams().quota(stage.shared())).satisfies(quota -> {
            assertThat(quota.team()).isEqualTo(AcmeTeams.TEAM_NAME);
            assertThat(quota.channels()).isEqualTo(quota.most());
        });
    }

    @Test
    void a_deleted_channel_keeps_its_name_and_is_of_no_use() {
        Channel made = channel();
        stage.closeChannel(made);
        assertThat(stage.chat.channels().create(draft(AcmeTeams.TEAM))).isEmpty();
        assertThat(stage.chat.channels().findOwn(draft(AcmeTeams.TEAM))).isEmpty();
    }

    @Test
    void the_mark_outlives_a_description_of_any_length() {
        Channel channel = channel();
        stage.chat.channels().setUp(channel, new ChannelSetup.Description("x".repeat(2000), "y", MARKER));
        stage.chat.channels().setUp(channel, new ChannelSetup.Description("P1 INC0010023", "Working on it", MARKER));
        assertThat(stage.description(channel)).isEqualTo("P1 INC0010023\nWorking on it\n[belay:" + MARKER + "]");
    }

    @Test
    void what_people_wrote_is_never_taken_for_a_mark() {
        Channel channel = channel();
        stage.chat
                .channels()
                .setUp(channel, new ChannelSetup.Description("[belay:another]", "[belay:another]", MARKER));
        ChannelDraft another =
                new ChannelDraft(AcmeTeams.TENANT, List.of(AcmeTeams.TEAM), NAME, false, "another", stage.now());
        assertThat(stage.chat.channels().findOwn(another)).isEmpty();
        assertThat(stage.chat.channels().findOwn(draft(AcmeTeams.TEAM))).contains(channel);
    }

    @Test
    void a_tab_of_our_app_bears_the_binding_and_is_added_once() {
        Channel channel = channel();
        ChannelSetup.Bookmark bookmark = new ChannelSetup.Bookmark(Sample.REF, "INC0010023", RECORD);
        stage.failNext("graph.createTab", new Failure.DroppedAfter());
        assertThatThrownBy(() -> stage.chat.channels().setUp(channel, bookmark)).isInstanceOf(Unavailable.class);
        stage.chat.channels().setUp(channel, bookmark);
        assertThat(stage.tabs(channel)).singleElement().satisfies(tab -> {
            assertThat(tab.entityId())
                    .isEqualTo(Sample.REF.table() + ":" + Sample.REF.sysId().value());
            assertThat(tab).extracting(Tab::catalogId).isEqualTo(AcmeTeams.APP.catalogId());
        });
    }

    /** A web page's tab is anybody's. */
    @Test
    void a_tab_of_another_app_is_never_taken_for_ours() {
        Channel channel = channel();
        ChannelSetup.Bookmark bookmark = new ChannelSetup.Bookmark(Sample.REF, "INC0010023", RECORD);
        stage.chat.channels().setUp(channel, bookmark);
        stage.ofAnotherApp(channel);
        assertThat(stage.chat.survey().bearing(channel, Optional.empty(), "1")).isEqualTo(new Bearing.Nothing());
        stage.chat.channels().setUp(channel, bookmark);
        assertThat(stage.tabs(channel)).hasSize(2);
        assertThat(stage.chat.survey().bearing(channel, Optional.empty(), "1"))
                .isEqualTo(new Bearing.Bears(Sample.REF));
    }

    @Test
    void a_thread_in_a_shared_channel_has_no_tab_and_costs_no_question() {
        int before = stage.calls();
        assertThat(stage.chat.survey().canBear(Optional.of("1763798400000"))).isFalse();
        assertThat(stage.chat.survey().bearing(stage.shared(), Optional.of("1763798400000"), "1763798400000"))
                .isEqualTo(new Bearing.Untold());
        assertThat(stage.calls()).isEqualTo(before);
    }

    @Test
    void a_tab_needs_our_app_in_the_catalog() {
        stage.withoutCatalogApp();
        Channel channel = channel();
        assertThatThrownBy(() -> stage.chat
                        .channels()
                        .setUp(channel, new ChannelSetup.Bookmark(Sample.REF, "INC0010023", RECORD)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("teams.catalog_app_id");
    }

    @Test
    void an_invitation_mentions_each_once_however_often_it_is_repeated() {
        Channel channel = channel();
        ChannelSetup invitation = new ChannelSetup.Invitation(List.of(AcmeTeams.ALICE, AcmeTeams.BOB));
        stage.failNext(BEGIN, new Failure.DroppedAfter());
        assertThatThrownBy(() -> stage.chat.channels().setUp(channel, invitation))
                .isInstanceOf(Unavailable.class);
        stage.chat.channels().setUp(channel, invitation);
        stage.chat.channels().setUp(channel, invitation);
        assertThat(stage.teams.messages(channel.id())).singleElement().satisfies(message -> {
            assertThat(message.text()).contains("<at>Alice Archer</at>", "<at>Bob Baker</at>");
            assertThat(message.activity().getArray("entities")).hasSize(2);
        });
    }

    @Test
    void somebody_outside_the_team_keeps_nobody_else_from_being_mentioned() {
        Channel channel = channel();
        ChannelSetup invitation = new ChannelSetup.Invitation(List.of(AcmeTeams.STRANGER, AcmeTeams.BOB));
        assertThatThrownBy(() -> stage.chat.channels().setUp(channel, invitation))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("not in the team");
        assertThat(stage.sentences(channel)).singleElement().asString().contains("Bob Baker");
    }

    @Test
    void a_private_answer_stands_in_the_thread_for_one_person() {
        PostedCard card = card();
        tell(card, Optional.empty());
        assertThat(stage.teams.targeted(AcmeTeams.ALICE))
                .extracting(Message::root)
                .containsExactly(card.message());
        assertThat(stage.teams.direct(AcmeTeams.ALICE)).isEmpty();
    }

    @Test
    void a_tenant_without_targeted_messages_has_answers_in_the_person_s_own_chat() {
        stage.teams.tenant().targetedMessages(false);
        CardButton offer = new CardButton(
                CardAction.TAKE_OVER, Sample.REF, 4, "0a1b2c3d4e5f", Optional.of("5137153cc611227c000bbd1bd8cd2005"));
        stage.chat
                .messages()
                .tell(alice(), at(card()), Optional.empty(), new PrivateAnswer("It is Bob's.", Optional.of(offer)));
        assertThat(stage.teams.direct(AcmeTeams.ALICE)).singleElement().satisfies(message -> assertThat(
                        message.cards().toString())
                .contains("It is Bob's.", "Action.Execute", "Action.Submit"));
        assertThat(stage.sentences(stage.shared())).isEmpty();
    }

    @Test
    void who_has_not_the_app_is_answered_by_a_word_that_names_nobody() {
        stage.teams.tenant().targetedMessages(false);
        stage.teams.tenant().personalApp(AcmeTeams.ALICE, false);
        assertNeutral(card());
    }

    @Test
    void who_blocks_the_app_is_answered_by_a_word_that_names_nobody() {
        stage.teams.tenant().targetedMessages(false);
        stage.teams.tenant().block(AcmeTeams.ALICE, true);
        assertNeutral(card());
    }

    private void assertNeutral(PostedCard card) {
        tell(card, Optional.empty());
        assertThat(stage.privately(alice())).isEmpty();
        assertThat(stage.sentences(stage.shared()))
                .singleElement()
                .asString()
                .contains("an answer here for one person alone");
        Message said = stage.teams.messages(AcmeTeams.SUPPORT).getLast();
        assertThat(said.root()).isEqualTo(card.message());
        assertThat(said.activity().toString()).doesNotContain("Alice", AcmeTeams.ALICE, "Bob", "INC0010023");
    }

    @Test
    void an_app_that_was_removed_is_to_be_installed() {
        PostedCard card = card();
        stage.changeTeam(AcmeTeams.TEAM, team -> team.install(false));
        assertThatThrownBy(() -> stage.chat.cards().post(stage.shared(), ChatContract.NEW, MARKER))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("install the app in the team");
        assertThatThrownBy(() -> stage.chat.cards().update(stage.shared(), card.message(), ChatContract.TAKEN, MARKER))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("install the app in the team");
        assertThatThrownBy(() -> stage.chat.channels().create(draft(AcmeTeams.TEAM)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("install the app in the team");
    }

    @Test
    void a_team_is_seen_as_it_stands_and_only_where_our_app_is() {
        Channel channel = channel();
        assertThat(status())
                .containsInstanceOf(TeamStatus.AppInstalled.class)
                .get()
                .satisfies(seen -> assertThat(((TeamStatus.AppInstalled) seen).channels())
                        .containsEntry(channel.id(), NAME)
                        .containsEntry(AcmeTeams.GENERAL, ""));
        stage.closeChannel(channel);
        assertThat(status().map(seen -> ((TeamStatus.AppInstalled) seen).has(channel.id())))
                .contains(false);
        stage.changeTeam(AcmeTeams.TEAM, team -> team.install(false));
        assertThat(status()).contains(new TeamStatus.AppMissing());
        stage.failNext("connector.getTeamConversations", Failure.error(404, "ConversationNotFound"));
        assertThat(status()).as("a look that is refused for another reason").isEmpty();
        stage.failNext("connector.getTeamConversations", new Failure.Answered(200, "{\"conversations\":[]}"));
        assertThat(status()).as("a team without General").isEmpty();
        stage.failNext("connector.getTeamConversations", new Failure.Answered(503, ""));
        assertThatThrownBy(this::status).isInstanceOf(Unavailable.class);
    }

    private Optional<TeamStatus> status() {
        ReplyAddress connector = new ReplyAddress(stage.teams.connectorUrl().toString());
        return teams().status(AcmeTeams.TENANT, AcmeTeams.GENERAL, connector);
    }

    private Teams teams() {
        return stage.chat.teams().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "http://127.0.0.1.evil.example/", "http://169.254.169.254/"})
    void our_token_goes_to_no_host_that_is_not_listed(String service) {
        stage.install(AcmeTeams.TEAM, AcmeTeams.GENERAL, URI.create(service));
        assertThatThrownBy(() -> stage.chat.cards().post(stage.shared(), ChatContract.NEW, MARKER))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining(URI.create(service).getHost());
        assertThat(stage.calls()).isZero();
    }

    @Test
    void whoever_pressed_is_looked_up_where_their_press_came_from() {
        assertThatThrownBy(() -> member(Optional.of("http://127.0.0.1:1/"))).isInstanceOf(Unavailable.class);
        assertThat(member(Optional.of(stage.teams.connectorUrl().toString())).standing())
                .isEqualTo(Standing.FULL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "not a url", "http://169.254.169.254/"})
    void nobody_is_looked_up_somewhere_else(String elsewhere) {
        assertThat(member(Optional.of(elsewhere)).standing()).isEqualTo(Standing.FULL);
    }

    private Member member(Optional<String> service) {
        return stage.chat
                .people()
                .member(stage.person(Standing.FULL), AcmeTeams.SUPPORT, service.map(ReplyAddress::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "not a url", "http://169.254.169.254/"})
    void a_way_back_to_somewhere_else_is_never_taken(String back) {
        tell(card(), Optional.of(back));
        assertThat(stage.teams.targeted(AcmeTeams.ALICE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {412, 502, 503, 504})
    void an_update_that_met_an_outage_may_be_repeated(int status) {
        PostedCard card = card();
        stage.failNext(UPDATE, new Failure.Answered(status, ""));
        assertThatThrownBy(() -> update(card)).isInstanceOf(Unavailable.class);
        update(card);
        assertThat(stage.cards(stage.shared())).singleElement().satisfies(shown -> assertThat(shown.words())
                .contains("Alice Archer"));
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void a_card_posted_under_an_outage_may_be_there(int status) {
        stage.failNext(BEGIN, new Failure.AnsweredAfter(status, ""));
        assertThatThrownBy(this::card).isInstanceOf(OutcomeUnknown.class);
        assertThat(stage.chat.cards().findOwn(stage.shared(), MARKER, stage.now()))
                .isPresent();
    }

    @Test
    void a_post_that_met_another_at_once_was_not_done() {
        stage.failNext(BEGIN, new Failure.Answered(412, ""));
        assertThatThrownBy(this::card).isInstanceOf(Unavailable.class);
    }

    @Test
    void lost_answers_to_what_may_be_repeated_are_no_riddle() {
        PostedCard card = card();
        Channel channel = channel();
        for (Failure lost : List.of(new Failure.DroppedBefore(), new Failure.DroppedAfter())) {
            stage.failNext(UPDATE, lost);
            assertThatThrownBy(() -> update(card)).isInstanceOf(Unavailable.class);
            stage.failNext("graph.updateChannel", lost);
            assertThatThrownBy(() -> stage.chat
                            .channels()
                            .setUp(channel, new ChannelSetup.Description("down", "Working on it", MARKER)))
                    .isInstanceOf(Unavailable.class);
            stage.failNext(BEGIN, lost);
            assertThatThrownBy(() -> stage.chat.messages().announce(channel, "Nearly full."))
                    .isInstanceOf(Unavailable.class);
            stage.failNext(SEND, lost);
            assertThatThrownBy(() -> tell(card, Optional.empty())).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void a_limit_on_posting_holds_for_the_next_post_and_not_for_an_update() {
        PostedCard card = card();
        stage.failNext(BEGIN, new Failure.RateLimited(30));
        assertThat(catchThrowableOfType(Unavailable.class, this::card).retryAfter())
                .contains(Duration.ofSeconds(30));
        int calls = stage.calls();
        stage.pass(Duration.ofSeconds(10));
        assertThat(catchThrowableOfType(Unavailable.class, this::card).retryAfter())
                .contains(Duration.ofSeconds(20));
        assertThat(stage.calls()).isEqualTo(calls);
        assertThatCode(() -> update(card)).doesNotThrowAnyException();
        stage.pass(Duration.ofSeconds(21));
        assertThatCode(this::card).doesNotThrowAnyException();
    }

    @Test
    void a_limit_on_posting_in_one_channel_holds_up_no_other() {
        Channel other = channel();
        stage.failNext(BEGIN, new Failure.RateLimited(30));
        assertThatThrownBy(this::card).isInstanceOf(Unavailable.class);
        assertThatCode(() -> stage.chat.cards().post(other, ChatContract.NEW, MARKER))
                .doesNotThrowAnyException();
        assertThatThrownBy(this::card).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_card_is_found_beneath_pages_of_talk() {
        PostedCard posted = card();
        for (int i = 0; i < 120; i++) {
            stage.teams.say(AcmeTeams.BOB, AcmeTeams.SUPPORT, "still down " + i, "");
        }
        assertThat(stage.chat.cards().findOwn(stage.shared(), MARKER, stage.now()))
                .contains(posted);
        assertThat(stage.outcomes("graph.listMessages")).containsExactly("ok", "ok", "ok");
    }

    @Test
    void a_permission_that_was_not_granted_asks_for_the_newest_version() {
        stage.teams.tenant().revoke("Channel.Create.Group");
        assertThatThrownBy(() -> stage.chat.channels().create(draft(AcmeTeams.TEAM)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("newest version");
    }

    @Test
    void a_thread_s_link_names_message_team_and_tenant() {
        assertThat(stage.chat.channels().link(stage.shared(), Optional.of("1700000000001")))
                .isEqualTo("https://teams.microsoft.com/l/message/"
                        + "19%3A0aacme0support0000000000000000001%40thread.tacv2/1700000000001?groupId="
                        + AcmeTeams.TEAM + "&tenantId=" + AcmeTeams.TENANT + "&parentMessageId=1700000000001");
    }

    private void fill(String id) {
        stage.changeTeam(id, team -> {
            for (int i = team.counted().size(); i < 1000; i++) {
                team.create("old-" + i, "", Kind.STANDARD);
            }
        });
    }

    private void tell(PostedCard card, Optional<String> back) {
        stage.chat
                .messages()
                .tell(alice(), at(card), back.map(ReplyAddress::new), PrivateAnswer.of("INC0010023 is Bob's."));
    }

    private ChatUser alice() {
        return stage.user(AcmeTeams.ALICE);
    }

    private static ConversationId at(PostedCard card) {
        return new ConversationId(Platform.TEAMS, AcmeTeams.TENANT, AcmeTeams.SUPPORT, Optional.of(card.message()));
    }

    private PostedCard card() {
        return stage.chat.cards().post(stage.shared(), ChatContract.NEW, MARKER);
    }

    private void update(PostedCard card) {
        stage.chat.cards().update(stage.shared(), card.message(), ChatContract.TAKEN, MARKER);
    }

    private Channel channel() {
        return stage.chat.channels().create(draft(AcmeTeams.TEAM)).orElseThrow();
    }

    private ChannelDraft draft(String... teams) {
        return new ChannelDraft(AcmeTeams.TENANT, List.of(teams), NAME, false, MARKER, stage.now());
    }
}
