package dev.belay.wiring;

import dev.belay.aws.Aws;
import dev.belay.chat.Platform;
import dev.belay.document.ConnectionSettings;
import dev.belay.event.HandledEvents;
import dev.belay.health.Counters;
import dev.belay.link.ConversationLinks;
import dev.belay.message.MessageNotes;
import dev.belay.message.ReactedMessages;
import dev.belay.message.RecordMessages;
import dev.belay.message.RecordReactions;
import dev.belay.message.TellNotes;
import dev.belay.person.Identities;
import dev.belay.person.UserMap;
import dev.belay.slack.SlackPlatform;
import dev.belay.slack.call.SlackClient;
import dev.belay.wiring.Environment.Name;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Puts together what relays messages and notes. */
public final class MessageWiring {
    private final ConversationLinks links;
    private final UserMap users;
    private final HandledEvents events;
    private final MessageNotes notes;
    private final Counters counters;
    private final Clock clock;
    private final RandomGenerator random;

    /** Both ways of the relay, and what is marked by a reaction. */
    public record Relays(RecordMessages messages, RecordReactions reactions, TellNotes notes) {}

    MessageWiring(
            Aws aws,
            Environment environment,
            ConversationLinks links,
            Counters counters,
            Clock clock,
            RandomGenerator random) {
        String table = environment.need(Name.BELAY_EVENTS_TABLE);
        this.links = links;
        this.users = aws.userMap(environment.need(Name.BELAY_USER_MAP_TABLE));
        this.events = aws.handledEvents(table, environment.need(Name.BELAY_LINK_TABLE));
        this.notes = aws.messageNotes(table);
        this.counters = counters;
        this.clock = clock;
        this.random = random;
    }

    Relays relays(ConnectionSettings connections, Adapters adapters, AdapterDependencies with) {
        Identities identities = new Identities(users, adapters.directory());
        RecordMessages messages =
                new RecordMessages(adapters.records(), links, notes, identities, counters, clock, random);
        return new Relays(
                messages,
                new RecordReactions(messages, reacted(connections, with), links, adapters.records(), identities, clock),
                new TellNotes(
                        new TellNotes.Tools(adapters.records(), adapters.journals(), links, events), counters, random));
    }

    /** Teams tells a bot of no reactions but those to its own posts. */
    private static Map<Platform, ReactedMessages> reacted(ConnectionSettings connections, AdapterDependencies with) {
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
