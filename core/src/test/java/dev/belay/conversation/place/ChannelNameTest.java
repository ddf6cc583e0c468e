package dev.belay.conversation.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.record.Sample;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a record's channel is called. */
final class ChannelNameTest {
    @Test
    void number_and_words_joined_by_hyphens() {
        assertThat(ChannelName.name(Sample.described("Checkout down"), Platform.SLACK))
                .isEqualTo("inc0010023-checkout-down");
    }

    @Test
    void accents_fall_off_and_other_scripts_and_signs_become_one_hyphen() {
        assertThat(ChannelName.name(Sample.described("Zahlung gestört — 支払い 503!!"), Platform.SLACK))
                .isEqualTo("inc0010023-zahlung-gestort-503");
    }

    @Test
    void no_words_leave_the_number() {
        assertThat(ChannelName.name(Sample.described("…"), Platform.SLACK)).isEqualTo("inc0010023");
    }

    @Test
    void later_candidates_bear_a_part_of_the_sys_id() {
        assertThat(ChannelName.candidates(Sample.described("Checkout down"), Platform.SLACK, 1))
                .containsExactly(
                        "inc0010023-checkout-down",
                        "inc0010023-checkout-down-9d38",
                        "inc0010023-checkout-down-9d385017c611");
    }

    @Test
    void whatever_the_description_every_candidate_keeps_each_platform_s_naming_rules() {
        long seed = 20261123L;
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            String description = random.ints(random.nextInt(120), 1, 0x3000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            for (Platform platform : Platform.values()) {
                assertThat(ChannelName.candidates(Sample.described(description), platform, 100))
                        .as("%s, seed %d, round %d", platform, seed, i)
                        .allMatch(name -> name.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?")
                                && name.length() <= platform.longestChannelName());
            }
        }
    }
}
