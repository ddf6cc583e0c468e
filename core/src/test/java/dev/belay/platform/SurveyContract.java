package dev.belay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Channel;
import dev.belay.chat.PostedCard;
import dev.belay.record.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every platform's {@link Survey} keeps. */
public interface SurveyContract extends StagedPlatform {
    /** All that it lists, page after page. */
    private List<SeenChannel> listed() {
        List<SeenChannel> all = new ArrayList<>();
        for (String place : survey().places(stage().workspace())) {
            Optional<String> next = Optional.empty();
            do {
                Survey.Page page = survey().page(stage().workspace(), place, next);
                all.addAll(page.channels());
                next = page.next();
            } while (next.isPresent());
        }
        return all;
    }

    private SeenChannel listed(String name) {
        return listed().stream()
                .filter(seen -> seen.channel().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Survey survey() {
        return chat().survey();
    }

    @Test
    default void every_channel_is_listed_once_whoever_made_it() {
        List<String> names =
                IntStream.range(0, 7).mapToObj(i -> "inc000000" + i + "-older").toList();
        names.forEach(stage()::makeForeignChannel);
        Channel own = channel();
        assertThat(listed())
                .extracting(seen -> seen.channel().name())
                .containsAll(names)
                .contains(NAME);
        assertThat(listed()).extracting(seen -> seen.channel().id()).doesNotHaveDuplicates();
        assertThat(listed(NAME).channel()).isEqualTo(own);
        assertThat(listed(NAME).origin().ours() || listed(NAME).origin().mark().equals(Optional.of(MARKER)))
                .isTrue();
        assertThat(listed(NAME).origin().at()).isBetween(OPENING.minusSeconds(1), OPENING.plus(Duration.ofMinutes(1)));
        assertThat(listed(names.getFirst()).origin().ours()).isFalse();
    }

    @Test
    default void a_mark_that_a_person_wrote_makes_no_channel_ours() {
        stage().makeForeignChannel("inc0010097-older");
        stage().describeByHand(listed("inc0010097-older").channel(), "INC0010097\n[belay:" + MARKER + "]");
        assertThat(listed("inc0010097-older").origin().ours()).isFalse();
        assertThat(survey().show(listed("inc0010097-older").channel()))
                .map(seen -> seen.origin().ours())
                .contains(false);
    }

    @Test
    default void guests_and_strangers_of_a_channel_are_counted() {
        Survey.Company shared = company(stage().shared());
        assertThat(shared.guests()).isPositive();
        assertThat(shared.people()).isGreaterThan(shared.guests());
        assertThat(shared.whole()).isTrue();
    }

    private Survey.Company company(Channel channel) {
        return survey().company(channel, user -> chat().people().member(user, channel.id(), Optional.empty()));
    }

    @Test
    default void an_archived_channel_is_listed_as_one() {
        Channel channel = channel();
        assertThat(listed(NAME).traits()).isEqualTo(new SeenChannel.Traits(false, false, false, true));
        stage().archiveByHand(channel);
        assertThat(listed(NAME).traits().archived()).isTrue();
        assertThat(survey().show(channel)).contains(listed(NAME));
    }

    @Test
    default void one_channel_is_shown_as_it_is_listed_and_none_that_is_gone() {
        stage().makeForeignChannel("inc0010099-older");
        SeenChannel seen = listed("inc0010099-older");
        assertThat(survey().show(seen.channel())).contains(seen);
        stage().describeByHand(seen.channel(), "About INC0010099");
        assertThat(survey().show(seen.channel())).map(SeenChannel::says).contains("About INC0010099");
        stage().deleteByHand(seen.channel());
        assertThat(survey().show(seen.channel())).isEmpty();
    }

    @Test
    default void a_channel_that_outsiders_are_in_is_seen_to_be_one() {
        stage().makeOutsideChannel("inc0010098-partners");
        SeenChannel seen = listed("inc0010098-partners");
        assertThat(seen.traits().sharedOutside()).isTrue();
        assertThat(survey().show(seen.channel())).contains(seen);
    }

    @Test
    default void a_conversation_s_own_side_names_its_record() {
        Channel channel = channel();
        PostedCard card = chat().cards().post(channel, NEW, MARKER);
        chat().channels().setUp(channel, new ChannelSetup.Bookmark(Sample.REF, "INC0010023", LINK));
        assertThat(survey().canBear(Optional.empty())).isTrue();
        assertThat(survey().bearing(channel, Optional.empty(), card.message()))
                .isEqualTo(new Bearing.Bears(Sample.REF));
    }

    /** In Slack its card tells; in Teams nothing does, least of all the tabs of the channel that it shares with others. */
    @Test
    default void a_thread_in_a_shared_channel_bears_its_own_record_or_none_is_told() {
        Channel shared = stage().shared();
        PostedCard card = chat().cards().post(shared, NEW, MARKER);
        Optional<String> thread = Optional.of(card.message());
        assertThat(survey().bearing(shared, thread, card.message()))
                .isEqualTo(survey().canBear(thread) ? new Bearing.Bears(Sample.REF) : new Bearing.Untold());
    }

    @Test
    default void where_nothing_names_a_record_nothing_does() {
        assertThat(survey().bearing(channel(), Optional.empty(), "1763798400.000001"))
                .isEqualTo(new Bearing.Nothing());
    }

    @Test
    default void what_a_channel_speaks_of_is_found_at_its_head_and_in_its_messages() {
        Channel channel = channel();
        assertThat(survey().mentions(listed(NAME), List.of("INC0010077"))).isFalse();
        chat().messages().announce(channel, "All about INC0010077 goes here.");
        assertThat(survey().mentions(listed(NAME), List.of("INC0010077"))).isTrue();
        assertThat(survey().mentions(listed(NAME), List.of("INC0010078"))).isFalse();
        chat().messages().announce(channel, "INC00100781 is another one.");
        assertThat(survey().mentions(listed(NAME), List.of("INC0010078"))).isFalse();
        stage().describeByHand(channel, "INC0010078: Checkout down");
        assertThat(survey().mentions(listed(NAME), List.of("nothing", "INC0010078")))
                .isTrue();
    }
}
