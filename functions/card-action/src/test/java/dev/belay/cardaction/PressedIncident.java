package dev.belay.cardaction;

import dev.belay.action.Actions;
import dev.belay.action.Postmortem;
import dev.belay.card.Card;
import dev.belay.card.CardAction;
import dev.belay.card.CardButton;
import dev.belay.card.CardLayout;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.chat.PostedCard;
import dev.belay.command.Command;
import dev.belay.conversation.draw.RefreshCard;
import dev.belay.dialog.Input;
import dev.belay.event.InMemoryHandledEvents;
import dev.belay.event.LateAnswer;
import dev.belay.event.PersonalNotice;
import dev.belay.event.Press;
import dev.belay.event.PressedButton;
import dev.belay.health.Counters;
import dev.belay.lease.InMemoryLeases;
import dev.belay.link.Conversation;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.link.LinkClaim;
import dev.belay.link.LinkKey;
import dev.belay.link.Placement;
import dev.belay.pager.InMemoryPageOrders;
import dev.belay.person.Identities;
import dev.belay.person.InMemoryDirectory;
import dev.belay.person.InMemoryUserMap;
import dev.belay.person.Members;
import dev.belay.person.PlatformUser;
import dev.belay.person.Roles;
import dev.belay.platform.ChannelDraft;
import dev.belay.platform.ChannelSetup;
import dev.belay.platform.InMemoryChat;
import dev.belay.press.FinishPress;
import dev.belay.press.Gates;
import dev.belay.press.NamedPeople;
import dev.belay.press.PerformAction;
import dev.belay.press.ResolveCommand;
import dev.belay.press.TellOthers;
import dev.belay.press.TellPerson;
import dev.belay.record.InMemoryChronicles;
import dev.belay.record.InMemoryRecords;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordNumber;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.SysId;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.time.MovedClock;
import dev.belay.wiring.dependency.CardActionDependencies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** One incident with its conversation in memory, a person who may acknowledge it, and what their press is performed with. */
final class PressedIncident {
    private static final String MARKER = "4b1f9c2e77aa01";
    private static final Counters UNCOUNTED = (metric, kind) -> {};

    final MovedClock clock;
    final InMemoryRecords records;
    final InMemoryChat chat;
    final InMemoryDirectory directory = new InMemoryDirectory();
    final RecordSnapshot opened;
    final ChatUser person;
    final SysId user;
    final List<LateAnswer> answers = new ArrayList<>();
    final List<PersonalNotice> notices = new ArrayList<>();
    Settings settings = SampleSettings.slack();

    private final InMemoryConversationLinks links = new InMemoryConversationLinks();
    private final InMemoryLeases leases;
    private final Channel channel;
    private final PostedCard card;
    private final TellPerson tell;
    private final TellOthers others;
    private final PerformAction perform;
    private final Members members;
    private final Identities identities;
    private final InMemoryHandledEvents events;

    PressedIncident(MovedClock clock) {
        this.clock = clock;
        leases = new InMemoryLeases(clock);
        records = new InMemoryRecords(clock);
        opened = records.find(records.open("Checkout down", 1)).orElseThrow();
        chat = new InMemoryChat(clock);
        person = chat.person(Member.Standing.FULL);
        user = records.person("Jane Doe");
        directory.add(new PlatformUser(user, "Jane Doe", email()), "mim_manager");
        channel = chat.create(new ChannelDraft(person.workspace(), List.of(), "inc", false, MARKER, clock.instant()))
                .orElseThrow();
        chat.setUp(channel, new ChannelSetup.Invitation(List.of(person.id())));
        card = chat.post(
                channel,
                Card.of(
                        opened,
                        records.link(opened.ref()),
                        CardLayout.USUAL,
                        Actions.offeredOn(opened, Platform.SLACK, settings)),
                MARKER);
        links.claim(claim());
        members = new Members(clock);
        identities = new Identities(new InMemoryUserMap(clock), directory);
        events = new InMemoryHandledEvents(links, clock);
        tell = new TellPerson(leases, UNCOUNTED, clock);
        others = new TellOthers(events, directory, members, identities, UNCOUNTED, clock, new Random(20261123));
        perform = perform();
    }

    /** Its conversation is not linked before that. */
    PressedIncident linked() {
        Conversation conversation = new Conversation(channel, card, card.generation(), Map.of(), "U0BELAY");
        var _ = links.ready(claim().standing(conversation)).orElseThrow();
        return this;
    }

    private String email() {
        return chat.member(person, chat.shared().id(), Optional.empty()).email().orElseThrow();
    }

    private Claimed claim() {
        Placement place =
                new Placement(person.workspace(), List.of(), Placement.Kind.DEDICATED, "inc", false, "priority 1");
        LinkClaim claim =
                new LinkClaim(MARKER, new NoteReference("bly-abcdefghijkm"), opened.openedAt(), opened.openedAt());
        return Claimed.first(new LinkKey(opened.ref(), Platform.SLACK), place, claim);
    }

    private PerformAction perform() {
        PerformAction.Tools tools = new PerformAction.Tools(
                events,
                leases,
                records,
                links,
                new InMemoryChronicles(),
                new InMemoryPageOrders(),
                Map.of(),
                UNCOUNTED);
        Gates gates = new Gates(members, links, identities, new Roles(directory, clock), UNCOUNTED);
        FinishPress finish = new FinishPress(
                tools.events(),
                records,
                new RefreshCard(links, records, clock),
                tell,
                new FinishPress.Outgoing(hint -> {}, answers::add, notices::add),
                UNCOUNTED,
                clock);
        return new PerformAction(
                tools, gates, new NamedPeople(members, identities), finish, clock, new Random(20261123));
    }

    CardActionDependencies dependencies() {
        return new CardActionDependencies(
                settings,
                perform,
                new ResolveCommand(records, clock),
                tell,
                others,
                Map.of(Platform.SLACK, chat.platform()));
    }

    /** The person asks in words for the postmortem to be attached to the record of this number. */
    Command command(String id, String number) {
        return new Command(
                id,
                "A01BELAY",
                person,
                Optional.empty(),
                new Press.Place(channel.id(), false, Optional.empty(), "command", RecordNumber.of(number)),
                CardAction.POSTMORTEM,
                new Input(Map.of(Postmortem.ADDRESS, List.of("https://wiki.acme.example/postmortem"))),
                Optional.empty(),
                clock.instant());
    }

    /** The person presses "Acknowledge" on the card as it was posted. */
    Press press(String pressId) {
        CardButton button = CardButton.of(CardAction.ACKNOWLEDGE, opened, CardLayout.USUAL, List.of());
        return new Press(
                pressId,
                "A01BELAY",
                person,
                Optional.empty(),
                new Press.Place(channel.id(), false, Optional.empty(), card.message()),
                new PressedButton(
                        button.record(),
                        button.action().id(),
                        OptionalLong.of(button.generation()),
                        Optional.of(button.shown()),
                        button.replaces()),
                Input.NONE,
                Optional.empty(),
                clock.instant());
    }

    RecordSnapshot now() {
        return records.find(opened.ref()).orElseThrow();
    }

    /** What only the person who pressed sees. */
    List<String> told() {
        return chat.privately(person);
    }
}
