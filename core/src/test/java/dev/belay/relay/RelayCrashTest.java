package dev.belay.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.event.FileEvent;
import dev.belay.failure.Calls;
import dev.belay.failure.Calls.Ending;
import dev.belay.failure.ExternalFailure;
import dev.belay.file.FileTransfers;
import dev.belay.file.FilesStage.Post;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever call a run ends at, and however, the next one brings each file once and tells of it once. */
final class RelayCrashTest {
    private static final int MOST_CALLS = 100;

    @ParameterizedTest
    @EnumSource
    void a_shared_file_is_attached_and_noted_once(Ending ending) {
        everyCall(
                ending,
                ferry -> ferry.word(ferry.files.share(Optional.empty(), "outage.png", "image/png", Ferry.BYTES)),
                ferry -> {
                    assertThat(ferry.attachments.shown()).hasSize(1);
                    assertThat(ferry.notes()).hasSize(1);
                },
                6);
    }

    /** Whoever edits it does not know of us. */
    @ParameterizedTest
    @EnumSource
    void a_file_that_changes_between_two_runs_is_attached_and_noted_once(Ending ending) {
        for (int number = 1; number < MOST_CALLS; number++) {
            Ferry ferry = new Ferry();
            Post message =
                    ferry.files.shareAgain(ferry.files.share(Optional.empty(), "outage.png", "image/png", Ferry.BYTES));
            if (!endsAt(ferry, ferry.word(message), Calls.ending(number, ending))) {
                assertThat(number).isGreaterThan(8);
                return;
            }
            ferry.clock.advance(FileTransfers.LEASE);
            ferry.files.change(message, new byte[3]);
            ferry.relay(ferry.word(message));
            assertThat(ferry.attachments.shown()).hasSize(1);
            assertThat(ferry.notes()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_is_too_large_is_noted_once(Ending ending) {
        everyCall(
                ending,
                ferry -> ferry.takingAtMost(3, 3)
                        .word(ferry.files.share(Optional.empty(), "outage.png", "image/png", Ferry.BYTES)),
                ferry -> {
                    assertThat(ferry.attachments.shown()).isEmpty();
                    assertThat(ferry.notes()).hasSize(1);
                },
                5);
    }

    @ParameterizedTest
    @EnumSource
    void an_attachment_is_shown_once(Ending ending) {
        everyCall(
                ending,
                ferry -> ferry.word(ferry.attachments.attach("dump.txt", "text/plain", Ferry.BYTES)),
                ferry -> assertThat(ferry.files.shown()).hasSize(1),
                7);
    }

    @ParameterizedTest
    @EnumSource
    void an_attachment_that_is_too_large_is_told_of_once(Ending ending) {
        everyCall(
                ending,
                ferry -> ferry.takingAtMost(3, 3).word(ferry.attachments.attach("dump.txt", "text/plain", Ferry.BYTES)),
                ferry -> assertThat(ferry.said()).hasSize(1),
                5);
    }

    private static void everyCall(
            Ending ending, Function<Ferry, FileEvent> lead, Consumer<Ferry> holds, int leastCalls) {
        int calls = 0;
        for (int number = 1; number < MOST_CALLS; number++) {
            Ferry ferry = new Ferry();
            FileEvent event = lead.apply(ferry);
            if (!endsAt(ferry, event, Calls.ending(number, ending))) {
                break;
            }
            calls++;
            ferry.clock.advance(FileTransfers.LEASE);
            ferry.relay(event);
            holds.accept(ferry);
        }
        assertThat(calls).isGreaterThanOrEqualTo(leastCalls);
    }

    private static boolean endsAt(Ferry ferry, FileEvent event, Calls calls) {
        try {
            ferry.relay(event, calls);
            return false;
        } catch (Calls.Killed | ExternalFailure e) {
            return true;
        }
    }
}
