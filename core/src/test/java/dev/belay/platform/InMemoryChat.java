package dev.belay.platform;

import dev.belay.card.Card;
import dev.belay.card.CardButton;
import dev.belay.card.Fact;
import dev.belay.card.PrivateAnswer;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.chat.PostedCard;
import dev.belay.chat.ReplyAddress;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.line.Line;
import dev.belay.line.Line.Piece;
import dev.belay.ratelimit.InMemoryRateLimitStore;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.team.ChannelQuota;
import dev.belay.team.TeamStatus;
import dev.belay.team.Teams;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A chat platform that is kept in memory, with all its capabilities, its people and their standings. */
public final class InMemoryChat implements Channels, Cards, Lines, Messages, People, Teams, Survey, ChatStage {
    public static final String WORKSPACE = "T01ACME";
    public static final String SHARED = "C0SUPPORT";
    private static final String BOT = "U0BELAY";
    private static final String BYSTANDER = "U01BOB";
    private static final String MEMBER = "member";
    private static final int LISTED = 3;

    private record Message(String author, String marker, Card card) {}

    private record Said(Optional<String> thread, List<Line> lines, String marker) {}

    private record Private(String reader, String sentence, boolean direct, Optional<CardButton> offer) {}

    /** A channel and all that is in it. */
    private static final class Room {
        Channel channel;
        final String creator;
        final boolean isPrivate;
        final Instant created;
        final Set<String> members = new LinkedHashSet<>();
        final Map<String, Message> messages = new LinkedHashMap<>();
        final Map<String, String> bookmarks = new LinkedHashMap<>();
        final Set<String> pins = new LinkedHashSet<>();
        final List<String> sentences = new ArrayList<>();
        final List<Said> said = new ArrayList<>();
        String description = "";
        Optional<String> mark = Optional.empty();
        boolean archived;
        boolean outside;

        Room(Channel channel, String creator, boolean isPrivate, Instant created) {
            this.channel = channel;
            this.creator = creator;
            this.isPrivate = isPrivate;
            this.created = created;
            members.add(creator);
        }
    }

    private final MovedClock clock;
    private final RateLimitStore limits;
    private final Map<String, Room> rooms = new LinkedHashMap<>();
    private final List<Private> privately = new ArrayList<>();
    private final Map<String, Member> people = new HashMap<>();
    private final Map<String, List<ChatUser>> groups = new HashMap<>();
    private Optional<Boolean> lostCreation = Optional.empty();
    private Optional<Boolean> lostPost = Optional.empty();
    private Optional<Boolean> lostLine = Optional.empty();
    private Optional<Duration> limit = Optional.empty();
    private Optional<Rejected> lookUp = Optional.empty();
    private boolean noChats;
    private boolean noArchiving;
    private boolean revives;
    private int calls;

    public InMemoryChat(MovedClock clock) {
        this.clock = clock;
        this.limits = new InMemoryRateLimitStore(clock);
        Room shared = new Room(
                new Channel(Platform.SLACK, WORKSPACE, Optional.empty(), SHARED, "support"), BYSTANDER, false, now());
        shared.members.addAll(List.of(BOT, BYSTANDER));
        rooms.put(SHARED, shared);
        for (Member.Standing standing : Member.Standing.values()) {
            add("U01" + standing, standing);
            shared.members.add("U01" + standing);
        }
        add(BYSTANDER, Member.Standing.FULL);
    }

    /** Adds somebody. */
    public synchronized void add(Member member) {
        people.put(member.user().id(), member);
    }

    private void add(String id, Member.Standing standing) {
        ChatUser user = new ChatUser(Platform.SLACK, WORKSPACE, id);
        people.put(id, new Member(user, standing, id, Optional.of(id.toLowerCase(Locale.ROOT) + "@acme.example")));
    }

    /** From now on this address is shown of a person. */
    public synchronized void show(ChatUser user, Optional<String> email) {
        people.computeIfPresent(user.id(), (id, as) -> new Member(user, as.standing(), id, email));
    }

    /** All that it can do. */
    public ChatPlatform platform() {
        return new ChatPlatform(Platform.SLACK, this, this, this, this, this, Optional.of(this), this);
    }

    @Override
    public String self(String workspace) {
        return BOT;
    }

    @Override
    public synchronized Optional<Channel> create(ChannelDraft draft) {
        calls++;
        Optional<Boolean> lost = lostCreation;
        lostCreation = Optional.empty();
        if (lost.filter(done -> !done).isPresent()) {
            throw new OutcomeUnknown("chat", "create");
        }
        if (channelsNamed(draft.name()) > 0) {
            return Optional.empty();
        }
        Channel made = make(draft.name(), BOT, draft.isPrivate());
        if (lost.isPresent()) {
            throw new OutcomeUnknown("chat", "create");
        }
        return Optional.of(made);
    }

    private Channel make(String name, String creator, boolean isPrivate) {
        Channel channel =
                new Channel(Platform.SLACK, WORKSPACE, Optional.empty(), "C%04d".formatted(rooms.size()), name);
        rooms.put(channel.id(), new Room(channel, creator, isPrivate, now()));
        return channel;
    }

    @Override
    public synchronized Optional<Channel> findOwn(ChannelDraft draft) {
        calls++;
        return rooms.values().stream()
                .filter(room -> room.channel.name().equals(draft.name()))
                .filter(room -> room.creator.equals(BOT) && room.isPrivate == draft.isPrivate())
                .filter(room -> !room.created.isBefore(draft.claimedAt()))
                .map(room -> room.channel)
                .findFirst();
    }

    @Override
    public synchronized void setUp(Channel channel, ChannelSetup part) {
        calls++;
        Room room = room(channel.id());
        switch (part) {
            case ChannelSetup.Description about -> room.description = about.topic() + "\n" + about.purpose();
            case ChannelSetup.Bookmark bookmark -> room.bookmarks.put(part.id(), bookmark.url());
            case ChannelSetup.Postmortem postmortem -> room.bookmarks.put(part.id(), postmortem.url());
            case ChannelSetup.Pin(String message) -> room.pins.add(message);
            case ChannelSetup.Invitation(List<String> users) -> room.members.addAll(users);
        }
    }

    /** Who is not in the workspace can be in no channel of it, and who is may be in each. */
    @Override
    public synchronized List<Invited> invite(Channel channel, Optional<String> thread, List<Invitee> invitees) {
        calls++;
        Room room = room(channel.id());
        return invitees.stream().map(who -> invite(room, who)).toList();
    }

    private Invited invite(Room room, Invitee who) {
        Optional<ChatUser> user = who.user()
                .filter(each -> people.containsKey(each.id())
                        && people.get(each.id()).standing() != Member.Standing.DEACTIVATED);
        if (user.isEmpty()) {
            return new Invited.Absent(who, "is not in the workspace: invite them by hand");
        }
        return room.members.add(user.get().id())
                ? new Invited.Joined(who, user.get())
                : new Invited.Present(who, user.get());
    }

    /** Somebody joins a channel. */
    public synchronized void join(Channel channel, ChatUser user) {
        room(channel.id()).members.add(user.id());
    }

    /** Somebody leaves a channel. */
    public synchronized void leave(Channel channel, ChatUser user) {
        room(channel.id()).members.remove(user.id());
    }

    /** Somebody makes a group. */
    public synchronized void group(String id, List<ChatUser> members) {
        groups.put(id, List.copyOf(members));
    }

    @Override
    public String group(List<ChatUser> members) {
        group("S01GROUP", members);
        return "S01GROUP";
    }

    @Override
    public ChatUser outsider() {
        return person(Member.Standing.DEACTIVATED);
    }

    @Override
    public synchronized List<ChatUser> inGroup(String workspace, Optional<String> team, String group) {
        calls++;
        if (!groups.containsKey(group)) {
            throw new Rejected("chat", "there is no such group");
        }
        return groups.get(group);
    }

    @Override
    public synchronized PostedCard post(Channel channel, Card card, String marker) {
        calls++;
        Optional<Boolean> lost = lostPost;
        lostPost = Optional.empty();
        if (lost.filter(done -> !done).isPresent()) {
            throw new OutcomeUnknown("chat", "post");
        }
        String message = write(channel, new Message(BOT, marker, card));
        if (lost.isPresent()) {
            throw new OutcomeUnknown("chat", "post");
        }
        return new PostedCard(message, card.generation());
    }

    private static void demandOpen(Room room) {
        if (room.archived) {
            throw new Rejected("chat", "is_archived");
        }
    }

    private String write(Channel channel, Message message) {
        Room room = room(channel.id());
        demandOpen(room);
        String id = "%d.%06d".formatted(now().getEpochSecond(), room.messages.size());
        room.messages.put(id, message);
        return id;
    }

    @Override
    public synchronized Optional<PostedCard> findOwn(Channel channel, String marker, Instant since) {
        calls++;
        return room(channel.id()).messages.entrySet().stream()
                .filter(entry -> entry.getValue().author().equals(BOT)
                        && entry.getValue().marker().equals(marker))
                .map(entry ->
                        new PostedCard(entry.getKey(), entry.getValue().card().generation()))
                .findFirst();
    }

    @Override
    public synchronized boolean update(Channel channel, String message, Card card, String marker) {
        calls++;
        Message there = room(channel.id()).messages.get(message);
        if (there == null || room(channel.id()).archived) {
            return false;
        }
        if (!there.author().equals(BOT)) {
            throw new Rejected("chat", "no message of ours");
        }
        room(channel.id()).messages.put(message, new Message(BOT, marker, card));
        return true;
    }

    @Override
    public synchronized void say(Channel channel, Optional<String> thread, List<Line> lines, String marker) {
        calls++;
        Optional<Boolean> lost = lostLine;
        lostLine = Optional.empty();
        if (lost.filter(done -> !done).isPresent()) {
            throw new OutcomeUnknown("chat", "say");
        }
        demandOpen(room(channel.id()));
        room(channel.id()).said.add(new Said(thread, lines, marker));
        if (lost.isPresent()) {
            throw new OutcomeUnknown("chat", "say");
        }
    }

    @Override
    public synchronized boolean isSaid(Channel channel, Optional<String> thread, String marker, Instant since) {
        calls++;
        return room(channel.id()).said.stream()
                .anyMatch(said -> said.marker().equals(marker) && said.thread().equals(thread));
    }

    @Override
    public boolean canBePrivate() {
        return true;
    }

    @Override
    public synchronized void tellDirectly(ChatUser user, Optional<ReplyAddress> reply, PrivateAnswer answer) {
        calls++;
        if (noChats || !people.containsKey(user.id())) {
            throw new Rejected("chat", "no chat can be begun with them");
        }
        privately.add(new Private(user.id(), answer.sentence(), true, answer.offer()));
    }

    @Override
    public synchronized void tell(
            ChatUser user, ConversationId at, Optional<ReplyAddress> reply, PrivateAnswer answer) {
        calls++;
        if (!room(at.channel()).members.contains(user.id()) && reply.isEmpty()) {
            throw new Rejected("chat", "the person is not in the channel");
        }
        privately.add(new Private(user.id(), answer.sentence(), false, answer.offer()));
    }

    @Override
    public synchronized Optional<ChatUser> withEmail(
            String workspace, String email, String channel, Optional<ReplyAddress> reply) {
        calls++;
        return people.values().stream()
                .filter(member -> member.standing() == Member.Standing.FULL)
                .filter(member -> member.email().filter(email::equalsIgnoreCase).isPresent())
                .map(Member::user)
                .findFirst();
    }

    /** The next time that somebody is asked for is refused. */
    public synchronized void refuseNextLookUp(Rejected why) {
        lookUp = Optional.of(why);
    }

    @Override
    public synchronized Member member(ChatUser user, String channel, Optional<ReplyAddress> reply) {
        limits.notBefore(WORKSPACE, MEMBER).ifPresent(until -> {
            throw unavailable(Duration.between(now(), until));
        });
        calls++;
        Optional<Rejected> refused = lookUp;
        lookUp = Optional.empty();
        if (refused.isPresent()) {
            throw refused.get();
        }
        Optional<Duration> met = limit;
        limit = Optional.empty();
        met.ifPresent(wait -> {
            limits.hold(WORKSPACE, MEMBER, now().plus(wait));
            throw unavailable(wait);
        });
        return people.getOrDefault(user.id(), new Member(user, Member.Standing.STRANGER, user.id(), Optional.empty()));
    }

    private static Unavailable unavailable(Duration wait) {
        return new Unavailable("chat", "rate limited", Optional.of(wait));
    }

    @Override
    public synchronized void announce(Channel channel, String sentence) {
        calls++;
        room(channel.id()).sentences.add(sentence);
    }

    @Override
    public Optional<TeamStatus> status(String workspace, String team, ReplyAddress address) {
        return Optional.empty();
    }

    @Override
    public synchronized ChannelQuota quota(Channel channel) {
        return new ChannelQuota("the team", rooms.size(), 1000);
    }

    @Override
    public synchronized Archiving archive(Channel channel) {
        calls++;
        Room room = room(channel.id());
        if (!room.archived) {
            demandArchiving();
            room.archived = true;
        }
        return Archiving.DONE;
    }

    private void demandArchiving() {
        if (noArchiving) {
            throw new Rejected("chat", "restricted");
        }
    }

    @Override
    public synchronized boolean canUnarchive() {
        return revives;
    }

    /** From now on channels can be taken out of the archive. */
    public synchronized void letUnarchive() {
        revives = true;
    }

    @Override
    public synchronized Archiving unarchive(Channel channel) {
        calls++;
        Room room = room(channel.id());
        if (!revives) {
            throw new Rejected("chat", "a bot cannot unarchive");
        }
        demandArchiving();
        room.archived = false;
        return Archiving.DONE;
    }

    @Override
    public synchronized ChannelView look(Channel channel) {
        calls++;
        Room room = rooms.get(channel.id());
        if (room == null) {
            return ChannelView.hidden(ChannelView.State.DELETED);
        }
        ChannelView.State in = room.members.contains(BOT) ? ChannelView.State.LIVE : ChannelView.State.APP_REMOVED;
        return new ChannelView(room.archived ? ChannelView.State.ARCHIVED : in, room.channel.name());
    }

    @Override
    public List<String> places(String workspace) {
        return List.of(workspace);
    }

    @Override
    public synchronized Survey.Page page(String workspace, String place, Optional<String> after) {
        calls++;
        List<Room> behind = rooms.values().stream()
                .filter(room -> after.filter(last -> room.channel.id().compareTo(last) <= 0)
                        .isEmpty())
                .sorted(Comparator.comparing(room -> room.channel.id()))
                .toList();
        List<Room> page = behind.stream().limit(LISTED).toList();
        return new Survey.Page(
                page.stream().map(this::seen).toList(),
                behind.size() > LISTED ? Optional.of(page.getLast().channel.id()) : Optional.empty());
    }

    private SeenChannel seen(Room room) {
        return new SeenChannel(
                room.channel,
                new SeenChannel.Traits(room.archived, room.isPrivate, room.outside, room.members.contains(BOT)),
                new SeenChannel.Origin(
                        room.creator.equals(BOT),
                        room.mark,
                        Optional.of(new ChatUser(Platform.SLACK, WORKSPACE, room.creator)),
                        room.created),
                room.description);
    }

    @Override
    public synchronized Optional<SeenChannel> show(Channel channel) {
        calls++;
        return Optional.ofNullable(rooms.get(channel.id())).map(this::seen);
    }

    @Override
    public boolean canBear(Optional<String> thread) {
        return true;
    }

    @Override
    public synchronized Bearing bearing(Channel channel, Optional<String> thread, String card) {
        calls++;
        Message there = room(channel.id()).messages.get(card);
        return there == null || !there.author().equals(BOT)
                ? new Bearing.Nothing()
                : new Bearing.Bears(there.card().record());
    }

    @Override
    public synchronized Survey.Company company(Channel channel, Function<ChatUser, Member> member) {
        calls++;
        return Survey.Company.of(
                room(channel.id()).members.stream()
                        .filter(id -> !id.equals(BOT))
                        .map(id -> member.apply(new ChatUser(Platform.SLACK, WORKSPACE, id)))
                        .toList(),
                true);
    }

    @Override
    public synchronized boolean mentions(SeenChannel channel, List<String> words) {
        calls++;
        Room room = room(channel.channel().id());
        return Stream.concat(Stream.of(room.description), room.sentences.stream())
                .anyMatch(said -> Mentions.in(said, words));
    }

    @Override
    public synchronized void describeByHand(Channel channel, String words) {
        room(channel.id()).description = words;
    }

    /** Somebody writes a mark where our app would write its own. */
    public synchronized void markByHand(Channel channel, String mark) {
        room(channel.id()).mark = Optional.of(mark);
    }

    @Override
    public synchronized void makeOutsideChannel(String name) {
        room(make(name, BYSTANDER, false).id()).outside = true;
    }

    @Override
    public synchronized void archiveByHand(Channel channel) {
        room(channel.id()).archived = true;
    }

    @Override
    public synchronized void unarchiveByHand(Channel channel) {
        room(channel.id()).archived = false;
    }

    @Override
    public synchronized void deleteByHand(Channel channel) {
        rooms.remove(channel.id());
    }

    @Override
    public synchronized void renameByHand(Channel channel, String name) {
        room(channel.id()).channel = channel.named(name);
    }

    @Override
    public synchronized void removeApp(Channel channel) {
        room(channel.id()).members.remove(BOT);
    }

    @Override
    public synchronized void inviteApp(Channel channel) {
        room(channel.id()).members.add(BOT);
    }

    @Override
    public synchronized void forbidArchiving() {
        noArchiving = true;
    }

    @Override
    public synchronized boolean isArchived(Channel channel) {
        return room(channel.id()).archived;
    }

    @Override
    public String link(Channel channel, Optional<String> thread) {
        return "https://chat.example/" + channel.id()
                + thread.map(message -> "/" + message).orElse("");
    }

    @Override
    public String workspace() {
        return WORKSPACE;
    }

    @Override
    public Channel shared() {
        return room(SHARED).channel;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    public ChatUser person(Member.Standing standing) {
        return new ChatUser(Platform.SLACK, WORKSPACE, "U01" + standing);
    }

    @Override
    public ChatUser bystander() {
        return new ChatUser(Platform.SLACK, WORKSPACE, BYSTANDER);
    }

    @Override
    public synchronized void makeForeignChannel(String name) {
        room(make(name, BYSTANDER, false).id()).members.add(BOT);
    }

    @Override
    public synchronized void imitate(Channel channel, String marker) {
        write(channel, new Message(BYSTANDER, marker, ChatContract.NEW));
    }

    @Override
    public synchronized void loseNextCreation(boolean afterDone) {
        lostCreation = Optional.of(afterDone);
    }

    @Override
    public synchronized void loseNextPost(boolean afterDone) {
        lostPost = Optional.of(afterDone);
    }

    @Override
    public synchronized void loseNextLine(boolean afterDone) {
        lostLine = Optional.of(afterDone);
    }

    @Override
    public synchronized List<String> said(Channel channel, Optional<String> thread) {
        return room(channel.id()).said.stream()
                .filter(said -> said.thread().equals(thread))
                .map(said -> said.lines().stream().map(Line::plain).collect(Collectors.joining("\n")))
                .toList();
    }

    @Override
    public synchronized Set<String> mentioned(Channel channel) {
        return room(channel.id()).said.stream()
                .flatMap(said -> said.lines().stream())
                .flatMap(line -> line.pieces().stream())
                .filter(Piece.Person.class::isInstance)
                .flatMap(piece -> ((Piece.Person) piece).who().chat().stream())
                .map(ChatUser::id)
                .filter(room(channel.id()).members::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized void limitNextMember(Duration wait) {
        limit = Optional.of(wait);
    }

    @Override
    public synchronized int calls() {
        return calls;
    }

    @Override
    public synchronized int channelsNamed(String name) {
        return (int) rooms.values().stream()
                .filter(room -> room.channel.name().equals(name))
                .count();
    }

    @Override
    public synchronized List<ShownCard> cards(Channel channel) {
        return room(channel.id()).messages.entrySet().stream()
                .map(entry -> shown(entry.getKey(), entry.getValue().card()))
                .toList();
    }

    private static ShownCard shown(String message, Card card) {
        String facts = card.facts().stream().map(Fact::plain).collect(Collectors.joining(" "));
        List<String> buttons = card.buttons().stream()
                .map(CardButton::action)
                .map(action -> action.id())
                .toList();
        return new ShownCard(message, card.heading() + " " + facts, buttons);
    }

    /** All that everybody sees, channel by channel. */
    public synchronized List<String> everything() {
        List<String> all = new ArrayList<>();
        rooms.values().forEach(room -> {
            all.add("#" + room.channel.name() + (room.archived ? " (archived)" : "") + " " + room.description);
            cards(room.channel).forEach(card -> all.add("  " + card.words() + " " + card.buttons()));
            room.said.forEach(said -> all.add("  " + said.thread() + " "
                    + said.lines().stream().map(Line::plain).collect(Collectors.joining(" | "))));
            room.sentences.stream().distinct().forEach(sentence -> all.add("  ! " + sentence));
        });
        return all;
    }

    @Override
    public synchronized void deleteMessage(Channel channel, String message) {
        room(channel.id()).messages.remove(message);
    }

    @Override
    public synchronized void closeChannel(Channel channel) {
        room(channel.id()).messages.clear();
    }

    @Override
    public synchronized List<String> privately(ChatUser person) {
        return privately.stream()
                .filter(answer -> answer.reader().equals(person.id()))
                .map(Private::sentence)
                .toList();
    }

    /** The buttons that a person alone was offered. */
    public synchronized List<CardButton> offered(ChatUser person) {
        return privately.stream()
                .filter(answer -> answer.reader().equals(person.id()))
                .flatMap(answer -> answer.offer().stream())
                .toList();
    }

    @Override
    public synchronized List<String> directly(ChatUser person) {
        return privately.stream()
                .filter(answer -> answer.direct() && answer.reader().equals(person.id()))
                .map(Private::sentence)
                .toList();
    }

    @Override
    public synchronized void refuseDirectly() {
        noChats = true;
    }

    @Override
    public synchronized String description(Channel channel) {
        return room(channel.id()).description;
    }

    @Override
    public synchronized boolean isPrivate(Channel channel) {
        return room(channel.id()).isPrivate;
    }

    @Override
    public synchronized List<String> sentences(Channel channel) {
        return List.copyOf(room(channel.id()).sentences);
    }

    @Override
    public synchronized List<String> bookmarks(Channel channel) {
        return List.copyOf(room(channel.id()).bookmarks.values());
    }

    @Override
    public synchronized Set<String> members(Channel channel) {
        return Set.copyOf(room(channel.id()).members);
    }

    private Room room(String channel) {
        return Optional.ofNullable(rooms.get(channel)).orElseThrow(() -> new Rejected("chat", "no such channel"));
    }
}
