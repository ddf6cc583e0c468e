package dev.belay.aws.table.message;

import dev.belay.aws.table.Item;
import dev.belay.aws.table.Key;
import dev.belay.aws.table.Table;
import dev.belay.aws.table.Transaction;
import dev.belay.aws.table.Transaction.Ended;
import dev.belay.chat.ConversationId;
import dev.belay.failure.Rejected;
import dev.belay.message.MessageNotes;
import dev.belay.record.NoteReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Which messages stand in which notes, in DynamoDB beside the handled events: an item for each conversation while a note of it is
 * pending, and one for each message that stands in a note.
 */
public final class DynamoDbMessageNotes implements MessageNotes {
    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final String REFERENCE = "note_reference";
    private static final String ENTRIES = "note_entries";
    private static final String WORDS = "words_hash";
    private static final String EXPIRES = "expires_at";

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
        return events.get(Key.ofNotedMessage(conversation, key))
                .filter(item -> clock.instant().isBefore(Instant.ofEpochSecond(item.needNumber(EXPIRES))))
                .map(item -> new Entry(key, item.text(WORDS, "")));
    }

    @Override
    public void fix(ConversationId conversation, FixedNote note) {
        events.put(Item.keyed(Key.ofPendingNote(conversation))
                .with(REFERENCE, note.reference().value())
                .with(ENTRIES, NoteEntriesJson.written(note.entries()))
                .with(EXPIRES, expires()));
    }

    @Override
    public void written(ConversationId conversation, FixedNote note) {
        List<TransactWriteItem> writes = note.entries().stream()
                .map(entry -> put(noted(conversation, note, entry)))
                .collect(Collectors.toCollection(ArrayList::new));
        writes.add(TransactWriteItem.builder()
                .delete(delete -> delete.tableName(events.name()).key(Table.keyed(Key.ofPendingNote(conversation))))
                .build());
        if (new Transaction(events.client(), writes).run() instanceof Ended.Refused) {
            throw new Rejected(Table.SYSTEM, "a transaction without a condition was refused");
        }
    }

    private Item noted(ConversationId conversation, FixedNote note, Entry entry) {
        Item item = Item.keyed(Key.ofNotedMessage(conversation, entry.key()))
                .with(REFERENCE, note.reference().value())
                .with(EXPIRES, expires());
        return entry.words().isEmpty() ? item : item.with(WORDS, entry.words());
    }

    private TransactWriteItem put(Item item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(events.name()).item(item.attributes()))
                .build();
    }

    private long expires() {
        return clock.instant().plus(REMEMBERED).getEpochSecond();
    }
}
