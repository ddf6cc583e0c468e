package dev.belay.aws.table.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.audit.journal.AuditJournal;
import dev.belay.audit.journal.AuditJournalContract;
import dev.belay.audit.journal.AuditPage;
import dev.belay.audit.journal.Progress;
import dev.belay.aws.Cloud;
import dev.belay.aws.table.Key;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An audit's journal, on the simulated engine, keeps the contract with one request each. */
final class DynamoDbAuditJournalTest implements AuditJournalContract {
    private static final AuditPage PAGE = AuditPage.listed(SLACK, List.of("C1"), List.of(), List.of());

    @Override
    public AuditJournal journal() {
        return Cloud.worker(MovedClock.at(Sample.OPENED))
                .auditJournal(Cloud.STACK.eventTable(), "audit" + Cloud.unique());
    }

    @Test
    void each_deed_is_one_request() {
        AuditJournal journal = journal();
        assertThat(Cloud.requestsOf(() -> journal.store(0, PAGE))).isEqualTo(Map.of("dynamodb PutItem", 1));
        assertThat(Cloud.requestsOf(() -> journal.page(0))).isEqualTo(Map.of("dynamodb GetItem", 1));
        assertThat(Cloud.requestsOf(journal::progress)).isEqualTo(Map.of("dynamodb GetItem", 1));
    }

    @Test
    void pages_expire_and_how_far_it_came_does_not() {
        String name = "audit" + Cloud.unique();
        AuditJournal journal = Cloud.worker(MovedClock.at(Sample.OPENED)).auditJournal(Cloud.STACK.eventTable(), name);
        journal.store(Progress.beginning(Sample.OPENED, Sample.OPENED));
        journal.store(0, PAGE);
        assertThat(Cloud.item(Cloud.STACK.eventTable(), Key.ofAudit(name)).keySet())
                .containsExactlyInAnyOrder("pk", "body");
        assertThat(Cloud.item(Cloud.STACK.eventTable(), Key.ofAuditPage(name, 0))
                        .getObject("expires_at")
                        .getString("N"))
                .isEqualTo(Long.toString(Sample.OPENED.plus(Duration.ofDays(8)).getEpochSecond()));
    }

    @Test
    void what_was_stored_and_whose_answer_was_lost_is_kept() {
        AuditJournal journal = journal();
        Cloud.losingTheFirstAnswer(() -> journal.store(0, PAGE));
        assertThat(journal.page(0)).contains(PAGE);
    }
}
