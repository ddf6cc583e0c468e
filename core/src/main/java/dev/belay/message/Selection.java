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
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of the events about one conversation's messages goes into its next note: each message once, as it stands by the latest version of
 * it. What was deleted before it was noted is left out, and so is what the journal says already, in whatever order it was delivered.
 *
 * @param said in the order in which it is to stand
 * @param entries what is known to be handled once the note is there
 */
record Selection(List<ChatMessage> said, List<Entry> entries) {
    Selection {
        said = List.copyOf(said);
        entries = List.copyOf(entries);
    }

    /** What is known of the conversation's messages. */
    interface Known {
        /** What is in a note under a key. */
        Optional<Entry> noted(String key);

        /** Whether a message is deleted. */
        boolean isGone(String message);
    }

    /**
     * @param events in the order in which they came
     */
    static Selection of(Room room, List<ChatMessage> events, Known known) {
        Map<String, List<ChatMessage>> byMessage = new LinkedHashMap<>();
        Map<String, String> sent = new HashMap<>();
        events.stream().filter(event -> !isUnderAnotherId(event, sent, known)).forEach(event -> byMessage
                .computeIfAbsent(event.id(), _ -> new ArrayList<>())
                .add(event));
        Chosen chosen = new Chosen(room, known);
        byMessage.forEach(chosen::select);
        return new Selection(chosen.said, List.copyOf(chosen.entries.values()));
    }

    /** The messages whose words are said. */
    Set<String> standing() {
        return said.stream().filter(ChatMessage::stands).map(ChatMessage::id).collect(Collectors.toSet());
    }

    /** The same where some messages are no person's: they are handled, and no words of them are in a note. */
    Selection without(Set<String> messages) {
        return new Selection(
                said.stream()
                        .filter(message -> !messages.contains(message.id()))
                        .toList(),
                entries.stream()
                        .map(entry -> messages.contains(entry.key()) ? new Entry(entry.key(), "") : entry)
                        .toList());
    }

    private static boolean isUnderAnotherId(ChatMessage event, Map<String, String> sent, Known known) {
        return event.alias()
                .filter(alias -> known.noted(alias).isPresent()
                        || !sent.computeIfAbsent(alias, _ -> event.id()).equals(event.id()))
                .isPresent();
    }

    /** What is chosen, message by message. */
    private static final class Chosen {
        private final Room room;
        private final Known known;
        private final List<ChatMessage> said = new ArrayList<>();
        private final Map<String, Entry> entries = new LinkedHashMap<>();

        Chosen(Room room, Known known) {
            this.room = room;
            this.known = known;
        }

        void select(String id, List<ChatMessage> about) {
            Optional<Entry> before = known.noted(id);
            if (before.isPresent() && !before.get().words().isEmpty()) {
                follow(before.get(), about);
            } else if (before.isPresent() || isBegun(about)) {
                begin(id, about);
            }
        }

        /**
         * A message whose words are in no note yet comes in by being written or marked, or where all are recorded, by a change of it or
         * its coming back.
         */
        private boolean isBegun(List<ChatMessage> about) {
            return about.stream()
                    .map(ChatMessage::kind)
                    .anyMatch(kind -> kind == Kind.WRITTEN
                            || kind == Kind.MARKED
                            || (kind != Kind.DELETED && room.which() == Which.ALL));
        }

        private void begin(String id, List<ChatMessage> about) {
            about.forEach(event -> event.alias().ifPresent(alias -> keep(new Entry(alias, ""))));
            if (known.isGone(id)) {
                keep(new Entry(id, ""));
                return;
            }
            latest(about, "").ifPresent(last -> {
                said.add(beginning(about, last));
                keep(new Entry(id, last.words(), last.order()));
            });
        }

        /** A change of what was not seen before is said as a change; all else as it was written last. */
        private static ChatMessage beginning(List<ChatMessage> about, ChatMessage last) {
            boolean unseen = about.stream().allMatch(event -> event.kind() == Kind.EDITED);
            return unseen || last.kind() == Kind.MARKED ? last : last.as(Kind.WRITTEN);
        }

        /** @param before what the journal says of it last */
        private void follow(Entry before, List<ChatMessage> about) {
            Optional<Entry> deleted = known.noted(deletionOf(before.key()))
                    .filter(entry ->
                            entry.version().isEmpty() || entry.version().compareTo(before.version()) >= 0);
            if (!known.isGone(before.key())) {
                latest(changes(about), before.version()).ifPresent(last -> change(before, last, deleted.isPresent()));
            } else if (deleted.isEmpty()) {
                about.stream()
                        .filter(event -> event.kind() == Kind.DELETED)
                        .findFirst()
                        .ifPresent(event -> delete(before, event));
            }
        }

        private static List<ChatMessage> changes(List<ChatMessage> about) {
            return about.stream()
                    .filter(event -> event.kind() == Kind.EDITED || event.kind() == Kind.RESTORED)
                    .toList();
        }

        /** What was changed and changed back is no change. */
        private void change(Entry before, ChatMessage last, boolean isBack) {
            if (isBack) {
                said.add(last.as(Kind.RESTORED));
            } else if (!last.words().equals(before.words())) {
                said.add(last.as(Kind.EDITED));
            } else if (last.order().equals(before.version())) {
                return;
            }
            keep(new Entry(before.key(), last.words(), last.order()));
        }

        private void delete(Entry before, ChatMessage deletion) {
            said.add(deletion);
            keep(new Entry(deletionOf(before.key()), "", deletion.version()));
            keep(before);
        }

        private static String deletionOf(String message) {
            return message + "/deleted";
        }

        /** The one that stands there by the greatest version, if that is no older than another; of equal ones the last that came. */
        private static Optional<ChatMessage> latest(List<ChatMessage> about, String since) {
            return about.stream()
                    .filter(ChatMessage::stands)
                    .filter(event -> event.order().compareTo(since) >= 0)
                    .reduce((one, next) -> next.order().compareTo(one.order()) >= 0 ? next : one);
        }

        private void keep(Entry entry) {
            entries.put(entry.key(), entry);
        }
    }
}
