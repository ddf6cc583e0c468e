package dev.belay.message;

import dev.belay.chat.ConversationId;
import dev.belay.failure.ExternalFailure;
import dev.belay.settings.Recording.Which;
import dev.belay.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The places that what is delivered at once comes from: each is looked at once, also one of which there is no answer. */
final class Places {
    private final Rooms rooms;
    private final Settings settings;
    private final Asked<ConversationId, Optional<Rooms.Candidate>> candidates = new Asked<>();
    private final Asked<Rooms.Candidate, Room> known = new Asked<>();

    Places(Rooms rooms, Settings settings) {
        this.rooms = rooms;
        this.settings = settings;
    }

    /** The room that records such a message. The record is not asked for where no setting would record it. */
    Optional<Room> taking(ChatMessage message) {
        return room(message.at(), which -> Room.takes(which, message));
    }

    /** The room there, where marked messages are recorded. */
    Optional<Room> marked(ConversationId at) {
        return room(at, which -> which == Which.MARKED);
    }

    boolean isLinked(ConversationId at) {
        return candidate(at).isPresent();
    }

    private Optional<Room> room(ConversationId at, Predicate<Which> wanted) {
        return candidate(at)
                .filter(candidate -> candidate.may().stream().anyMatch(wanted))
                .map(candidate -> known.of(candidate, each -> rooms.of(each, settings)))
                .filter(room -> wanted.test(room.which()));
    }

    private Optional<Rooms.Candidate> candidate(ConversationId at) {
        return candidates.of(at, each -> rooms.around(each, settings));
    }

    /** Answers by what they are about, and failures too: what failed once fails for all that is delivered at once. */
    private static final class Asked<K, V> {
        private final Map<K, V> answers = new HashMap<>();
        private final Map<K, ExternalFailure> failures = new HashMap<>();

        V of(K key, Function<K, V> ask) {
            ExternalFailure failure = failures.get(key);
            if (failure != null) {
                throw failure;
            }
            try {
                return answers.computeIfAbsent(key, ask);
            } catch (ExternalFailure e) {
                failures.put(key, e);
                throw e;
            }
        }
    }
}
