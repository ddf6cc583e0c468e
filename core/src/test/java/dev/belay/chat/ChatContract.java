package dev.belay.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.belay.card.Card;
import dev.belay.card.CardAction;
import dev.belay.card.CardButton;
import dev.belay.chat.ChatStage.ShownCard;
import dev.belay.chat.Member.Standing;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.record.Assignee;
import dev.belay.record.RecordState;
import dev.belay.record.Sample;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every chat platform keeps. */
public interface ChatContract {
    Instant OPENING = Instant.parse("2026-11-23T10:00:00Z");
    String NAME = "inc0010023-checkout-down";
    String MARKER = "4b1f9c2e77aa01";
    String LINK = "https://acme.service-now.com/nav_to.do?uri=incident.do?sys_id=9d385017c611228701d22104cc95c371&a=b";
    Card NEW = Card.of(Sample.incident(), LINK);
    Card TAKEN = Card.of(
            Sample.incident(
                    1,
                    RecordState.IN_PROGRESS,
                    Optional.of(new Assignee("5137153cc611227c000bbd1bd8cd2005", "Alice Archer")),
                    4),
            LINK);

    Chat chat();

    ChatStage stage();

    @Test
    default void a_channel_is_created_by_its_name() {
        Channel made = chat().createChannel(draft(NAME)).orElseThrow();
        assertThat(made.name()).isEqualTo(NAME);
        assertThat(made.workspace()).isEqualTo(stage().workspace());
        assertThat(made.team()).isEqualTo(stage().shared().team());
        assertThat(stage().members(made)).contains(chat().self(stage().workspace()));
    }

    @Test
    default void a_name_that_we_took_ourselves_is_taken() {
        chat().createChannel(draft(NAME));
        assertThat(chat().createChannel(draft(NAME))).isEmpty();
        assertThat(stage().channelsNamed(NAME)).isEqualTo(1);
    }

    @Test
    default void a_private_channel_is_private_or_is_not_made() {
        ChannelDraft draft = draft(NAME, true, MARKER);
        try {
            Channel made = chat().createChannel(draft).orElseThrow();
            assertThat(stage().isPrivate(made)).isTrue();
            assertThat(chat().findOwnChannel(draft)).map(Channel::id).contains(made.id());
        } catch (Rejected e) {
            assertThat(stage().channelsNamed(NAME)).isZero();
        }
    }

    @Test
    default void a_channel_made_under_a_lost_answer_is_found() {
        ChannelDraft draft = draft(NAME);
        stage().loseNextCreation(true);
        assertThatThrownBy(() -> chat().createChannel(draft)).isInstanceOf(OutcomeUnknown.class);
        Channel found = chat().findOwnChannel(draft).orElseThrow();
        assertThat(found.name()).isEqualTo(NAME);
        assertThat(stage().channelsNamed(NAME)).isEqualTo(1);
    }

    @Test
    default void nothing_is_found_when_the_creation_never_arrived() {
        ChannelDraft draft = draft(NAME);
        stage().loseNextCreation(false);
        assertThatThrownBy(() -> chat().createChannel(draft)).isInstanceOf(OutcomeUnknown.class);
        assertThat(chat().findOwnChannel(draft)).isEmpty();
        assertThat(chat().createChannel(draft)).isPresent();
    }

    @Test
    default void a_channel_that_another_created_is_never_ours() {
        stage().makeForeignChannel(NAME);
        assertThat(chat().createChannel(draft(NAME))).isEmpty();
        assertThat(chat().findOwnChannel(draft(NAME))).isEmpty();
    }

    @Test
    default void a_channel_older_than_the_claim_is_not_the_draft_s() {
        chat().createChannel(draft(NAME));
        stage().pass(Duration.ofHours(1));
        assertThat(chat().findOwnChannel(draft(NAME, false, "another marker"))).isEmpty();
    }

    @Test
    default void a_card_shows_the_record_and_its_actions() {
        Channel channel = channel();
        PostedCard posted = chat().post(channel, NEW, MARKER);
        assertThat(posted.generation()).isEqualTo(NEW.generation());
        ShownCard shown = card(channel);
        assertThat(shown.message()).isEqualTo(posted.message());
        assertThat(shown.words()).contains("INC0010023", "Checkout down", "P1", "New", "nobody yet");
        assertThat(shown.buttons()).containsExactly("ack");
    }

    @Test
    default void a_card_posted_under_a_lost_answer_is_found_by_its_marker() {
        Channel channel = channel();
        stage().loseNextPost(true);
        assertThatThrownBy(() -> chat().post(channel, NEW, MARKER)).isInstanceOf(OutcomeUnknown.class);
        PostedCard found = chat().findOwnCard(channel, MARKER, stage().now()).orElseThrow();
        assertThat(found).isEqualTo(new PostedCard(card(channel).message(), NEW.generation()));
        assertThat(chat().findOwnCard(channel, "another marker", stage().now())).isEmpty();
    }

    @Test
    default void no_card_is_found_when_the_post_never_arrived() {
        Channel channel = channel();
        stage().loseNextPost(false);
        assertThatThrownBy(() -> chat().post(channel, NEW, MARKER)).isInstanceOf(OutcomeUnknown.class);
        assertThat(chat().findOwnCard(channel, MARKER, stage().now())).isEmpty();
    }

    @Test
    default void a_card_is_found_among_many() {
        Channel channel = channel();
        PostedCard first = chat().post(channel, NEW, MARKER);
        for (int i = 0; i < 7; i++) {
            stage().pass(Duration.ofSeconds(2));
            chat().post(channel, NEW, "marker " + i);
        }
        assertThat(chat().findOwnCard(channel, MARKER, stage().now().minusSeconds(14)))
                .contains(first);
    }

    @Test
    default void a_message_that_another_posted_is_never_our_card() {
        stage().imitate(stage().shared(), MARKER);
        assertThat(chat().findOwnCard(stage().shared(), MARKER, stage().now())).isEmpty();
    }

    @Test
    default void an_update_shows_the_new_state_to_everyone_and_may_be_repeated() {
        Channel channel = channel();
        PostedCard posted = chat().post(channel, NEW, MARKER);
        chat().update(channel, posted.message(), TAKEN, MARKER);
        chat().update(channel, posted.message(), TAKEN, MARKER);
        ShownCard shown = card(channel);
        assertThat(shown.words()).contains("In Progress", "Alice Archer").doesNotContain("nobody yet");
        assertThat(shown.buttons()).isEmpty();
    }

    @Test
    default void a_card_that_somebody_deleted_is_let_be() {
        Channel channel = channel();
        PostedCard posted = chat().post(channel, NEW, MARKER);
        stage().deleteMessage(channel, posted.message());
        chat().update(channel, posted.message(), TAKEN, MARKER);
        assertThat(stage().cards(channel)).isEmpty();
    }

    @Test
    default void a_card_in_a_channel_that_somebody_closed_is_let_be() {
        Channel channel = channel();
        PostedCard posted = chat().post(channel, NEW, MARKER);
        stage().closeChannel(channel);
        assertThatCode(() -> chat().update(channel, posted.message(), TAKEN, MARKER))
                .doesNotThrowAnyException();
    }

    @Test
    default void an_updated_card_is_found_with_its_new_generation() {
        Channel channel = channel();
        PostedCard posted = chat().post(channel, NEW, MARKER);
        chat().update(channel, posted.message(), TAKEN, MARKER);
        assertThat(chat().findOwnCard(channel, MARKER, stage().now()))
                .contains(new PostedCard(posted.message(), TAKEN.generation()));
    }

    @Test
    default void fitting_out_twice_is_fitting_out_once() {
        Channel channel = channel();
        PostedCard posted = chat().post(channel, NEW, MARKER);
        ChatUser alice = stage().person(Standing.FULL);
        List<Fitting> fittings = List.of(
                new Fitting.Description("P1 INC0010023: Checkout down", "Working on INC0010023", MARKER),
                new Fitting.Bookmark(Sample.REF, "INC0010023", "https://acme.service-now.com/incident"),
                new Fitting.Pin(posted.message()),
                new Fitting.Invitation(List.of(alice.id(), stage().bystander().id())));
        Stream.of(fittings, fittings).flatMap(List::stream).forEach(fitting -> chat().fit(channel, fitting));
        assertThat(stage().description(channel)).containsOnlyOnce("P1 INC0010023: Checkout down");
        assertThat(stage().description(channel)).containsOnlyOnce("Working on INC0010023");
        assertThat(stage().bookmarks(channel)).containsExactly("https://acme.service-now.com/incident");
        assertThat(stage().members(channel))
                .contains(
                        chat().self(stage().workspace()),
                        alice.id(),
                        stage().bystander().id());
    }

    @Test
    default void a_description_of_any_length_fits() {
        Channel channel = channel();
        chat().fit(channel, new Fitting.Description("down ".repeat(400), "up ".repeat(400), MARKER));
        assertThat(stage().description(channel)).contains("down down");
    }

    @Test
    default void a_channel_that_was_fitted_out_is_still_found() {
        Channel channel = channel();
        chat().fit(channel, new Fitting.Description("P1 INC0010023: Checkout down", "Working on INC0010023", MARKER));
        assertThat(chat().findOwnChannel(draft(NAME))).map(Channel::id).contains(channel.id());
    }

    @Test
    default void an_announcement_is_read_by_everyone() {
        chat().announce(stage().shared(), "The team is nearly full.");
        assertThat(stage().sentences(stage().shared())).containsExactly("The team is nearly full.");
        assertThat(stage().cards(stage().shared())).isEmpty();
    }

    @Test
    default void a_place_is_at_most_full() {
        chat().crowding(channel()).ifPresent(crowding -> {
            assertThat(crowding.channels()).isBetween(2, crowding.most());
            assertThat(crowding.place()).isNotBlank();
        });
    }

    @Test
    default void a_private_answer_reaches_one_person_only() {
        ChatUser alice = stage().person(Standing.FULL);
        Optional<CardButton> offer = Optional.of(
                new CardButton(CardAction.TAKE_OVER, Sample.REF, 4, Optional.of("5137153cc611227c000bbd1bd8cd2005")));
        PostedCard card = chat().post(stage().shared(), NEW, MARKER);
        chat().tell(
                        alice,
                        conversation(Optional.of(card.message())),
                        Optional.empty(),
                        new PrivateAnswer("It is Bob's.", offer));
        assertThat(stage().privately(alice)).singleElement().asString().contains("It is Bob's.");
        assertThat(stage().privately(stage().bystander())).isEmpty();
        assertThat(stage().cards(stage().shared())).hasSize(1);
        assertThat(stage().sentences(stage().shared())).isEmpty();
    }

    @Test
    default void only_full_members_are_full_and_guests_are_guests() {
        for (Standing standing : Standing.values()) {
            ChatUser person = stage().person(standing);
            assertThat(member(person).standing() == Standing.FULL)
                    .as(person.id())
                    .isEqualTo(standing == Standing.FULL);
        }
        assertThat(member(stage().person(Standing.GUEST)).standing()).isEqualTo(Standing.GUEST);
        assertThat(member(stage().person(Standing.STRANGER)).standing()).isEqualTo(Standing.STRANGER);
        ChatUser nobody = new ChatUser(chat().platform(), stage().workspace(), "U0NOBODY");
        assertThat(member(nobody).standing()).isEqualTo(Standing.STRANGER);
    }

    @Test
    default void a_full_member_has_a_name_and_an_e_mail() {
        Member alice = member(stage().person(Standing.FULL));
        assertThat(alice.name()).isNotBlank();
        assertThat(alice.email()).isPresent();
    }

    @Test
    default void a_rate_limit_says_how_long_and_holds_for_the_next_call() {
        ChatUser alice = stage().person(Standing.FULL);
        stage().limitNextMember(Duration.ofSeconds(40));
        assertThat(limited(alice)).contains(Duration.ofSeconds(40));
        int calls = stage().calls();
        stage().pass(Duration.ofSeconds(10));
        assertThat(limited(alice)).contains(Duration.ofSeconds(30));
        assertThat(stage().calls()).isEqualTo(calls);
        stage().pass(Duration.ofSeconds(31));
        assertThat(member(alice).standing()).isEqualTo(Standing.FULL);
    }

    @Test
    default void a_conversation_has_a_link_and_a_thread_one_of_its_own() {
        PostedCard posted = chat().post(stage().shared(), NEW, MARKER);
        String channel = chat().link(stage().shared(), Optional.empty());
        String thread = chat().link(stage().shared(), Optional.of(posted.message()));
        assertThat(URLDecoder.decode(channel, StandardCharsets.UTF_8))
                .startsWith("http")
                .contains(stage().shared().id());
        assertThat(thread).startsWith("http").isNotEqualTo(channel);
    }

    private Optional<Duration> limited(ChatUser person) {
        return catchThrowableOfType(Unavailable.class, () -> member(person)).retryAfter();
    }

    private ConversationId conversation(Optional<String> thread) {
        return new ConversationId(
                chat().platform(), stage().workspace(), stage().shared().id(), thread);
    }

    private ChannelDraft draft(String name) {
        return draft(name, false, MARKER);
    }

    private ChannelDraft draft(String name, boolean isPrivate, String marker) {
        List<String> teams = stage().shared().team().stream().toList();
        return new ChannelDraft(stage().workspace(), teams, name, isPrivate, marker, stage().now());
    }

    private Member member(ChatUser person) {
        return chat().member(person, stage().shared().id(), Optional.empty());
    }

    private Channel channel() {
        return chat().createChannel(draft(NAME)).orElseThrow();
    }

    private ShownCard card(Channel channel) {
        List<ShownCard> cards = stage().cards(channel);
        assertThat(cards).hasSize(1);
        return cards.getFirst();
    }
}
