package dev.belay.conversationmessage;

import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.credential.CredentialState;
import dev.belay.delivery.Trace;
import dev.belay.delivery.Trace.Field;
import dev.belay.event.LateAnswer;
import dev.belay.event.RecordHint;
import dev.belay.events.ChatMessageCodec;
import dev.belay.events.DeletionCodec;
import dev.belay.events.LateAnswerCodec;
import dev.belay.events.MalformedMessage;
import dev.belay.events.MarkingCodec;
import dev.belay.events.ReactionCodec;
import dev.belay.events.RecordHintCodec;
import dev.belay.failure.ExternalFailure;
import dev.belay.message.ChatMessage;
import dev.belay.message.Deletion;
import dev.belay.message.Marking;
import dev.belay.message.Reaction;
import dev.belay.message.RecordMessages.Outcome;
import dev.belay.platform.ChatPlatform;
import dev.belay.press.TellPerson;
import dev.belay.wiring.dependency.MessageDependencies;
import dev.belay.worker.Disposition;
import dev.belay.worker.Disposition.AwaitCredential;
import dev.belay.worker.Disposition.Delete;
import dev.belay.worker.Disposition.RetryFor;
import dev.belay.worker.Disposition.RetryLater;
import dev.belay.worker.MessageProcessor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What is delivered in one invocation. What people said in one channel is recorded when the first message of it is worked on, so that it
 * becomes one note; what came of each is told as its turn comes.
 */
final class MessageBatch implements MessageProcessor {
    private static final System.Logger LOG = System.getLogger(MessageBatch.class.getName());

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final List<ChatMessage> said;
    private final List<Reaction> reactions;
    private final List<Deletion> deletions;
    private final Supplier<MessageDependencies> dependencies;
    private final Clock clock;
    private final Map<ChatMessage, Outcome> outcomes = new HashMap<>();
    private final Map<Reaction, Outcome> reacted = new HashMap<>();

    /** @param dependencies asked once for each message, so that the settings do not change within one */
    MessageBatch(List<String> bodies, Supplier<MessageDependencies> dependencies, Clock clock) {
        this.said = readable(bodies, MessageBatch::isOfMessage, MessageBatch::message);
        this.reactions = readable(bodies, ReactionCodec::matches, ReactionCodec::read);
        this.deletions = readable(bodies, DeletionCodec::matches, DeletionCodec::read);
        this.dependencies = dependencies;
        this.clock = clock;
    }

    private static boolean isOfMessage(String body) {
        return ChatMessageCodec.matches(body) || MarkingCodec.matches(body);
    }

    /** What somebody asked for is recorded in line with all else about the message. */
    private static ChatMessage message(String body) {
        return MarkingCodec.matches(body) ? MarkingCodec.read(body).message() : ChatMessageCodec.read(body);
    }

    /** What cannot be read is refused in its own turn. */
    private static <T> List<T> readable(List<String> bodies, Predicate<String> matches, Function<String, T> reader) {
        List<T> read = new ArrayList<>();
        for (String body : bodies) {
            try {
                if (matches.test(body)) {
                    read.add(reader.apply(body));
                }
            } catch (MalformedMessage e) {
                LOG.log(System.Logger.Level.DEBUG, "a message of the batch cannot be read: {0}", e.getMessage());
            }
        }
        return read;
    }

    /** Each conversation's messages are recorded in order, and those that are not recorded come back. */
    @Override
    public boolean stopsAtFailure() {
        return false;
    }

    /** What others say in the same channel waits behind it: so it is long enough for a right that was just granted, and no longer. */
    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public Disposition process(String body, boolean again) {
        if (ChatMessageCodec.matches(body)) {
            return record(ChatMessageCodec.read(body));
        }
        if (MarkingCodec.matches(body)) {
            return record(MarkingCodec.read(body));
        }
        if (LateAnswerCodec.matches(body)) {
            return tell(LateAnswerCodec.read(body));
        }
        if (DeletionCodec.matches(body)) {
            return remember(DeletionCodec.read(body));
        }
        return ReactionCodec.matches(body) ? record(ReactionCodec.read(body)) : tell(RecordHintCodec.read(body));
    }

    private Disposition record(ChatMessage message) {
        Trace.tell(Field.PLATFORM, message.platform().id());
        Trace.tell(Field.CONVERSATION, message.at().inChannel());
        MessageDependencies with = dependencies.get();
        return relayed(message.platform(), with, () -> with.awaited(message.at()), chat -> record(message, chat, with));
    }

    /** Whoever asked for it is told once it is done. */
    private Disposition record(Marking marking) {
        Disposition disposition = record(marking.message());
        if (disposition instanceof Delete) {
            MessageDependencies with = dependencies.get();
            with.relays().answers().done(marking, with.settings());
        }
        return disposition;
    }

    private Disposition tell(LateAnswer answer) {
        Platform platform = answer.user().platform();
        Trace.tell(Field.PLATFORM, platform.id());
        MessageDependencies with = dependencies.get();
        ChatPlatform chat = with.chats().get(platform);
        if (chat == null) {
            return RetryFor.aMinute("the settings name no " + platform.id());
        }
        return switch (with.tell().tell(answer, chat)) {
            case TellPerson.Outcome.Ended() -> new Delete();
            case TellPerson.Outcome.RetryLater(Optional<Duration> atLeast) ->
                new RetryLater(atLeast, Optional.of(TellPerson.WAITS));
        };
    }

    @Override
    public void giveUp(String body) {
        if (MarkingCodec.matches(body)) {
            MessageDependencies with = dependencies.get();
            with.relays().answers().givenUp(MarkingCodec.read(body), with.settings());
        }
    }

    /** It waits neither for a credential nor for what is paused: nothing outside is asked or told. */
    private Disposition remember(Deletion deletion) {
        Trace.tell(Field.PLATFORM, deletion.platform().id());
        Trace.tell(Field.CONVERSATION, deletion.at().inChannel());
        MessageDependencies with = dependencies.get();
        if (with.relays().deletions().remember(deletion, with.settings())) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "message {0} was deleted: it is left out of notes that are not written yet",
                    deletion);
        }
        return new Delete();
    }

    /** What is known to be deleted by now, in this batch too, is left out. */
    private Disposition record(ChatMessage message, ChatPlatform chat, MessageDependencies with) {
        if (!outcomes.containsKey(message)) {
            inSameChannel(message.at(), deletions, Deletion::at)
                    .forEach(each -> with.relays().deletions().remember(each, with.settings()));
            List<ChatMessage> besides = inSameChannel(message.at(), said, ChatMessage::at);
            outcomes.putAll(with.relays().messages().record(besides, chat, with.settings()));
        }
        return disposition(message, outcomes.getOrDefault(message, new Outcome.Passed()));
    }

    private Disposition record(Reaction reaction) {
        Trace.tell(Field.PLATFORM, reaction.platform().id());
        Trace.tell(Field.CONVERSATION, reaction.at().inChannel());
        MessageDependencies with = dependencies.get();
        return relayed(
                reaction.platform(), with, () -> with.awaited(reaction.at()), chat -> record(reaction, chat, with));
    }

    private Disposition record(Reaction reaction, ChatPlatform chat, MessageDependencies with) {
        if (!reacted.containsKey(reaction)) {
            List<Reaction> besides = inSameChannel(reaction.at(), reactions, Reaction::at);
            reacted.putAll(with.relays().reactions().record(besides, chat, with.settings()));
        }
        return disposition(reaction, reacted.getOrDefault(reaction, new Outcome.Passed()));
    }

    /** @param what what it is, for the log: without words */
    private Disposition disposition(Object what, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done() -> done(what);
            case Outcome.Passed() -> new Delete();
            case Outcome.Later(Instant at) -> RetryLater.atLeast(Duration.between(clock.instant(), at));
            case Outcome.Failed(ExternalFailure why) -> throw why;
        };
    }

    private static Disposition done(Object what) {
        LOG.log(System.Logger.Level.INFO, "message {0}: recorded, or nothing to record", what);
        return new Delete();
    }

    private static <T> List<T> inSameChannel(ConversationId at, List<T> all, Function<T, ConversationId> place) {
        return all.stream()
                .filter(other -> place.apply(other).isInChannelOf(at))
                .toList();
    }

    private Disposition tell(RecordHint hint) {
        Trace.tell(Field.PLATFORM, hint.platform().id());
        Trace.tell(Field.RECORD, hint.record());
        MessageDependencies with = dependencies.get();
        return relayed(hint.platform(), with, () -> with.awaited(hint), chat -> with.relays()
                .notes()
                .tell(hint, chat, with.settings())
                .<Disposition>map(RetryLater::atLeast)
                .orElseGet(Delete::new));
    }

    /** Done now, unless everything outbound is paused, or it waits for a credential. */
    private static Disposition relayed(
            Platform platform,
            MessageDependencies with,
            Supplier<Optional<CredentialState>> awaited,
            Function<ChatPlatform, Disposition> relay) {
        if (with.settings().pauseOutbound()) {
            return new Disposition.Pause();
        }
        ChatPlatform chat = with.chats().get(platform);
        if (chat == null) {
            return RetryFor.aMinute("the settings name no " + platform.id());
        }
        Optional<CredentialState> waits = awaited.get();
        return waits.isPresent() ? new AwaitCredential(waits.get().id().toString()) : relay.apply(chat);
    }
}
