package dev.belay.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.ChatUser;
import dev.belay.chat.Member.Standing;
import dev.belay.chat.PostedCard;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.line.Line;
import dev.belay.record.Happening.Participant;
import dev.belay.text.HostileText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every platform's {@link Lines} keep. */
public interface LinesContract extends StagedPlatform {
    Line ACKNOWLEDGED = Line.of("Alice Archer acknowledged");
    Line PRIORITY = Line.of("Priority 3 → 1");
    Optional<String> CHANNEL = Optional.empty();
    String NUMBERED = MARKER + "-1";

    @Test
    default void lines_are_read_by_everyone_in_one_message() {
        lines().say(stage().shared(), CHANNEL, List.of(ACKNOWLEDGED, PRIORITY), NUMBERED);
        assertThat(stage().said(stage().shared(), CHANNEL))
                .containsExactly("Alice Archer acknowledged\nPriority 3 → 1");
        assertThat(stage().cards(stage().shared())).isEmpty();
    }

    @Test
    default void lines_of_a_thread_stand_in_it() {
        Optional<String> thread = thread();
        lines().say(stage().shared(), thread, List.of(ACKNOWLEDGED), NUMBERED);
        assertThat(stage().said(stage().shared(), thread)).containsExactly("Alice Archer acknowledged");
        assertThat(stage().said(stage().shared(), CHANNEL)).isEmpty();
    }

    @Test
    default void lines_said_under_a_lost_answer_are_found_by_their_marker() {
        for (Optional<String> there : List.of(CHANNEL, thread())) {
            Instant before = stage().now();
            stage().loseNextLine(true);
            assertThatThrownBy(() -> lines().say(stage().shared(), there, List.of(PRIORITY), NUMBERED))
                    .isInstanceOf(OutcomeUnknown.class);
            assertThat(lines().isSaid(stage().shared(), there, NUMBERED, before))
                    .isTrue();
            assertThat(lines().isSaid(stage().shared(), there, MARKER + "-2", before))
                    .isFalse();
            assertThat(lines().isSaid(stage().shared(), there, MARKER, before)).isFalse();
            assertThat(stage().said(stage().shared(), there)).hasSize(1);
        }
    }

    @Test
    default void lines_that_never_arrived_are_not_found() {
        for (Optional<String> there : List.of(CHANNEL, thread())) {
            stage().loseNextLine(false);
            assertThatThrownBy(() -> lines().say(stage().shared(), there, List.of(PRIORITY), NUMBERED))
                    .isInstanceOf(OutcomeUnknown.class);
            assertThat(lines().isSaid(stage().shared(), there, NUMBERED, stage().now()))
                    .isFalse();
        }
    }

    @Test
    default void lines_are_found_among_many() {
        for (Optional<String> there : List.of(CHANNEL, thread())) {
            Instant before = stage().now();
            lines().say(stage().shared(), there, List.of(PRIORITY), MARKER + "-first");
            for (int i = 0; i < 7; i++) {
                stage().pass(Duration.ofSeconds(2));
                lines().say(stage().shared(), there, List.of(ACKNOWLEDGED), MARKER + "-later" + i);
            }
            assertThat(lines().isSaid(stage().shared(), there, MARKER + "-first", before))
                    .isTrue();
        }
    }

    @Test
    default void who_is_there_is_mentioned_and_everybody_else_is_named() {
        ChatUser alice = stage().person(Standing.FULL);
        Line line = Line.of("Bob Baker paged ")
                .and(who("Alice Archer", Optional.of(alice)))
                .and(" and ")
                .and(who("Zoe Zimmer", Optional.empty()));
        lines().say(stage().shared(), CHANNEL, List.of(line), NUMBERED);
        assertThat(stage().mentioned(stage().shared())).containsExactly(alice.id());
        assertThat(stage().said(stage().shared(), CHANNEL))
                .singleElement()
                .asString()
                .contains("Bob Baker paged ", " and Zoe Zimmer");
    }

    @Test
    default void hostile_words_and_names_mention_nobody_and_are_said_whole() {
        for (HostileText hostile : HostileText.values()) {
            Line line = Line.of("Title: " + hostile.text()).and(who(hostile.text(), Optional.empty()));
            lines().say(stage().shared(), CHANNEL, List.of(line), MARKER + "-" + hostile.name());
            stage().pass(Duration.ofSeconds(2));
        }
        assertThat(stage().mentioned(stage().shared())).isEmpty();
        assertThat(stage().said(stage().shared(), CHANNEL)).hasSize(HostileText.values().length);
    }

    private Optional<String> thread() {
        PostedCard card = chat().cards().post(stage().shared(), NEW, MARKER);
        return Optional.of(card.message());
    }

    private static Participant who(String name, Optional<ChatUser> chat) {
        return new Participant(name, chat, Optional.empty());
    }

    private Lines lines() {
        return chat().lines();
    }
}
