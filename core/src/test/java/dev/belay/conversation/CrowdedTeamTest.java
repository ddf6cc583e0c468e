package dev.belay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Channel;
import dev.belay.chat.ChannelDraft;
import dev.belay.chat.Chat;
import dev.belay.chat.InMemoryChat;
import dev.belay.chat.InMemoryLimits;
import dev.belay.chat.Platform;
import dev.belay.record.Sample;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Those who run it are warned before a team is full, and not each time. */
final class CrowdedTeamTest {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final InMemoryChat chat = new InMemoryChat(clock);
    private final List<String> counted = new ArrayList<>();
    private Optional<Channel> operations = Optional.of(chat.shared());
    private Optional<Chat> there = Optional.of(chat);
    private final CrowdedTeam crowded = new CrowdedTeam(
            this::settings,
            _ -> there,
            new InMemoryLimits(clock),
            (name, kind) -> counted.add(name + " " + kind),
            clock);

    @Test
    void nobody_is_warned_below_four_fifths() {
        fill(799);
        watch();
        assertThat(chat.sentences(chat.shared())).isEmpty();
        assertThat(counted).isEmpty();
    }

    @Test
    void the_operations_channel_is_warned_once_at_four_fifths_and_again_a_twentieth_later() {
        fill(800);
        watch();
        watch();
        assertThat(chat.sentences(chat.shared()))
                .singleElement()
                .asString()
                .contains("800 of at most 1000", "further teams in the route");
        fill(850);
        watch();
        assertThat(chat.sentences(chat.shared())).hasSize(2);
    }

    @Test
    void after_a_week_it_is_said_again() {
        fill(800);
        watch();
        clock.advance(Duration.ofDays(7).plusSeconds(1));
        watch();
        assertThat(chat.sentences(chat.shared())).hasSize(2);
    }

    @Test
    void without_an_operations_channel_it_is_counted() {
        operations = Optional.empty();
        fill(800);
        watch();
        assertThat(counted).containsExactly("TeamCrowded slack");
    }

    @Test
    void a_warning_that_cannot_be_said_costs_nothing_and_is_tried_again() {
        Channel nowhere = new Channel(Platform.SLACK, InMemoryChat.WORKSPACE, Optional.empty(), "C0NOWHERE", "");
        operations = Optional.of(nowhere);
        fill(800);
        watch();
        assertThat(counted).contains("WarningFailed slack");
        operations = Optional.of(chat.shared());
        watch();
        assertThat(chat.sentences(chat.shared())).hasSize(1);
    }

    @Test
    void a_platform_that_is_not_there_is_not_asked() {
        there = Optional.empty();
        fill(800);
        watch();
        assertThat(chat.sentences(chat.shared())).isEmpty();
    }

    private void watch() {
        crowded.watch(chat, chat.shared());
    }

    /** So many channels in all. */
    private void fill(int channels) {
        for (int i = chat.crowding(chat.shared()).orElseThrow().channels(); i < channels; i++) {
            chat.createChannel(
                    new ChannelDraft(InMemoryChat.WORKSPACE, List.of(), "c" + i, false, "marker", clock.instant()));
        }
    }

    private Settings settings() {
        return SampleSettings.operatedFrom(operations);
    }
}
