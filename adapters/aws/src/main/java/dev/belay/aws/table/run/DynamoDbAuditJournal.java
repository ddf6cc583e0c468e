package dev.belay.aws.table.run;

import dev.belay.audit.journal.AuditJournal;
import dev.belay.audit.journal.AuditPage;
import dev.belay.audit.journal.Progress;
import dev.belay.aws.table.Item;
import dev.belay.aws.table.Key;
import dev.belay.aws.table.Table;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** An audit's journal in DynamoDB, beside the handled events: one item for how far it came, and one for each page. They expire. */
public final class DynamoDbAuditJournal implements AuditJournal {
    private static final Duration LIFE = Duration.ofDays(8);
    private static final String BODY = "body";
    private static final String EXPIRES = "expires_at";

    private final Table table;
    private final String name;
    private final Clock clock;

    /** @param name whose journal it is, where several audits may be under way */
    public DynamoDbAuditJournal(DynamoDbClient client, String eventTable, String name, Clock clock) {
        this.table = new Table(client, eventTable);
        this.name = name;
        this.clock = clock;
    }

    @Override
    public Optional<Progress> progress() {
        return table.get(Key.ofAudit(name)).map(item -> AuditJson.progress(item.needText(BODY)));
    }

    @Override
    public void store(Progress progress) {
        put(Key.ofAudit(name), AuditJson.written(progress));
    }

    @Override
    public void store(int number, AuditPage page) {
        put(Key.ofAuditPage(name, number), AuditJson.written(page));
    }

    @Override
    public Optional<AuditPage> page(int number) {
        return table.get(Key.ofAuditPage(name, number)).map(item -> AuditJson.page(item.needText(BODY)));
    }

    private void put(String key, String body) {
        table.put(Item.keyed(key)
                .with(BODY, body)
                .with(EXPIRES, clock.instant().plus(LIFE).getEpochSecond()));
    }
}
