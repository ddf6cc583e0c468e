package dev.belay.message;

import dev.belay.message.ChatMessage.Kind;
import dev.belay.message.MessageNotes.Entry;
import dev.belay.settings.Recording.Which;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What of the events about one conversation's messages goes into its next note: each message once, as it stands by the last of them. What
 * was deleted before it was noted is left out, and what is in a note already is not noted again.
 *
 * @param said in the order in which it is to stand
 * @param entries what is known to be handled once the note is there
 */
record Selection(List<ChatMessage> said, List<Entry> entries) {
    Selection {
        said = List.copyOf(said);
        entries = List.copyOf(entries);
    }

    /**
     * @param events in the order in which they came
     * @param noted what is in a note under a key
     */
    static Selection of(Room room, List<ChatMessage> events, Function<String, Optional<Entry>> noted) {
        Map<String, List<ChatMessage>> byMessage = new LinkedHashMap<>();
        Map<String, String> sent = new HashMap<>();
        events.stream().filter(event -> !isUnderAnotherId(event, sent, noted)).forEach(event -> byMessage
                .computeIfAbsent(event.id(), _ -> new ArrayList<>())
                .add(event));
        List<ChatMessage> said = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        byMessage.values().forEach(about -> select(room, about, noted, said, entries));
        Map<String, Entry> byKey = new LinkedHashMap<>();
        entries.forEach(entry -> byKey.put(entry.key(), entry));
        return new Selection(said, List.copyOf(byKey.values()));
    }

    private static boolean isUnderAnotherId(
            ChatMessage event, Map<String, String> sent, Function<String, Optional<Entry>> noted) {
        return event.alias()
                .filter(alias -> noted.apply(alias).isPresent()
                        || !sent.computeIfAbsent(alias, _ -> event.id()).equals(event.id()))
                .isPresent();
    }

    private static void select(
            Room room,
            List<ChatMessage> about,
            Function<String, Optional<Entry>> noted,
            List<ChatMessage> said,
            List<Entry> entries) {
        Optional<Entry> before = noted.apply(about.getFirst().id());
        List<ChatMessage> fresh = about.stream()
                .filter(event -> before.isEmpty() || isNew(event, before.get(), noted))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        ChatMessage last = last(fresh);
        if (before.isPresent()) {
            said.add(last);
            fresh.forEach(event -> entries.add(new Entry(event.entry(), "")));
            entries.add(new Entry(
                    last.id(), last.kind() == Kind.DELETED ? before.get().words() : last.words()));
            return;
        }
        if (isBegun(room, fresh)) {
            if (last.kind() != Kind.DELETED) {
                said.add(beginning(fresh, last));
            }
            fresh.stream()
                    .filter(event -> !event.entry().equals(event.id()))
                    .forEach(event -> entries.add(new Entry(event.entry(), "")));
            fresh.forEach(event -> event.alias().ifPresent(alias -> entries.add(new Entry(alias, ""))));
            entries.add(new Entry(last.id(), last.kind() == Kind.DELETED ? "" : last.words()));
        }
    }

    /** What a deletion follows is of no account: the message is gone. */
    private static ChatMessage last(List<ChatMessage> fresh) {
        return fresh.stream()
                .filter(event -> event.kind() == Kind.DELETED)
                .findFirst()
                .orElseGet(fresh::getLast);
    }

    /** A message that is in no note yet comes in by being written or marked, or where all are recorded, by a change of it. */
    private static boolean isBegun(Room room, List<ChatMessage> fresh) {
        return fresh.stream()
                .anyMatch(event -> event.kind() == Kind.WRITTEN
                        || event.kind() == Kind.MARKED
                        || (event.kind() == Kind.EDITED && room.which() == Which.ALL));
    }

    /** What was written and changed at once is said as it was written last; a change of what was not seen before is said as a change. */
    private static ChatMessage beginning(List<ChatMessage> fresh, ChatMessage last) {
        boolean seen = fresh.stream().anyMatch(event -> event.kind() != Kind.EDITED);
        return seen && last.kind() == Kind.EDITED ? last.as(Kind.WRITTEN) : last;
    }

    private static boolean isNew(ChatMessage event, Entry before, Function<String, Optional<Entry>> noted) {
        return switch (event.kind()) {
            case WRITTEN, MARKED -> false;
            case EDITED ->
                !event.words().equals(before.words())
                        && noted.apply(event.entry()).isEmpty()
                        && noted.apply(event.as(Kind.DELETED).entry()).isEmpty();
            case DELETED -> noted.apply(event.entry()).isEmpty();
        };
    }
}
