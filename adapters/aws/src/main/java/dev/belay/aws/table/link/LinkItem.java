package dev.belay.aws.table.link;

import dev.belay.aws.table.Item;
import dev.belay.aws.table.Key;
import dev.belay.chat.Channel;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.PostedCard;
import dev.belay.link.Conversation;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Ended;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.LinkClaim;
import dev.belay.link.LinkKey;
import dev.belay.link.LinkStatus;
import dev.belay.link.NoRoom;
import dev.belay.link.PagerIncident;
import dev.belay.link.Placement;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A link as it is stored, under its record. Times are ISO-8601 in UTC, as exact as they were given. {@code placement_channel} is
 * where the conversation is to be (a dedicated channel's name, a shared one's id), {@code channel_id} and {@code channel_name}
 * what the platform returned; {@code thread_id} repeats the card's message where the conversation is a thread.
 * {@code written_by} is random and other for each write, so that a write whose answer was lost knows itself again.
 */
public final class LinkItem {
    public static final String TABLE = "source_table";
    public static final String SYS_ID = "source_sys_id";
    static final String PLATFORM = "platform";
    static final String CHANNEL_ID = "channel_id";
    static final String WORKSPACE = "team_or_workspace_id";
    static final String CREATED_BY = "created_by_chat_user";
    static final String THREAD = "thread_id";
    static final String CARD = "card_message_id";
    static final String GENERATION = "card_generation";
    static final String KIND = "kind";
    static final String REASON = "reason";
    static final String STATUS = "state";
    static final String CHANNEL_NAME = "channel_name";
    static final String PRIVATE = "is_private";
    static final String MARKER = "marker";
    static final String NOTE = "note_reference";
    static final String CLAIMED = "claimed_at";
    static final String LEASE = "lease_until";
    /** Confirms that the announced card of a generation was sent. */
    public static final String CONFIRM = "SET #seen = :generation";

    /** That the conversation is the record's, and no newer card was announced. */
    public static final String IS_NEWEST = "#generation = :generation AND #marker = :marker";

    static final String SEEN = "seen_mod_count";
    /** Before the id of each part of the channel's set-up: a hash of what was set. */
    static final String SET_UP = "set_up_";

    static final String PAGER_INCIDENT = "pager_incident";
    static final String PAGER_ORDER = "pager_order";
    static final String VERSION = "version";
    static final String PLACE = "placement_channel";
    /** The tenant, where the channel stands in a team, whose id is then the {@link #WORKSPACE}. */
    static final String TENANT = "tenant_id";

    static final String PLACE_TEAMS = "placement_teams";
    static final String PLACE_WORKSPACE = "placement_workspace";
    static final String WRITTEN_BY = "written_by";
    /** That it is on the conversation that is to succeed the current one. */
    static final String NEXT = "is_next";
    /** The conversation that this one takes the place of, as {@link FormerJson}. */
    static final String FORMER = "former";

    static final String NO_ROOM = "no_room_reason";
    static final String NO_ROOM_KIND = "no_room_kind";
    static final String NO_ROOM_TRIED = "no_room_tried_at";
    static final String NO_ROOM_WANTED = "no_room_wanted";

    private LinkItem() {}

    static Item of(ConversationLink link, String writtenBy) {
        Item item = bound(Key.of(link.key()), link.record(), link.platform())
                .with(STATUS, link.status().name())
                .with(VERSION, link.version())
                .with(WRITTEN_BY, writtenBy);
        if (link.key().isNext()) {
            item.with(NEXT, true);
        }
        placement(item, link.placement());
        claim(item, link.claim());
        IndexAttributes.put(item, link);
        switch (link) {
            case Claimed claimed -> {
                item.with(
                        WORKSPACE,
                        claimed.channel()
                                .map(LinkItem::holder)
                                .orElse(claimed.placement().workspace()));
                claimed.channel().ifPresent(channel -> channel(item, channel));
                claimed.card().ifPresent(card -> card(item, card, claimed.placement()));
                claimed.seen().ifPresent(seen -> item.with(SEEN, seen));
            }
            case Made made -> conversation(item, made.conversation(), made.placement());
        }
        return item;
    }

    private static void conversation(Item item, Conversation conversation, Placement placement) {
        item.with(WORKSPACE, holder(conversation.channel()))
                .with(SEEN, conversation.seen())
                .with(CREATED_BY, conversation.createdBy());
        channel(item, conversation.channel());
        card(item, conversation.card(), placement);
        conversation.setUp().forEach((part, what) -> item.with(SET_UP + part, what));
        KeptAttributes.put(item, conversation.kept());
        conversation.paged().ifPresent(paged -> item.with(PAGER_INCIDENT, paged.id())
                .with(PAGER_ORDER, paged.order()));
    }

    private static void card(Item item, PostedCard card, Placement placement) {
        item.with(CARD, card.message()).with(GENERATION, card.generation());
        placement.thread(card).ifPresent(thread -> item.with(THREAD, thread));
    }

    /** The binding of a conversation to its record, stored under the conversation. */
    static Item of(ConversationId conversation, RecordRef record) {
        Item item = bound(Key.of(conversation), record, conversation.platform())
                .with(WORKSPACE, conversation.workspace())
                .with(CHANNEL_ID, conversation.channel());
        conversation.thread().ifPresent(thread -> item.with(THREAD, thread));
        return item;
    }

    static ConversationLink link(Item item) {
        LinkKey key = key(item);
        LinkStatus status = item.needWord(STATUS, LinkStatus.class);
        if (status.isClaimed()) {
            return new Claimed(
                    key,
                    placement(item),
                    claim(item),
                    status,
                    item.has(CHANNEL_ID) ? Optional.of(channel(item, key.platform())) : Optional.empty(),
                    item.has(CARD) ? Optional.of(card(item)) : Optional.empty(),
                    item.findNumber(SEEN).map(OptionalLong::of).orElseGet(OptionalLong::empty),
                    item.needNumber(VERSION));
        }
        Conversation conversation = new Conversation(
                channel(item, key.platform()),
                card(item),
                item.needNumber(SEEN),
                item.textsUnder(SET_UP),
                item.needText(CREATED_BY),
                KeptAttributes.of(item),
                item.findText(PAGER_INCIDENT).map(incident -> new PagerIncident(incident, item.needText(PAGER_ORDER))));
        long version = item.needNumber(VERSION);
        return status == LinkStatus.READY
                ? new Standing(key, placement(item), claim(item), conversation, version)
                : new Ended(key, placement(item), claim(item), status, conversation, version);
    }

    static LinkKey key(Item item) {
        Platform platform = Platform.of(item.needText(PLATFORM));
        LinkKey current = new LinkKey(record(item), platform);
        return item.flag(NEXT) ? current.next() : current;
    }

    private static PostedCard card(Item item) {
        return new PostedCard(item.needText(CARD), item.needNumber(GENERATION));
    }

    static RecordRef record(Item item) {
        return new RecordRef(item.needText(TABLE), new SysId(item.needText(SYS_ID)));
    }

    private static Item bound(String key, RecordRef record, Platform platform) {
        return Item.keyed(key)
                .with(TABLE, record.table())
                .with(SYS_ID, record.sysId().value())
                .with(PLATFORM, platform.id());
    }

    private static void placement(Item item, Placement placement) {
        item.with(PLACE_WORKSPACE, placement.workspace())
                .with(KIND, placement.kind().name())
                .with(PLACE, placement.channel())
                .with(PRIVATE, placement.isPrivate())
                .with(REASON, placement.reason());
        if (!placement.teams().isEmpty()) {
            item.with(PLACE_TEAMS, String.join(",", placement.teams()));
        }
        placement.noRoom().ifPresent(why -> item.with(NO_ROOM, why.reason())
                .with(NO_ROOM_KIND, why.kind().name())
                .with(NO_ROOM_TRIED, why.tried().toString())
                .with(NO_ROOM_WANTED, why.wanted()));
    }

    private static Placement placement(Item item) {
        return new Placement(
                item.needText(PLACE_WORKSPACE),
                item.findText(PLACE_TEAMS).stream()
                        .flatMap(teams -> Arrays.stream(teams.split(",", -1)))
                        .toList(),
                item.needWord(KIND, Placement.Kind.class),
                item.needText(PLACE),
                item.flag(PRIVATE),
                item.needText(REASON),
                item.findText(NO_ROOM)
                        .map(why -> new NoRoom(
                                item.needWord(NO_ROOM_KIND, NoRoom.Kind.class),
                                why,
                                item.needInstant(NO_ROOM_TRIED),
                                item.needText(NO_ROOM_WANTED))));
    }

    private static void claim(Item item, LinkClaim claim) {
        item.with(MARKER, claim.marker())
                .with(NOTE, claim.reference().value())
                .with(CLAIMED, claim.at().toString())
                .with(LEASE, claim.leaseUntil().toString());
        claim.former().ifPresent(former -> item.with(FORMER, FormerJson.written(former)));
    }

    private static LinkClaim claim(Item item) {
        return new LinkClaim(
                item.needText(MARKER),
                new NoteReference(item.needText(NOTE)),
                item.needInstant(CLAIMED),
                item.needInstant(LEASE),
                item.findText(FORMER).map(former -> FormerJson.read(former, Platform.of(item.needText(PLATFORM)))));
    }

    private static String holder(Channel channel) {
        return channel.team().orElse(channel.workspace());
    }

    private static void channel(Item item, Channel channel) {
        item.with(CHANNEL_ID, channel.id()).with(CHANNEL_NAME, channel.name());
        if (channel.team().isPresent()) {
            item.with(TENANT, channel.workspace());
        }
    }

    private static Channel channel(Item item, Platform platform) {
        Optional<String> tenant = item.findText(TENANT);
        String holder = item.needText(WORKSPACE);
        return new Channel(
                platform,
                tenant.orElse(holder),
                tenant.map(_ -> holder),
                item.needText(CHANNEL_ID),
                item.needText(CHANNEL_NAME));
    }

    public static Map<String, String> confirmNames() {
        return Map.of("#seen", SEEN, "#generation", GENERATION, "#marker", MARKER);
    }

    public static Map<String, AttributeValue> confirmValues(Made link, long generation) {
        return Map.of(":generation", Item.number(generation), ":marker", marker(link));
    }

    static AttributeValue marker(Made link) {
        return Item.text(link.claim().marker());
    }
}
