package dev.belay.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The link's state machine, written out once more. */
final class LinkStatusTest {
    /** Each transition: from, and what may follow. */
    private static final String TABLE = """
            PROVISIONING       PROVISIONING PLACEMENT_REFUSED AMBIGUOUS READY
            PLACEMENT_REFUSED  PROVISIONING PLACEMENT_REFUSED AMBIGUOUS
            AMBIGUOUS          PLACEMENT_REFUSED AMBIGUOUS READY
            READY              MOVED CHANNEL_DELETED APP_REMOVED ARCHIVED RECORD_DELETED
            MOVED
            CHANNEL_DELETED    READY MOVED APP_REMOVED ARCHIVED RECORD_DELETED
            APP_REMOVED        READY MOVED CHANNEL_DELETED ARCHIVED RECORD_DELETED
            ARCHIVED           READY MOVED CHANNEL_DELETED APP_REMOVED RECORD_DELETED
            RECORD_DELETED     READY CHANNEL_DELETED APP_REMOVED ARCHIVED
            """;

    @Test
    void the_transitions_are_these() {
        assertThat(table(LinkStatus::allows)).isEqualTo(TABLE);
    }

    @Test
    void what_may_come_before_is_the_same_table_read_the_other_way() {
        assertThat(table((from, to) -> to.before().contains(from))).isEqualTo(TABLE);
    }

    @Test
    void every_status_can_be_reached_from_a_first_claim() {
        Set<LinkStatus> reached = EnumSet.of(LinkStatus.PROVISIONING);
        while (reached.addAll(next(reached))) {
            assertThat(reached.size()).isLessThanOrEqualTo(LinkStatus.values().length);
        }
        assertThat(reached).containsExactlyInAnyOrder(LinkStatus.values());
    }

    @ParameterizedTest
    @EnumSource
    void every_status_is_a_claim_s_or_ready_or_an_end(LinkStatus status) {
        assertThat(Stream.of(status.isClaimed(), status == LinkStatus.READY, status.isEnded())
                        .filter(is -> is))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void what_was_made_is_never_a_claim_again(LinkStatus from) {
        if (!from.isClaimed()) {
            assertThat(LinkStatus.values()).noneMatch(to -> to.isClaimed() && from.allows(to));
        }
    }

    @Test
    void a_conversation_that_the_platform_refused_to_make_is_not_finished_before_its_place_is_decided_anew() {
        assertThat(LinkStatus.PLACEMENT_REFUSED.allows(LinkStatus.READY)).isFalse();
    }

    @Test
    void a_made_link_moves_as_the_table_says_and_a_claim_never_by_itself() {
        for (LinkStatus from : LinkStatus.values()) {
            for (LinkStatus to : LinkStatus.values()) {
                boolean moves = !from.isClaimed() && from.allows(to);
                if (moves) {
                    from.checkMove(to);
                } else {
                    assertThatThrownBy(() -> from.checkMove(to))
                            .as("%s to %s", from, to)
                            .isInstanceOf(IllegalArgumentException.class);
                }
            }
        }
    }

    private static Set<LinkStatus> next(Set<LinkStatus> all) {
        return Arrays.stream(LinkStatus.values())
                .filter(to -> all.stream().anyMatch(from -> from.allows(to)))
                .collect(Collectors.toSet());
    }

    private static String table(BiPredicate<LinkStatus, LinkStatus> allows) {
        return Arrays.stream(LinkStatus.values())
                .map(from -> ("%-19s".formatted(from)
                                + Arrays.stream(LinkStatus.values())
                                        .filter(to -> allows.test(from, to))
                                        .map(LinkStatus::name)
                                        .collect(Collectors.joining(" ")))
                        .stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
