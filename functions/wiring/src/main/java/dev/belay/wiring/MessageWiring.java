package dev.belay.wiring;

import dev.belay.aws.Aws;
import dev.belay.event.HandledEvents;
import dev.belay.health.Counters;
import dev.belay.link.ConversationLinks;
import dev.belay.message.MessageNotes;
import dev.belay.message.RecordMessages;
import dev.belay.message.TellNotes;
import dev.belay.person.Identities;
import dev.belay.person.UserMap;
import dev.belay.wiring.Environment.Name;
import java.time.Clock;
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

    /** Both ways of the relay. */
    public record Relays(RecordMessages messages, TellNotes notes) {}

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

    Relays relays(Adapters adapters) {
        return new Relays(
                new RecordMessages(
                        adapters.records(),
                        links,
                        notes,
                        new Identities(users, adapters.directory()),
                        counters,
                        clock,
                        random),
                new TellNotes(
                        new TellNotes.Tools(adapters.records(), adapters.journals(), links, events), counters, random));
    }
}
