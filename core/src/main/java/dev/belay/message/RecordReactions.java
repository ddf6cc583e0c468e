package dev.belay.message;

import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.failure.ExternalFailure;
import dev.belay.link.ConversationLinks;
import dev.belay.message.RecordMessages.Outcome;
import dev.belay.person.Identities;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.Records;
import dev.belay.settings.ChatSettings;
import dev.belay.settings.Recording.Which;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records the messages that a person marked by a reaction, where the marked ones are recorded: by one emoji, which a setting names. The
 * message is read only once that is known as far as it can be without it. Who reacted stands nowhere: the note names who wrote it.
 */
public final class RecordReactions {
    private final RecordMessages messages;
    private final Map<Platform, ReactedMessages> reacted;
    private final Rooms rooms;
    private final Authors authors;
    private final Clock clock;

    /** @param reacted of each platform that tells of reactions */
    public RecordReactions(
            RecordMessages messages,
            Map<Platform, ReactedMessages> reacted,
            ConversationLinks links,
            Records records,
            Identities identities,
            Clock clock) {
        this.messages = messages;
        this.reacted = Map.copyOf(reacted);
        this.rooms = new Rooms(links, records);
        this.authors = new Authors(identities);
        this.clock = clock;
    }

    private record Run(ReactedMessages reader, ChatPlatform chat, Settings settings, Places places) {}

    /** A message that several people may have reacted to. */
    private record Spot(ConversationId channel, String message) {
        static Spot of(Reaction reaction) {
            return new Spot(reaction.at(), reaction.message());
        }
    }

    /**
     * Records what was marked by reactions that were delivered at once.
     *
     * @return for each of them what came of it; one that fails keeps no other waiting
     */
    public Map<Reaction, Outcome> record(List<Reaction> reactions, ChatPlatform chat, Settings settings) {
        Map<Reaction, Outcome> outcomes = new HashMap<>();
        reactions.forEach(reaction -> outcomes.put(reaction, new Outcome.Passed()));
        ReactedMessages reader = reacted.get(chat.platform());
        Places places = new Places(rooms, settings);
        List<Reaction> marking = reader == null ? List.of() : marking(reactions, places, settings, outcomes);
        if (reader == null || marking.isEmpty()) {
            return outcomes;
        }
        Instant due = marking.stream()
                .map(Reaction::acceptedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .plus(RecordMessages.GATHERED);
        if (clock.instant().isBefore(due)) {
            marking.forEach(reaction -> outcomes.put(reaction, new Outcome.Later(due)));
            return outcomes;
        }
        record(new Run(reader, chat, settings, places), marking, outcomes);
        return outcomes;
    }

    private void record(Run run, List<Reaction> marking, Map<Reaction, Outcome> outcomes) {
        Map<Spot, Optional<ChatMessage>> read = new HashMap<>();
        Map<Reaction, ChatMessage> marked = new LinkedHashMap<>();
        for (Reaction reaction : marking) {
            try {
                read.computeIfAbsent(Spot.of(reaction), _ -> run.reader().read(reaction))
                        .filter(message -> isMarked(message, reaction, run))
                        .ifPresent(message -> marked.put(reaction, message));
            } catch (ExternalFailure e) {
                outcomes.put(reaction, new Outcome.Failed(e));
            }
        }
        Map<ChatMessage, Outcome> recorded =
                messages.record(marked.values().stream().distinct().toList(), run.chat(), run.settings());
        marked.forEach(
                (reaction, message) -> outcomes.put(reaction, recorded.getOrDefault(message, new Outcome.Passed())));
    }

    private static List<Reaction> marking(
            List<Reaction> reactions, Places places, Settings settings, Map<Reaction, Outcome> outcomes) {
        List<Reaction> marking = new ArrayList<>();
        for (Reaction reaction : reactions) {
            try {
                if (mayMark(reaction, places, settings)) {
                    marking.add(reaction);
                }
            } catch (ExternalFailure e) {
                outcomes.put(reaction, new Outcome.Failed(e));
            }
        }
        return marking;
    }

    /** What is said of it without the message: the emoji, and what is recorded where it is. Its thread is not known yet. */
    private static boolean mayMark(Reaction reaction, Places places, Settings settings) {
        boolean marks = Optional.ofNullable(settings.chats().get(reaction.platform()))
                .flatMap(ChatSettings::markingReaction)
                .filter(reaction.emoji()::equals)
                .isPresent();
        return marks
                && (places.isLinked(reaction.at())
                        ? places.marked(reaction.at()).isPresent()
                        : anyThreadIsMarked(reaction.at(), settings));
    }

    /** A thread stays where it began, whatever channel the routes name by now. */
    private static boolean anyThreadIsMarked(ConversationId channel, Settings settings) {
        return settings.routes().stream()
                .filter(route -> route.platform() == channel.platform()
                        && route.workspace().equals(channel.workspace()))
                .anyMatch(route -> route.recording().messages(false) == Which.MARKED);
    }

    private boolean isMarked(ChatMessage message, Reaction reaction, Run run) {
        return run.places().marked(message.at()).isPresent() && authors.isPerson(reaction, run.chat());
    }
}
