package dev.belay.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.conversation.tell.TellOperators;
import dev.belay.event.ChannelEvent;
import dev.belay.event.ChannelEvent.Kind;
import dev.belay.event.EventOutcome;
import dev.belay.event.RecordHint;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.link.LinkStatus;
import dev.belay.link.SampleLinks;
import dev.belay.platform.ChannelDraft;
import dev.belay.platform.InMemoryChat;
import dev.belay.ratelimit.InMemoryRateLimitStore;
import dev.belay.record.Sample;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What people do to channels is known of the links. */
final class ApplyChannelEventTest {
    private static final Channel OPERATIONS =
            new Channel(Platform.SLACK, InMemoryChat.WORKSPACE, Optional.empty(), "C0001", "operations");

    private final SampleLinks sample = new SampleLinks(4);
    private final InMemoryConversationLinks links = new InMemoryConversationLinks();
    private final List<RecordHint> hints = new ArrayList<>();
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final InMemoryChat chat = new InMemoryChat(clock);
    private final Channel operations = made("operations");
    private final Settings settings = SampleSettings.operatedFrom(Optional.of(OPERATIONS));
    private final ApplyChannelEvent apply = new ApplyChannelEvent(
            links,
            new TellOfSharedChannel(new TellOperators(
                    Map.of(Platform.SLACK, chat.platform()), new InMemoryRateLimitStore(clock), (_, _) -> {}, clock)),
            hints::add,
            clock);
    private final Channel channel = made("inc0010023-checkout-down");
    private final Made link = finished(sample.dedicated(), channel);

    @Test
    void a_channel_that_is_archived_and_taken_out_again_takes_its_conversation_along() {
        chat.archiveByHand(channel);
        assertThat(heard(Kind.ARCHIVED)).isEqualTo(new EventOutcome.Applied());
        assertThat(status()).isEqualTo(LinkStatus.ARCHIVED);
        chat.unarchiveByHand(channel);
        chat.removeApp(channel);
        heard(Kind.UNARCHIVED);
        assertThat(status()).as("archiving took our bot out of it").isEqualTo(LinkStatus.APP_REMOVED);
        chat.inviteApp(channel);
        heard(Kind.APP_JOINED);
        assertThat(status()).isEqualTo(LinkStatus.READY);
    }

    @Test
    void an_archived_channel_that_is_deleted_is_gone() {
        chat.archiveByHand(channel);
        heard(Kind.ARCHIVED);
        chat.deleteByHand(channel);
        heard(Kind.DELETED);
        assertThat(status()).isEqualTo(LinkStatus.CHANNEL_DELETED);
    }

    @Test
    void where_our_app_is_taken_out_the_conversation_is_cut_off_until_it_is_back() {
        chat.removeApp(channel);
        heard(Kind.APP_LEFT);
        assertThat(status()).isEqualTo(LinkStatus.APP_REMOVED);
        chat.inviteApp(channel);
        heard(Kind.APP_JOINED);
        assertThat(status()).isEqualTo(LinkStatus.READY);
    }

    @Test
    void a_new_name_is_known_and_changes_nothing_else() {
        chat.renameByHand(channel, "war-room");
        heard(Kind.RENAMED);
        assertThat(stored().conversation().channel().name()).isEqualTo("war-room");
        assertThat(status()).isEqualTo(LinkStatus.READY);
        assertThat(hints).isEmpty();
    }

    @Test
    void each_change_is_told_to_the_record_and_none_is_told_twice() {
        chat.archiveByHand(channel);
        heard(Kind.ARCHIVED);
        heard(Kind.ARCHIVED);
        assertThat(hints).extracting(RecordHint::record).containsExactly(link.record());
        chat.unarchiveByHand(channel);
        heard(Kind.UNARCHIVED);
        assertThat(hints).extracting(RecordHint::record).containsExactly(link.record(), link.record());
    }

    @Test
    void a_run_that_was_killed_before_it_sent_word_sends_it() {
        chat.archiveByHand(channel);
        links.transition(link, LinkStatus.READY, LinkStatus.ARCHIVED);
        apply.apply(event(Kind.ARCHIVED, channel.id()), chat, settings, true);
        assertThat(hints).extracting(RecordHint::record).containsExactly(link.record());
    }

    /** What is not shown may be private, and then the event alone tells what became of it. */
    @ParameterizedTest
    @CsvSource({
        "READY, ARCHIVED, ARCHIVED",
        "READY, APP_LEFT, APP_REMOVED",
        "READY, DELETED, CHANNEL_DELETED",
        "ARCHIVED, UNARCHIVED, APP_REMOVED",
        "ARCHIVED, APP_LEFT, ARCHIVED",
        "ARCHIVED, DELETED, CHANNEL_DELETED",
        "CHANNEL_DELETED, ARCHIVED, CHANNEL_DELETED",
        "CHANNEL_DELETED, APP_LEFT, CHANNEL_DELETED",
        "APP_REMOVED, RENAMED, APP_REMOVED",
        "READY, RENAMED, CHANNEL_DELETED"
    })
    void a_channel_that_is_not_shown_is_what_its_event_says(LinkStatus before, Kind kind, LinkStatus now) {
        if (before != LinkStatus.READY) {
            links.transition(link, LinkStatus.READY, before);
        }
        chat.deleteByHand(channel);
        clock.advance(EventOutcome.LAG);
        late(kind);
        assertThat(status()).isEqualTo(now);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_young_event_and_what_is_there_are_given_time_to_agree(Kind kind) {
        switch (kind) {
            case UNARCHIVED -> chat.archiveByHand(channel);
            case APP_JOINED -> chat.removeApp(channel);
            case ARCHIVED, DELETED, RENAMED, APP_LEFT -> {}
        }
        ChannelEvent event = event(kind, channel.id());
        clock.advance(EventOutcome.LAG.minusSeconds(1));
        assertThat(apply.apply(event, chat, settings, false))
                .isEqualTo(new EventOutcome.RetryAfter(EventOutcome.LOOK_AGAIN));
        assertThat(status()).isEqualTo(LinkStatus.READY);
        clock.advance(Duration.ofSeconds(1));
        assertThat(apply.apply(event, chat, settings, false)).isEqualTo(new EventOutcome.Applied());
    }

    @Test
    void what_is_there_is_believed_more_than_a_late_event() {
        clock.advance(EventOutcome.LAG);
        late(Kind.DELETED);
        assertThat(status()).isEqualTo(LinkStatus.READY);
        chat.archiveByHand(channel);
        late(Kind.APP_JOINED);
        assertThat(status()).isEqualTo(LinkStatus.ARCHIVED);
    }

    @Test
    void an_old_channel_of_a_record_says_nothing_of_where_it_is_now() {
        Channel next = made("inc0010023-checkout-down-2");
        Claimed claim = links.move((Standing) stored(), sample.rival(link)).orElseThrow();
        Made now = links.ready(sample.standing(claim, next, sample.card(2))).orElseThrow();
        chat.archiveByHand(channel);
        assertThat(heard(Kind.ARCHIVED)).isEqualTo(new EventOutcome.NotOurs());
        assertThat(links.find(now.key()).orElseThrow().status()).isEqualTo(LinkStatus.READY);
        assertThat(hints).isEmpty();
    }

    @Test
    void a_channel_of_nobody_s_is_not_even_looked_at() {
        int calls = chat.calls();
        assertThat(apply.apply(event(Kind.ARCHIVED, "C0SOMEWHERE"), chat, settings, false))
                .isEqualTo(new EventOutcome.NotOurs());
        assertThat(chat.calls()).isEqualTo(calls);
    }

    @ParameterizedTest
    @CsvSource({"ARCHIVED, takes it out of the archive", "DELETED, there is one again", "APP_LEFT, /invite @Belay"})
    void of_a_shared_channel_that_is_lost_those_who_run_this_are_told_once(Kind kind, String way) {
        Made thread = finished(sample.shared(), chat.shared());
        switch (kind) {
            case ARCHIVED -> chat.archiveByHand(chat.shared());
            case DELETED -> chat.deleteByHand(chat.shared());
            default -> chat.removeApp(chat.shared());
        }
        apply.apply(event(kind, InMemoryChat.SHARED), chat, settings, false);
        apply.apply(event(kind, InMemoryChat.SHARED), chat, settings, false);
        assertThat(chat.sentences(operations)).singleElement().asString().contains("C0SUPPORT", way);
        assertThat(links.find(thread.key()).orElseThrow().status()).isNotEqualTo(LinkStatus.READY);
    }

    @Test
    void a_shared_channel_without_a_thread_is_missed_too_and_one_that_is_well_is_not() {
        apply.apply(event(Kind.APP_JOINED, InMemoryChat.SHARED), chat, settings, false);
        assertThat(chat.sentences(operations)).isEmpty();
        chat.archiveByHand(chat.shared());
        apply.apply(event(Kind.ARCHIVED, InMemoryChat.SHARED), chat, settings, false);
        assertThat(chat.sentences(operations)).hasSize(1);
    }

    private EventOutcome heard(Kind kind) {
        return apply.apply(event(kind, channel.id()), chat, settings, false);
    }

    /** It comes when it is too old to be waited for. */
    private void late(Kind kind) {
        ChannelEvent event = new ChannelEvent(
                "Ev2",
                Platform.SLACK,
                kind,
                SampleLinks.WORKSPACE,
                channel.id(),
                clock.instant().minus(EventOutcome.LAG));
        assertThat(apply.apply(event, chat, settings, false)).isEqualTo(new EventOutcome.Applied());
    }

    private ChannelEvent event(Kind kind, String where) {
        return new ChannelEvent("Ev1", Platform.SLACK, kind, SampleLinks.WORKSPACE, where, clock.instant());
    }

    private Channel made(String name) {
        return chat.create(new ChannelDraft(
                        InMemoryChat.WORKSPACE, List.of(), name, false, "4b1f9c2e77aa01", clock.instant()))
                .orElseThrow();
    }

    private Made finished(Claimed claim, Channel where) {
        links.claim(claim);
        return links.ready(sample.standing(claim, where, sample.card(1))).orElseThrow();
    }

    private Made stored() {
        return (Made) links.find(link.key()).orElseThrow();
    }

    private LinkStatus status() {
        return stored().status();
    }
}
