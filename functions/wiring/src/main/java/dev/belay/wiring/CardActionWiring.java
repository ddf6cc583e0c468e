package dev.belay.wiring;

import dev.belay.chat.Platform;
import dev.belay.conversation.draw.RefreshCard;
import dev.belay.document.ConnectionSettings;
import dev.belay.event.HandledEvents;
import dev.belay.event.Hints;
import dev.belay.health.Counters;
import dev.belay.lease.Leases;
import dev.belay.link.ConversationLinks;
import dev.belay.pager.PageOrders;
import dev.belay.person.Identities;
import dev.belay.person.Members;
import dev.belay.person.Roles;
import dev.belay.person.UserMap;
import dev.belay.press.FinishPress;
import dev.belay.press.Gates;
import dev.belay.press.NamedPeople;
import dev.belay.press.PerformAction;
import dev.belay.press.ResolveCommand;
import dev.belay.press.TellOthers;
import dev.belay.press.TellPerson;
import dev.belay.settings.Settings;
import dev.belay.wiring.adapter.Adapters;
import dev.belay.wiring.dependency.CardActionDependencies;
import dev.belay.wiring.queue.QueueAnswers;
import dev.belay.wiring.queue.QueueHints;
import dev.belay.wiring.queue.QueueNotices;
import dev.belay.wiring.settings.Environment;
import dev.belay.wiring.settings.Environment.QueueRole;
import java.time.Clock;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Puts together what presses are performed with. */
final class CardActionWiring
        implements BiFunction<ConnectionSettings, Adapters, Function<Settings, CardActionDependencies>> {
    private final WorkerParts parts;
    private final Counters counters;
    private final Clock clock;
    private final ConversationLinks links;
    private final UserMap users;
    private final HandledEvents events;
    private final Leases leases;
    private final PageOrders orders;
    private final FinishPress.Outgoing outgoing;

    CardActionWiring(WorkerParts parts) {
        this.parts = parts;
        this.counters = parts.counters();
        this.clock = parts.clock();
        this.links = parts.links();
        this.users = parts.users();
        this.events = parts.handledEvents();
        this.leases = parts.leases();
        this.orders = parts.aws().pageOrders(parts.eventsTable());
        this.outgoing = outgoing(parts);
    }

    private static FinishPress.Outgoing outgoing(WorkerParts parts) {
        Environment environment = parts.environment();
        Map<Platform, String> own = environment.queueUrls(QueueRole.QUEUE_URL);
        Hints records = new QueueHints(parts.aws().queues(), environment.queueUrls(QueueRole.RECORDS_QUEUE_URL));
        return new FinishPress.Outgoing(
                records,
                new QueueAnswers(parts.aws().queues(), own),
                new QueueNotices(parts.aws().queues(), own));
    }

    @Override
    public Function<Settings, CardActionDependencies> apply(ConnectionSettings connections, Adapters adapters) {
        TellPerson tell = new TellPerson(leases, counters, clock);
        PerformAction.Tools tools = new PerformAction.Tools(
                events, leases, adapters.records(), links, parts.chronicles(), orders, adapters.pagers(), counters);
        Members members = new Members(clock);
        Identities identities = new Identities(users, adapters.directory());
        PerformAction perform = new PerformAction(
                tools,
                new Gates(members, links, identities, new Roles(adapters.directory(), clock), counters),
                new NamedPeople(members, identities),
                new FinishPress(
                        events,
                        adapters.records(),
                        new RefreshCard(links, adapters.records(), clock),
                        tell,
                        outgoing,
                        counters,
                        clock),
                clock,
                parts.random());
        TellOthers others =
                new TellOthers(events, adapters.directory(), members, identities, counters, clock, parts.random());
        ResolveCommand commands = new ResolveCommand(adapters.records(), clock);
        return now -> new CardActionDependencies(now, perform, commands, tell, others, adapters.chats());
    }
}
