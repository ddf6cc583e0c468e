package dev.belay.message;

import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Rejected;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.link.ConversationLinks;
import dev.belay.message.MessageNotes.Entry;
import dev.belay.message.MessageNotes.FixedNote;
import dev.belay.person.Identities;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordChange;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.record.WorkNote;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Writes what people said in linked conversations into work notes of their records, each message once: which messages make up a note is
 * stored before it is written, and after a crash the note is looked for by its reference before it is written again.
 */
public final class RecordMessages {
    /** How long it is gathered what one note says, counted from when the first of its messages was accepted. */
    public static final Duration GATHERED = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(RecordMessages.class.getName());

    private final Records records;
    private final MessageNotes notes;
    private final Rooms rooms;
    private final Authors authors;
    private final Counters counters;
    private final Clock clock;
    private final RandomGenerator random;

    public RecordMessages(
            Records records,
            ConversationLinks links,
            MessageNotes notes,
            Identities identities,
            Counters counters,
            Clock clock,
            RandomGenerator random) {
        this.records = records;
        this.notes = notes;
        this.rooms = new Rooms(links, records);
        this.authors = new Authors(identities);
        this.counters = counters;
        this.clock = clock;
        this.random = random;
    }

    /** What came of one message. */
    public sealed interface Outcome {
        /** It stands in a note, or is not to. */
        record Done() implements Outcome {}

        /** It is not of a conversation of ours, or of one whose messages are not recorded. */
        record Passed() implements Outcome {}

        /** More may follow at once: come back then. */
        record Later(Instant at) implements Outcome {}

        /** Its note could not be written yet, or never. */
        record Failed(ExternalFailure why) implements Outcome {}
    }

    private record Run(Room room, ChatPlatform chat, Settings settings) {}

    /**
     * Records what was delivered at once, in the order in which it was.
     *
     * @return for each message what came of it; a failure in one conversation keeps no other waiting
     */
    public Map<ChatMessage, Outcome> record(List<ChatMessage> messages, ChatPlatform chat, Settings settings) {
        Map<ChatMessage, Outcome> outcomes = new HashMap<>();
        Map<Room, List<ChatMessage>> byRoom = new LinkedHashMap<>();
        Places places = new Places(rooms, settings);
        for (ChatMessage message : messages) {
            try {
                places.taking(message)
                        .ifPresentOrElse(
                                room -> byRoom.computeIfAbsent(room, _ -> new ArrayList<>())
                                        .add(message),
                                () -> outcomes.put(message, new Outcome.Passed()));
            } catch (ExternalFailure e) {
                outcomes.put(message, new Outcome.Failed(e));
            }
        }
        byRoom.forEach((room, said) -> {
            Outcome outcome = recorded(new Run(room, chat, settings), said);
            said.forEach(message -> outcomes.put(message, outcome));
        });
        return outcomes;
    }

    private Outcome recorded(Run run, List<ChatMessage> events) {
        Instant due = events.stream()
                .map(ChatMessage::acceptedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .plus(GATHERED);
        if (clock.instant().isBefore(due)) {
            return new Outcome.Later(due);
        }
        try {
            record(run, events);
            return new Outcome.Done();
        } catch (ExternalFailure e) {
            return new Outcome.Failed(e);
        }
    }

    private void record(Run run, List<ChatMessage> events) {
        Room room = run.room();
        NoteReference reference = unwritten(room).orElseGet(() -> NoteReference.random(random));
        events.stream().flatMap(event -> event.tombstone().stream()).forEach(each -> notes.bury(room.id(), each));
        List<ChatMessage> inOrder = inOrder(events);
        boolean recorded = false;
        while (!recorded) {
            recorded = isRecorded(run, reference, Selection.of(room, inOrder, known(room)));
        }
    }

    /** Whether it is; not where one of the messages was deleted meanwhile, and each can be only once. */
    private boolean isRecorded(Run run, NoteReference reference, Selection selected) {
        Room room = run.room();
        if (selected.entries().isEmpty()) {
            return true;
        }
        Map<String, Author> writers = writers(run, selected.said());
        Selection ofPeople = selected.without(ofNoPerson(writers));
        FixedNote note = new FixedNote(reference, ofPeople.entries());
        NoteText text = text(run, ofPeople.said(), writers);
        if (!text.isEmpty()) {
            if (!notes.fix(room.id(), note, ofPeople.standing())) {
                return false;
            }
            write(room, new WorkNote(text.text(), reference));
        }
        notes.written(room.id(), note);
        return true;
    }

    private Selection.Known known(Room room) {
        return new Selection.Known() {
            @Override
            public Optional<Entry> noted(String key) {
                return notes.find(room.id(), key);
            }

            @Override
            public boolean isGone(String message) {
                return notes.tombstone(room.id(), message)
                        .filter(tombstone -> !tombstone.lifted())
                        .isPresent();
            }
        };
    }

    /** Of a record that was deleted, nothing is noted any more. */
    private void write(Room room, WorkNote note) {
        try {
            RecordSnapshot _ = records.change(room.record(), new RecordChange(RecordChange.Fields.NONE, note));
            counters.count(Metric.MESSAGES_NOTED, room.id().platform().id());
        } catch (Rejected e) {
            if (records.find(room.record()).isPresent()) {
                throw e;
            }
            LOG.log(System.Logger.Level.WARNING, "nothing is noted on {0}, which is not there", room.record());
        }
    }

    /** A note that an earlier run fixed: where it is there, it is finished; else its reference is used for the next. */
    private Optional<NoteReference> unwritten(Room room) {
        Optional<FixedNote> pending = notes.pending(room.id());
        if (pending.isPresent() && records.hasNote(room.record(), pending.get().reference())) {
            notes.written(room.id(), pending.get());
            return Optional.empty();
        }
        return pending.map(FixedNote::reference);
    }

    /** A platform may tell of them out of order. */
    private static List<ChatMessage> inOrder(List<ChatMessage> events) {
        return events.stream()
                .sorted(Comparator.comparing(ChatMessage::writtenAt))
                .toList();
    }

    /** Who wrote each message, by its id. */
    private Map<String, Author> writers(Run run, List<ChatMessage> said) {
        Map<String, Author> writers = new HashMap<>();
        said.forEach(message -> writers.put(message.id(), authors.of(message, run.chat(), run.settings())));
        return writers;
    }

    /** A platform may tell of what a bot wrote as of a person's words. */
    private static Set<String> ofNoPerson(Map<String, Author> writers) {
        return writers.entrySet().stream()
                .filter(each -> !each.getValue().person())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private NoteText text(Run run, List<ChatMessage> said, Map<String, Author> writers) {
        NoteText text = new NoteText(run.room().id().platform(), clock.instant());
        for (ChatMessage message : said) {
            Author author = Objects.requireNonNull(writers.get(message.id()));
            switch (message.kind()) {
                case WRITTEN, MARKED -> written(text, message, author, run);
                case EDITED -> text.edited(message, author, words(message, run));
                case DELETED -> text.deleted(message, author);
                case RESTORED -> text.restored(message, author, words(message, run));
            }
        }
        return text;
    }

    /** What consists of files alone says nothing here. */
    private void written(NoteText text, ChatMessage message, Author author, Run run) {
        String words = words(message, run);
        if (!words.isBlank()) {
            text.written(message, author, words);
        }
    }

    private String words(ChatMessage message, Run run) {
        StringBuilder words = new StringBuilder();
        message.text().forEach(part -> words.append(part.said(mention -> authors.name(mention, message, run.chat()))));
        return words.toString();
    }
}
