package dev.belay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.link.LinkStatus;
import dev.belay.platform.ChatStage.ShownCard;
import dev.belay.record.RecordState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Two workers at a promotion and at an ending, in every way in which each is interrupted once, with the record changing while both
 * stand: there is one channel, one card, one pointer, one summary, and all of it is true.
 */
final class InterleavingTest {
    private static void inEachWay(Supplier<Way> before, Consumer<Way> meanwhile, Consumer<Way> holds) {
        boolean more = true;
        for (int first = 0; more; first++) {
            more = false;
            boolean deeper = true;
            for (int second = 0; deeper; second++) {
                Way way = before.get();
                deeper = TwoWorkers.play(calls -> way.once(calls, false), first, second, () -> meanwhile.accept(way));
                way.pass(Duration.ofMinutes(3)).settle().settle();
                try {
                    holds.accept(way);
                } catch (AssertionError e) {
                    throw new AssertionError("interrupted after " + first + " and " + second + " calls", e);
                }
                more |= deeper;
            }
        }
    }

    @Test
    void two_at_a_promotion() {
        inEachWay(() -> new Way(3).raised(1), way -> {}, way -> isPromoted(way, "P1 "));
    }

    @Test
    void two_at_a_promotion_while_the_record_is_worked_on() {
        inEachWay(
                () -> new Way(3).raised(1),
                way -> way.in(RecordState.IN_PROGRESS),
                way -> isPromoted(way, "In Progress"));
    }

    @Test
    void two_at_a_promotion_while_the_record_is_resolved() {
        inEachWay(() -> new Way(3).raised(1), way -> way.in(RecordState.RESOLVED), way -> {
            assertThat(way.hasNext()).isFalse();
            assertThat(way.link().status()).isEqualTo(LinkStatus.READY);
            assertThat(channels(way)).hasSizeLessThanOrEqualTo(1);
            assertThat(liveCard(way)).contains("Resolved");
            assertThat(way.said().stream().filter(said -> said.contains("is over")))
                    .hasSize(1);
        });
    }

    @Test
    void two_at_a_promotion_while_the_record_is_lowered() {
        inEachWay(() -> new Way(3).raised(1), way -> way.raised(4), way -> {
            assertThat(way.hasNext()).isFalse();
            assertThat(channels(way)).hasSize(way.link().placement().isDedicated() ? 1 : 0);
            assertThat(liveCard(way)).startsWith("P4 ");
        });
    }

    @Test
    void two_at_an_ending() {
        inEachWay(() -> new Way(1).in(RecordState.RESOLVED), way -> {}, way -> isSummedUp(way, 1));
    }

    @Test
    void two_at_an_ending_while_the_record_is_closed() {
        inEachWay(
                () -> new Way(1).in(RecordState.RESOLVED),
                way -> way.in(RecordState.CLOSED),
                way -> isSummedUp(way, 1));
    }

    @Test
    void two_at_an_ending_while_the_record_is_reopened() {
        inEachWay(() -> new Way(1).in(RecordState.RESOLVED), way -> way.in(RecordState.IN_PROGRESS), way -> {
            assertThat(way.link().conversation().kept().isOver()).isFalse();
            assertThat(liveCard(way)).contains("In Progress");
            assertThat(way.said().stream().filter(said -> said.contains("is over")))
                    .hasSizeLessThanOrEqualTo(1);
        });
    }

    @Test
    void two_at_the_archiving_of_a_channel() {
        inEachWay(InterleavingTest::due, way -> {}, way -> {
            assertThat(way.link().status()).isEqualTo(LinkStatus.ARCHIVED);
            assertThat(way.room.chat.isArchived(way.channel())).isTrue();
            isSummedUp(way, 1);
        });
    }

    @Test
    void two_at_the_archiving_of_a_channel_while_the_record_is_reopened() {
        inEachWay(InterleavingTest::due, way -> way.in(RecordState.IN_PROGRESS), way -> {
            assertThat(way.link().status()).isEqualTo(LinkStatus.READY);
            assertThat(way.room.chat.isArchived(way.channel())).isFalse();
            assertThat(liveCard(way)).contains("In Progress");
            assertThat(channels(way)).hasSizeLessThanOrEqualTo(2);
        });
    }

    @Test
    void two_at_a_record_that_was_reopened_after_its_channel_was_archived() {
        inEachWay(() -> due().settle().in(RecordState.IN_PROGRESS), way -> {}, way -> {
            assertThat(way.link().status()).isEqualTo(LinkStatus.READY);
            assertThat(channels(way)).hasSize(2);
            assertThat(way.room.chat.cards(way.channel())).hasSize(1);
            assertThat(way.said().stream().filter(said -> said.contains("reopened")))
                    .hasSize(1);
        });
    }

    private static Way due() {
        return new Way(1).postmortem().in(RecordState.CLOSED).settle().pass(Duration.ofDays(8));
    }

    private static void isPromoted(Way way, String shown) {
        assertThat(way.hasNext()).isFalse();
        assertThat(way.link().placement().isDedicated()).isTrue();
        assertThat(channels(way)).hasSize(1);
        assertThat(way.room.chat.cards(way.channel()))
                .singleElement()
                .extracting(ShownCard::words)
                .asString()
                .contains(shown);
        assertThat(way.room.chat.cards(way.room.chat.shared()))
                .singleElement()
                .extracting(ShownCard::words)
                .asString()
                .contains(way.room.chat.link(way.channel(), Optional.empty()));
        assertThat(way.room.records.notes(way.ref)).hasSize(2);
        assertThat(way.said().stream().filter(said -> said.startsWith("This goes on from")))
                .hasSize(1);
    }

    private static void isSummedUp(Way way, int times) {
        assertThat(way.said().stream().filter(said -> said.contains("is over:")))
                .hasSize(times);
        assertThat(channels(way)).hasSize(1);
    }

    /** The channels of records' own. */
    private static List<String> channels(Way way) {
        return way.room.chat.everything().stream()
                .filter(line -> line.startsWith("#inc"))
                .toList();
    }

    private static String liveCard(Way way) {
        String message = way.link().conversation().card().message();
        return way.room.chat.cards(way.channel()).stream()
                .filter(card -> card.message().equals(message))
                .map(ShownCard::words)
                .findFirst()
                .orElseThrow();
    }
}
