package dev.belay.press;

import dev.belay.action.Actions;
import dev.belay.action.Postmortem;
import dev.belay.action.SampleRequest;
import dev.belay.card.Card;
import dev.belay.card.CardAction;
import dev.belay.card.CardLayout;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.chat.PostedCard;
import dev.belay.chat.ReplyAddress;
import dev.belay.command.Command;
import dev.belay.conversation.draw.RefreshCard;
import dev.belay.dialog.Input;
import dev.belay.event.AnswerQueue;
import dev.belay.event.HandledEvents;
import dev.belay.event.Hints;
import dev.belay.event.InMemoryHandledEvents;
import dev.belay.event.LateAnswer;
import dev.belay.event.NoticeQueue;
import dev.belay.event.PersonalNotice;
import dev.belay.event.PersonalNotice.Recipient;
import dev.belay.event.Press;
import dev.belay.event.Press.Place;
import dev.belay.event.PressedButton;
import dev.belay.event.RecordHint;
import dev.belay.event.SamplePress;
import dev.belay.failure.Calls;
import dev.belay.failure.Calls.Killed;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Unavailable;
import dev.belay.health.Metric;
import dev.belay.lease.InMemoryLeases;
import dev.belay.lease.Leases;
import dev.belay.link.Conversation;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.link.Kept;
import dev.belay.link.LinkClaim;
import dev.belay.link.LinkKey;
import dev.belay.link.Placement;
import dev.belay.pager.InMemoryPageOrders;
import dev.belay.pager.InMemoryPager;
import dev.belay.pager.PageOrders;
import dev.belay.pager.Pager;
import dev.belay.person.Directory;
import dev.belay.person.Identities;
import dev.belay.person.Identity;
import dev.belay.person.InMemoryDirectory;
import dev.belay.person.InMemoryUserMap;
import dev.belay.person.Members;
import dev.belay.person.Roles;
import dev.belay.person.UserMap;
import dev.belay.platform.Cards;
import dev.belay.platform.ChannelDraft;
import dev.belay.platform.ChannelSetup;
import dev.belay.platform.Channels;
import dev.belay.platform.ChatPlatform;
import dev.belay.platform.ChatStage.ShownCard;
import dev.belay.platform.InMemoryChat;
import dev.belay.platform.Lines;
import dev.belay.platform.Messages;
import dev.belay.platform.People;
import dev.belay.record.Assignee;
import dev.belay.record.Chronicle;
import dev.belay.record.ChronicledRecords;
import dev.belay.record.Chronicles;
import dev.belay.record.InMemoryChronicles;
import dev.belay.record.InMemoryRecords;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordNumber;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.record.Sample;
import dev.belay.record.SysId;
import dev.belay.record.WorkNote;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.time.MovedClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** One incident with its conversation, where Jane, who may, presses buttons: everything in memory. */
public final class Desk {
    public static final LinkKey KEY = new LinkKey(Sample.REF, Platform.SLACK);
    static final ChatUser JANE = SamplePress.JANE;
    static final String ROLE = "mim_manager";
    private static final String MARKER = "4b1f9c2e77aa01";

    final MovedClock clock = MovedClock.at(Sample.OPENED);
    final InMemoryChat chat = new InMemoryChat(clock);
    final InMemoryRecords records = new InMemoryRecords(clock);
    final InMemoryChronicles chronicles = new InMemoryChronicles();
    final InMemoryConversationLinks links = new InMemoryConversationLinks();
    final InMemoryHandledEvents events = new InMemoryHandledEvents(links, clock);
    final InMemoryLeases leases = new InMemoryLeases(clock);
    final InMemoryPager pager = new InMemoryPager();
    final InMemoryPageOrders orders = new InMemoryPageOrders();
    final InMemoryDirectory directory = new InMemoryDirectory();
    final InMemoryUserMap users = new InMemoryUserMap(clock);
    final List<RecordHint> hints = new ArrayList<>();
    final List<LateAnswer> answers = new ArrayList<>();
    final List<PersonalNotice> notices = new ArrayList<>();
    final List<String> counted = Collections.synchronizedList(new ArrayList<>());
    final Channel channel;
    final PostedCard card;
    Settings settings = SampleSettings.both();
    private final Random random = new Random(20261123);

    /** What there is to be seen once all is done. */
    public record Seen(
            RecordSnapshot record,
            Chronicle chronicle,
            List<String> notes,
            List<ShownCard> cards,
            ConversationLink link,
            Set<String> told,
            Set<Recipient> noticed,
            Set<Platform> hinted) {}

    /** What a press meets in one worker: the use cases, and the platform. */
    record Worker(Gates gates, NamedPeople people, FinishPress finish, PerformAction perform, ChatPlatform chat) {}

    private Desk(RecordSnapshot record) {
        records.put(record);
        records.person(SampleRequest.JANE.sysId(), "Jane Doe");
        records.person(SampleRequest.ANN.sysId(), "Ann Lee");
        directory.add(SampleRequest.JANE, ROLE);
        directory.add(SampleRequest.ANN);
        chat.add(new Member(
                SampleRequest.ANN_IN_CHAT, Member.Standing.FULL, "Ann Lee", Optional.of(SampleRequest.ANN.email())));
        users.remember(JANE, new UserMap.Entry(new Identity.Known(SampleRequest.JANE), address()));
        channel = chat.create(
                        new ChannelDraft(InMemoryChat.WORKSPACE, List.of(), "inc", false, MARKER, clock.instant()))
                .orElseThrow();
        chat.setUp(channel, new ChannelSetup.Invitation(List.of(JANE.id())));
        card = chat.post(
                channel,
                Card.of(
                        record,
                        records.link(record.ref()),
                        CardLayout.USUAL,
                        Actions.offeredOn(record, Platform.SLACK, settings)),
                MARKER);
        links.claim(claim());
    }

    /** A new incident. */
    public static Desk open() {
        return with(Sample.incident());
    }

    /** The incident is like this, and so is its card. */
    public static Desk with(RecordSnapshot record) {
        Desk desk = unfinished(record);
        desk.finishLink();
        return desk;
    }

    /** The card was posted, and its link is not finished. */
    static Desk unfinished(RecordSnapshot record) {
        return new Desk(record);
    }

    void finishLink() {
        var _ = links.ready(claim().standing(new Conversation(channel, card, card.generation(), Map.of(), "U0BELAY")))
                .orElseThrow();
    }

    private static Claimed claim() {
        Placement place =
                new Placement(InMemoryChat.WORKSPACE, List.of(), Placement.Kind.DEDICATED, "inc", false, "priority 1");
        LinkClaim claim = new LinkClaim(MARKER, new NoteReference("bly-abcdefghijkm"), Sample.OPENED, Sample.OPENED);
        return Claimed.first(KEY, place, claim);
    }

    /** A worker on these fakes. What it remembers, it has yet to learn. */
    Worker worker(Calls calls) {
        ConversationLinks l = calls.watched(ConversationLinks.class, links);
        Chronicles c = calls.watched(Chronicles.class, chronicles);
        Records r = new ChronicledRecords(calls.watched(Records.class, records), c);
        HandledEvents e = calls.watched(HandledEvents.class, events);
        Leases leased = calls.watched(Leases.class, leases);
        Directory d = calls.watched(Directory.class, directory);
        Identities identities = new Identities(calls.watched(UserMap.class, users), d);
        Hints sent = calls.watched(Hints.class, hints::add);
        Members members = new Members(clock);
        Gates gates = new Gates(members, l, identities, new Roles(d, clock), this::count);
        FinishPress.Outgoing outgoing = new FinishPress.Outgoing(
                sent, calls.watched(AnswerQueue.class, answers::add), calls.watched(NoticeQueue.class, notices::add));
        FinishPress finish = new FinishPress(
                e,
                r,
                new RefreshCard(l, r, clock),
                new TellPerson(leased, this::count, clock),
                outgoing,
                this::count,
                clock);
        NamedPeople people = new NamedPeople(members, identities);
        PerformAction perform = new PerformAction(
                new PerformAction.Tools(
                        e,
                        leased,
                        r,
                        l,
                        c,
                        calls.watched(PageOrders.class, orders),
                        Map.of(SampleSettings.PAGER.name(), calls.watched(Pager.class, pager)),
                        this::count),
                gates,
                people,
                finish,
                clock,
                random);
        return new Worker(gates, people, finish, perform, platform(calls));
    }

    /** A user of ServiceNow, as an assignee. */
    public static Assignee assignee(SysId user) {
        return new Assignee(user.value(), user.equals(SampleRequest.ANN.sysId()) ? "Ann Lee" : "Jane Doe");
    }

    private ChatPlatform platform(Calls calls) {
        return new ChatPlatform(
                Platform.SLACK,
                calls.watched(Channels.class, chat),
                calls.watched(Cards.class, chat),
                calls.watched(Lines.class, chat),
                calls.watched(Messages.class, chat),
                calls.watched(People.class, chat),
                Optional.empty(),
                chat);
    }

    private void count(Metric metric, String kind) {
        counted.add(metric.id() + " " + kind);
    }

    /** A new worker performs a press. */
    public PressOutcome perform(SamplePress press, Calls calls) {
        Worker worker = worker(calls);
        return worker.perform().perform(press.press(), worker.chat(), settings);
    }

    public PressOutcome perform(SamplePress press) {
        return perform(press, Calls.undisturbed());
    }

    /** Whether a run comes to its end; one that does not was killed, or an outside system failed. */
    public boolean survives(SamplePress press, Calls calls) {
        try {
            perform(press, calls);
            return true;
        } catch (Killed | Unavailable | OutcomeUnknown e) {
            clock.advance(HandledEvents.LEASE); // a message is delivered again when the worker's time is over
            return false;
        }
    }

    /** The address that chat shows of Jane. */
    String address() {
        return chat.member(JANE, InMemoryChat.SHARED, Optional.empty()).email().orElse("");
    }

    /** Jane presses this button in the conversation, and enters what it asks. */
    public SamplePress press(PressedButton button) {
        return SamplePress.of(button)
                .entering(SampleRequest.entered(button))
                .at(new Place(channel.id(), false, Optional.empty(), card.message()));
    }

    /** Jane asks in words, and in the shared channel, for the postmortem to be attached to the record of this number. */
    SamplePress commanded(String number) {
        Press press = new ResolveCommand(records, clock).press(command(number), settings);
        return SamplePress.of(press.button())
                .entering(press.input())
                .reply(new ReplyAddress("https://chat.example/reply"))
                .at(press.place());
    }

    Command command(String number) {
        Place there = new Place(
                InMemoryChat.SHARED, false, Optional.empty(), "1.000002", Optional.of(new RecordNumber(number)));
        return new Command(
                "command-1",
                SamplePress.APP,
                JANE,
                Optional.empty(),
                there,
                CardAction.POSTMORTEM,
                new Input(Map.of(Postmortem.ADDRESS, List.of("https://wiki.acme.example/postmortem"))),
                Optional.empty(),
                Sample.OPENED);
    }

    /** Jane's own chat with us. */
    Place inOwnChat() {
        return new Place("D01JANE", true, Optional.empty(), "1.000001");
    }

    /** Jane presses a button of the card as it was posted. */
    public SamplePress press(CardAction action) {
        return press(SampleRequest.button(action, OptionalLong.of(card.generation()), Optional.empty()));
    }

    /** Jane pages Ann and who is on call, from a card as it is drawn now. */
    SamplePress page() {
        return press(SampleRequest.button(Actions.button(CardAction.PAGE, chronicled(), Platform.SLACK, settings)));
    }

    Made link() {
        return (Made) links.find(KEY).orElseThrow();
    }

    RecordSnapshot record() {
        return records.find(Sample.REF).orElseThrow();
    }

    /** The record with what people did about it. */
    RecordSnapshot chronicled() {
        return record().with(chronicles.of(Sample.REF));
    }

    public List<WorkNote> notes() {
        return records.notes(Sample.REF);
    }

    /** Of the work note that this press may have written. */
    public NoteReference reference(SamplePress press) {
        return events.reference(press.id());
    }

    public Seen seen() {
        return new Seen(
                record(),
                chronicles.of(Sample.REF),
                notes().stream().map(WorkNote::text).toList(),
                chat.cards(channel),
                timeless(links.find(KEY).orElseThrow()),
                Set.copyOf(chat.privately(JANE)),
                notices.stream().map(PersonalNotice::to).collect(Collectors.toSet()),
                hints.stream().map(RecordHint::platform).collect(Collectors.toSet()));
    }

    /** Runs that end the same may draw at other times. */
    private static ConversationLink timeless(ConversationLink link) {
        return link instanceof Standing standing
                ? standing.with(standing.conversation().with(Kept.NOTHING))
                : link;
    }
}
