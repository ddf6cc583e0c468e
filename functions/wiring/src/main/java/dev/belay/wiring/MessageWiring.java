package dev.belay.wiring;

import dev.belay.chat.Platform;
import dev.belay.credential.AwaitCredentials;
import dev.belay.document.ConnectionSettings;
import dev.belay.event.HandledEvents;
import dev.belay.health.Counters;
import dev.belay.link.ConversationLinks;
import dev.belay.message.AnswerMarking;
import dev.belay.message.MessageNotes;
import dev.belay.message.ReactedMessages;
import dev.belay.message.RecordMessages;
import dev.belay.message.RecordReactions;
import dev.belay.message.RememberDeletion;
import dev.belay.message.TellNotes;
import dev.belay.person.Identities;
import dev.belay.person.UserMap;
import dev.belay.press.TellPerson;
import dev.belay.settings.Settings;
import dev.belay.slack.SlackPlatform;
import dev.belay.slack.call.SlackClient;
import dev.belay.wiring.adapter.AdapterDependencies;
import dev.belay.wiring.adapter.Adapters;
import dev.belay.wiring.credential.CredentialChecks;
import dev.belay.wiring.dependency.MessageDependencies;
import dev.belay.wiring.queue.QueueAnswers;
import dev.belay.wiring.settings.Environment.QueueRole;
import java.time.Clock;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Puts together what relays messages and notes. */
final class MessageWiring implements BiFunction<ConnectionSettings, Adapters, Function<Settings, MessageDependencies>> {
    private final ConversationLinks links;
    private final UserMap users;
    private final HandledEvents events;
    private final MessageNotes notes;
    private final AdapterDependencies with;
    private final AwaitCredentials await;
    private final CredentialChecks checks;
    private final RandomGenerator random;
    private final QueueAnswers answers;
    private final TellPerson tell;

    MessageWiring(WorkerParts parts, AdapterDependencies with) {
        this.links = parts.links();
        this.users = parts.users();
        this.events = parts.handledEvents();
        this.notes = parts.aws().messageNotes(parts.eventsTable());
        this.with = with;
        this.await = parts.awaitCredentials();
        this.checks = parts.checks();
        this.random = parts.random();
        this.tell = new TellPerson(parts.leases(), parts.counters(), parts.clock());
        this.answers =
                new QueueAnswers(parts.aws().queues(), parts.environment().queueUrls(QueueRole.QUEUE_URL));
    }

    @Override
    public Function<Settings, MessageDependencies> apply(ConnectionSettings connections, Adapters adapters) {
        MessageDependencies.Relays relays = relays(connections, adapters);
        return now -> new MessageDependencies(now, relays, tell, await, checks.all(connections), adapters.chats());
    }

    private MessageDependencies.Relays relays(ConnectionSettings connections, Adapters adapters) {
        Identities identities = new Identities(users, adapters.directory());
        Counters counters = with.counters();
        Clock clock = with.clock();
        RecordMessages messages =
                new RecordMessages(adapters.records(), links, notes, identities, counters, clock, random);
        return new MessageDependencies.Relays(
                messages,
                new RecordReactions(messages, reacted(connections), links, adapters.records(), identities, clock),
                new RememberDeletion(links, adapters.records(), notes),
                new AnswerMarking(links, adapters.records(), notes, answers),
                new TellNotes(
                        new TellNotes.Tools(adapters.records(), adapters.journals(), links, events), counters, random));
    }

    /** Teams tells a bot of no reactions but those to its own posts. */
    private Map<Platform, ReactedMessages> reacted(ConnectionSettings connections) {
        return connections
                .slack()
                .map(slack -> Map.of(
                        Platform.SLACK,
                        SlackPlatform.reactedMessages(
                                new SlackClient(slack.api(), with.clock()),
                                with.slack(),
                                with.limits(),
                                with.counters(),
                                with.clock())))
                .orElseGet(Map::of);
    }
}
