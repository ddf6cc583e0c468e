package dev.belay.aws.table.message;

import dev.belay.aws.table.Item;
import dev.belay.aws.table.Key;
import dev.belay.aws.table.Table;
import dev.belay.aws.table.Transaction;
import dev.belay.aws.table.Transaction.Ended;
import dev.belay.chat.ConversationId;
import dev.belay.failure.Rejected;
import dev.belay.message.MessageNotes;
import dev.belay.message.Tombstone;
import dev.belay.record.NoteReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Which messages stand in which notes, in DynamoDB beside the handled events: an item for each conversation while a note of it is
 * pending, one for each message that stands in a note, and one for each that was deleted.
 */
public final class DynamoDbMessageNotes implements MessageNotes {
    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final String REFERENCE = "note_reference";
    private static final String ENTRIES = "note_entries";
    private static final String WORDS = "words_hash";
    private static final String VERSION = "message_version";
    private static final String LIFTED = "deletion_undone";
    private static final String EXPIRES = "expires_at";

    /** Greater than each version of a message: of a deletion that cannot be undone. */
    private static final String FINAL = "~";

    private final Table events;
    private final Clock clock;

    public DynamoDbMessageNotes(DynamoDbClient client, String eventTable, Clock clock) {
        this.events = new Table(client, eventTable);
        this.clock = clock;
    }

    @Override
    public Optional<FixedNote> pending(ConversationId conversation) {
        return events.get(Key.ofPendingNote(conversation))
                .map(item -> new FixedNote(
                        new NoteReference(item.needText(REFERENCE)), NoteEntriesJson.read(item.needText(ENTRIES))));
    }

    @Override
    public Optional<Entry> find(ConversationId conversation, String key) {
        return known(Key.ofNotedMessage(conversation, key))
                .map(item -> new Entry(key, item.text(WORDS, ""), item.text(VERSION, "")));
    }

    @Override
    public boolean fix(ConversationId conversation, FixedNote note, Set<String> standing) {
        Item item = Item.keyed(Key.ofPendingNote(conversation))
                .with(REFERENCE, note.reference().value())
                .with(ENTRIES, NoteEntriesJson.written(note.entries()))
                .with(EXPIRES, expires());
        if (standing.isEmpty()) {
            events.put(item);
            return true;
        }
        List<TransactWriteItem> writes = Stream.concat(
                        Stream.of(put(item)), standing.stream().map(message -> stands(conversation, message)))
                .toList();
        return new Transaction(events.client(), writes).run() instanceof Ended.Committed;
    }

    /** What has expired may stand there for days more. */
    private TransactWriteItem stands(ConversationId conversation, String message) {
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(events.name())
                        .key(Table.keyed(Key.ofTombstone(conversation, message)))
                        .conditionExpression(
                                "attribute_not_exists(#key) OR attribute_exists(#lifted) OR #expires <= :now")
                        .expressionAttributeNames(Map.of("#key", Item.KEY, "#lifted", LIFTED, "#expires", EXPIRES))
                        .expressionAttributeValues(Map.of(":now", Item.number(now()))))
                .build();
    }

    @Override
    public void written(ConversationId conversation, FixedNote note) {
        TransactWriteItem done = TransactWriteItem.builder()
                .delete(delete -> delete.tableName(events.name()).key(Table.keyed(Key.ofPendingNote(conversation))))
                .build();
        List<TransactWriteItem> writes = Stream.concat(
                        note.entries().stream().map(entry -> put(noted(conversation, note, entry))), Stream.of(done))
                .toList();
        if (new Transaction(events.client(), writes).run() instanceof Ended.Refused) {
            throw new Rejected(Table.SYSTEM, "a transaction without a condition was refused");
        }
    }

    @Override
    public Optional<Tombstone> tombstone(ConversationId conversation, String message) {
        return known(Key.ofTombstone(conversation, message)).map(item -> {
            String version = item.needText(VERSION);
            return new Tombstone(message, version.equals(FINAL) ? "" : version, item.has(LIFTED));
        });
    }

    @Override
    public void bury(ConversationId conversation, Tombstone tombstone) {
        String version = tombstone.isFinal() ? FINAL : tombstone.version();
        Item item = Item.keyed(Key.ofTombstone(conversation, tombstone.message()))
                .with(VERSION, version)
                .with(EXPIRES, expires());
        if (tombstone.lifted()) {
            item.with(LIFTED, true);
        }
        Table.Written _ = events.put(
                item,
                PutItemRequest.builder()
                        .conditionExpression("attribute_not_exists(#key) OR #version < :version OR #expires <= :now")
                        .expressionAttributeNames(Map.of("#key", Item.KEY, "#version", VERSION, "#expires", EXPIRES))
                        .expressionAttributeValues(Map.of(":version", Item.text(version), ":now", Item.number(now()))));
    }

    private Optional<Item> known(String key) {
        return events.get(key)
                .filter(item -> clock.instant().isBefore(Instant.ofEpochSecond(item.needNumber(EXPIRES))));
    }

    private Item noted(ConversationId conversation, FixedNote note, Entry entry) {
        Item item = Item.keyed(Key.ofNotedMessage(conversation, entry.key()))
                .with(REFERENCE, note.reference().value())
                .with(EXPIRES, expires());
        if (!entry.words().isEmpty()) {
            item.with(WORDS, entry.words());
        }
        return entry.version().isEmpty() ? item : item.with(VERSION, entry.version());
    }

    private TransactWriteItem put(Item item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(events.name()).item(item.attributes()))
                .build();
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private long expires() {
        return clock.instant().plus(REMEMBERED).getEpochSecond();
    }
}
