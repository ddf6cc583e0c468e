package dev.belay.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.reconcile.ChangedAttachments.Attached;
import dev.belay.reconcile.ChangedAttachments.Page;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link ChangedAttachments} keep. */
public interface ChangedAttachmentsContract {
    Set<String> INCIDENTS = Set.of("incident");

    /** A reference as our own attachments bear one. */
    String REFERENCE = "bly-abcdefghijkm";

    ChangedAttachments attachments();

    MovedClock clock();

    /** An incident is opened on the other side. */
    RecordRef open();

    /** Somebody attaches something there. */
    SysId attach(RecordRef record);

    /** Our own user attaches something that bears the reference. */
    SysId attachOurselves(RecordRef record);

    /** Somebody puts a picture into one of its fields, which ServiceNow keeps as if it were attached to another table. */
    void picture(RecordRef record);

    /** We may not read it from now on. */
    void hide(SysId attachment);

    private static List<SysId> ids(Page page) {
        return page.attachments().stream().map(Attached::id).toList();
    }

    @Test
    default void what_was_attached_is_read_in_order_with_its_record_and_when() {
        Instant start = clock().instant();
        RecordRef record = open();
        SysId first = attach(record);
        picture(record);
        clock().advance(Duration.ofSeconds(1));
        SysId second = attach(open());
        Page page = attachments().changed(INCIDENTS, Position.from(start));
        assertThat(ids(page)).containsExactly(first, second);
        assertThat(page.attachments().getFirst().record()).isEqualTo(record);
        assertThat(page.attachments().getFirst().own()).isEmpty();
        assertThat(page.attachments().getLast().at()).isEqualTo(clock().instant());
        assertThat(page.attachments())
                .allSatisfy(attached -> assertThat(attached.made()).isEqualTo(attached.at()));
        assertThat(page.last()).isTrue();
        assertThat(ids(attachments().changed(INCIDENTS, page.reached()))).isEmpty();
    }

    @Test
    default void what_we_attached_ourselves_says_for_what() {
        Instant start = clock().instant();
        attachOurselves(open());
        assertThat(attachments().changed(INCIDENTS, Position.from(start)).attachments())
                .singleElement()
                .satisfies(attached -> assertThat(attached.own()).contains(REFERENCE));
    }

    @Test
    default void nothing_is_read_twice_and_nothing_of_the_same_second_is_passed_over() {
        Instant start = clock().instant();
        RecordRef record = open();
        List<SysId> all = IntStream.range(0, 2 * ChangedAttachments.PAGE + 5)
                .mapToObj(_ -> attach(record))
                .sorted(Comparator.comparing(SysId::value))
                .toList();
        List<SysId> read = new ArrayList<>();
        Position next = Position.from(start);
        Page page;
        int pages = 0;
        do {
            page = attachments().changed(INCIDENTS, next);
            read.addAll(ids(page));
            next = page.reached();
            pages++;
        } while (!page.last());
        assertThat(read).isEqualTo(all);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    default void what_is_attached_to_records_of_other_tables_is_left_out() {
        Instant start = clock().instant();
        attach(open());
        assertThat(attachments()
                        .changed(Set.of("problem"), Position.from(start))
                        .attachments())
                .isEmpty();
        assertThat(attachments()
                        .changed(Set.of("problem", "incident"), Position.from(start))
                        .attachments())
                .hasSize(1);
    }

    @Test
    default void what_is_attached_to_some_records_is_read_page_by_page_and_nothing_of_others() {
        Instant start = clock().instant();
        RecordRef record = open();
        RecordRef other = open();
        attach(open());
        picture(record);
        List<SysId> all = IntStream.rangeClosed(0, ChangedAttachments.PAGE)
                .mapToObj(number -> attach(number % 2 == 0 ? record : other))
                .toList();
        Page first = attachments().of(Set.of(record, other), Position.from(start));
        assertThat(first.last()).isFalse();
        Page second = attachments().of(Set.of(record, other), first.reached());
        List<SysId> read = new ArrayList<>(ids(first));
        read.addAll(ids(second));
        assertThat(read).containsExactlyInAnyOrderElementsOf(all);
        assertThat(attachments().of(Set.of(open()), Position.from(start)).attachments())
                .isEmpty();
    }

    @Test
    default void what_we_may_not_read_is_passed_over() {
        Instant start = clock().instant();
        RecordRef record = open();
        List<SysId> hidden = IntStream.range(0, ChangedAttachments.PAGE)
                .mapToObj(_ -> attach(record))
                .toList();
        hidden.forEach(this::hide);
        clock().advance(Duration.ofSeconds(1));
        SysId shown = attach(record);
        List<SysId> read = new ArrayList<>();
        Page page = attachments().changed(INCIDENTS, Position.from(start));
        read.addAll(ids(page));
        if (!page.last()) {
            read.addAll(ids(attachments().changed(INCIDENTS, page.reached())));
        }
        assertThat(read).containsExactly(shown);
    }
}
