package dev.belay.conversation.tell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.health.Metric;
import dev.belay.platform.ChannelDraft;
import dev.belay.platform.ChatPlatform;
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

/** Those who run it are warned before a team is full, and not each time. */
final class WarnOfChannelQuotaTest {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final InMemoryChat chat = new InMemoryChat(clock);
    private final InMemoryRateLimitStore said = new InMemoryRateLimitStore(clock);
    private final List<String> counted = new ArrayList<>();
    private Optional<Channel> operations = Optional.of(chat.shared());

    @Test
    void nobody_is_warned_below_four_fifths() {
        fill(799);
        check();
        assertThat(chat.sentences(chat.shared())).isEmpty();
        assertThat(counted).isEmpty();
    }

    @Test
    void the_operations_channel_is_warned_once_at_four_fifths_and_again_a_twentieth_later() {
        fill(800);
        check();
        check();
        assertThat(chat.sentences(chat.shared()))
                .singleElement()
                .asString()
                .contains("800 of at most 1000", "further teams in the route");
        fill(850);
        check();
        assertThat(chat.sentences(chat.shared())).hasSize(2);
    }

    @Test
    void after_a_week_it_is_said_again() {
        fill(800);
        check();
        clock.advance(Duration.ofDays(7).plusSeconds(1));
        check();
        assertThat(chat.sentences(chat.shared())).hasSize(2);
    }

    @Test
    void without_an_operations_channel_it_is_counted() {
        operations = Optional.empty();
        fill(800);
        check();
        assertThat(counted).containsExactly("ChannelQuotaLow slack");
    }

    @Test
    void a_warning_that_cannot_be_said_costs_nothing_and_is_tried_again() {
        Channel nowhere = new Channel(Platform.SLACK, InMemoryChat.WORKSPACE, Optional.empty(), "C0NOWHERE", "");
        operations = Optional.of(nowhere);
        fill(800);
        check();
        assertThat(counted).contains("WarningFailed slack");
        operations = Optional.of(chat.shared());
        check();
        assertThat(chat.sentences(chat.shared())).hasSize(1);
    }

    @Test
    void a_platform_that_is_not_there_is_not_asked() {
        fill(800);
        check(Map.of());
        assertThat(chat.sentences(chat.shared())).isEmpty();
    }

    @Test
    void a_platform_whose_channels_stand_in_no_teams_is_not_asked() {
        fill(800);
        ChatPlatform all = chat.platform();
        ChatPlatform without = new ChatPlatform(
                all.platform(),
                all.channels(),
                all.cards(),
                all.lines(),
                all.messages(),
                all.people(),
                Optional.empty(),
                all.survey());
        warn(Map.of(Platform.SLACK, all)).check(without, chat.shared(), settings());
        assertThat(chat.sentences(chat.shared())).isEmpty();
        assertThat(counted).isEmpty();
    }

    private void check() {
        check(Map.of(Platform.SLACK, chat.platform()));
    }

    private void check(Map<Platform, ChatPlatform> chats) {
        warn(chats).check(chat.platform(), chat.shared(), settings());
    }

    private WarnOfChannelQuota warn(Map<Platform, ChatPlatform> chats) {
        return new WarnOfChannelQuota(new TellOperators(chats, said, this::count, clock), this::count);
    }

    private void count(Metric metric, String kind) {
        counted.add(metric.id() + " " + kind);
    }

    /** So many channels in all. */
    private void fill(int channels) {
        for (int i = chat.quota(chat.shared()).channels(); i < channels; i++) {
            chat.create(new ChannelDraft(InMemoryChat.WORKSPACE, List.of(), "c" + i, false, "marker", clock.instant()));
        }
    }

    private Settings settings() {
        return SampleSettings.operatedFrom(operations);
    }
}
