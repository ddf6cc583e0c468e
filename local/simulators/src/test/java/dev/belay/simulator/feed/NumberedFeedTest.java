package dev.belay.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** What a reader is told that reads more slowly than things happen. */
final class NumberedFeedTest {
    private static final int KEPT = 3;

    private final NumberedFeed feed = new NumberedFeed(KEPT, new NumberedFeed.Words() {
        @Override
        public String happened(long number, String data) {
            return number + " " + data + ",";
        }

        @Override
        public String lost(long number) {
            return "lost to " + number;
        }

        @Override
        public String nothing() {
            return "nothing";
        }
    });

    private void tell(int times) {
        feed.tell(Collections.nCopies(times, "event"));
    }

    /** What a reader is told that had heard nothing; after each writing to it something may happen. */
    private List<String> told(IntConsumer meanwhile) throws IOException {
        List<String> told = new ArrayList<>();
        feed.tell(
                new OutputStream() {
                    @Override
                    public void write(int one) {
                        throw new AssertionError("it is written whole");
                    }

                    @Override
                    public void write(byte[] bytes) {
                        told.add(new String(bytes, StandardCharsets.UTF_8));
                        meanwhile.accept(told.size());
                    }
                },
                0);
        return told;
    }

    @Test
    void who_falls_behind_what_is_kept_is_told_that_it_is_lost_and_goes_on_from_there() throws IOException {
        tell(1);
        List<String> told = told(write -> {
            switch (write) {
                case 1 -> tell(KEPT + 1);
                case 2 -> tell(1);
                default -> feed.close();
            }
        });
        assertThat(told).containsExactly("1 event,", "lost to 5", "6 event,");
    }

    @Test
    void who_is_behind_by_all_that_is_kept_misses_nothing() throws IOException {
        tell(1);
        List<String> told = told(write -> {
            if (write == 1) {
                tell(KEPT);
            } else {
                feed.close();
            }
        });
        assertThat(told).containsExactly("1 event,", "2 event,3 event,4 event,");
    }

    @Test
    void only_who_heard_one_of_the_numbers_that_are_kept_or_the_one_before_can_go_on() {
        tell(KEPT + 2);
        assertThat(List.of(feed.knowsAfter(1), feed.knowsAfter(2), feed.knowsAfter(5), feed.knowsAfter(6)))
                .containsExactly(false, true, true, false);
    }
}
