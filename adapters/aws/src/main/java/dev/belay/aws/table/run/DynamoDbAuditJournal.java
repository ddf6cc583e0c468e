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

/** An audit's journal in DynamoDB, beside the handled events: one item for how far it came, and one for each page. Pages expire. */
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

    /** It does not expire: when the last audit ended is told however long none ends. */
    @Override
    public void store(Progress progress) {
        table.put(item(Key.ofAudit(name), AuditJson.written(progress)));
    }

    @Override
    public void store(int number, AuditPage page) {
        table.put(item(Key.ofAuditPage(name, number), AuditJson.written(page))
                .with(EXPIRES, clock.instant().plus(LIFE).getEpochSecond()));
    }

    @Override
    public Optional<AuditPage> page(int number) {
        return table.get(Key.ofAuditPage(name, number)).map(item -> AuditJson.page(item.needText(BODY)));
    }

    private static Item item(String key, String body) {
        return Item.keyed(key).with(BODY, body);
    }
}
