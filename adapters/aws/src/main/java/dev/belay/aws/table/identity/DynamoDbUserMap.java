package dev.belay.aws.table.identity;

import dev.belay.aws.table.Item;
import dev.belay.aws.table.Key;
import dev.belay.aws.table.Table;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.failure.Rejected;
import dev.belay.person.Identity;
import dev.belay.person.PlatformUser;
import dev.belay.person.UserMap;
import dev.belay.record.SysId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Who is who, in DynamoDB. Its time to live ({@code expires_at}, epoch seconds) deletes within days, not at once
 * (docs.aws.amazon.com/amazondynamodb/latest/developerguide/ttl-expired-items.html), so what has expired is not believed.
 */
public final class DynamoDbUserMap implements UserMap {
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final Duration MISS = Duration.ofMinutes(5);
    private static final String OUTCOME = "outcome";
    private static final String KNOWN = "known";
    private static final String UNMAPPED = "unmapped";
    private static final String AMBIGUOUS = "ambiguous";
    private static final String EMAIL = "email";
    /** The address that the entry was found by. */
    private static final String ADDRESS = "found_by_email";

    private static final String SYS_ID = "platform_user_sys_id";
    private static final String NAME = "platform_user_name";
    private static final String CHAT_NAME = "chat_name";
    private static final String STANDING = "chat_standing";
    private static final String EXPIRES = "expires_at";
    /** Until when a press believes that nobody was found. */
    private static final String MISSED_UNTIL = "missed_until";

    private final Table table;
    private final Clock clock;

    public DynamoDbUserMap(DynamoDbClient client, String table, Clock clock) {
        this.table = new Table(client, table);
        this.clock = clock;
    }

    @Override
    public Optional<Entry> find(ChatUser user) {
        return stored(user)
                .filter(item -> item.findNumber(MISSED_UNTIL).map(this::isAhead).orElse(true))
                .flatMap(item -> identity(item).map(known -> new Entry(known, item.text(ADDRESS, ""), seen(item))));
    }

    @Override
    public Optional<Named> named(ChatUser user) {
        return stored(user)
                .flatMap(item -> seen(item).map(seen -> new Named(identity(item), item.text(ADDRESS, ""), seen)));
    }

    private Optional<Item> stored(ChatUser user) {
        return table.get(Key.of(user)).filter(item -> isAhead(item.needNumber(EXPIRES)));
    }

    @Override
    public void remember(ChatUser user, Entry entry) {
        Item item = item(user, entry.address());
        entry.seen().ifPresent(seen -> put(item, seen));
        table.put(
                switch (entry.identity()) {
                    case Identity.Known(PlatformUser known) -> known(item, known);
                    case Identity.Unmapped(), Identity.Unaskable() -> missed(item, UNMAPPED);
                    case Identity.Ambiguous() -> missed(item, AMBIGUOUS);
                });
    }

    /** What stands against it knows more. */
    @Override
    public void rememberSeen(ChatUser user, String address, Seen seen) {
        table.put(
                put(item(user, address), seen),
                PutItemRequest.builder()
                        .conditionExpression("attribute_not_exists(#outcome) OR attribute_not_exists(#standing)"
                                + " OR #expires <= :now")
                        .expressionAttributeNames(
                                Map.of("#outcome", OUTCOME, "#standing", STANDING, "#expires", EXPIRES))
                        .expressionAttributeValues(
                                Map.of(":now", Item.number(clock.instant().getEpochSecond()))));
    }

    /** By both addresses, so that the index, which knows one of them and lags, is of no use here. */
    @Override
    public List<Kept> under(String address) {
        String wanted = address.strip().toLowerCase(Locale.ROOT);
        return table.all()
                .filter(item -> item.text(ADDRESS, "").equals(wanted)
                        || item.text(EMAIL, "").equals(wanted))
                .map(item -> new Kept(
                        Key.chatUser(item.needText(Item.KEY)),
                        identity(item),
                        seen(item),
                        Instant.ofEpochSecond(item.needNumber(EXPIRES))))
                .sorted(Comparator.comparing(kept -> kept.user().toString()))
                .toList();
    }

    @Override
    public boolean forget(ChatUser user) {
        return table.remove(Key.of(user));
    }

    private Item item(ChatUser user, String address) {
        Item item = Item.keyed(Key.of(user)).with(EXPIRES, in(REMEMBERED));
        return address.isEmpty() ? item : item.with(ADDRESS, address);
    }

    private static Item put(Item item, Seen seen) {
        return item.with(STANDING, seen.standing().name()).with(CHAT_NAME, seen.name());
    }

    private static Item known(Item item, PlatformUser user) {
        if (!user.email().isEmpty()) {
            item.with(EMAIL, user.email().toLowerCase(Locale.ROOT));
        }
        return item.with(OUTCOME, KNOWN).with(SYS_ID, user.sysId().value()).with(NAME, user.name());
    }

    private Item missed(Item item, String outcome) {
        return item.with(OUTCOME, outcome).with(MISSED_UNTIL, in(MISS));
    }

    private long in(Duration life) {
        return clock.instant().plus(life).getEpochSecond();
    }

    private boolean isAhead(long epochSecond) {
        return clock.instant().isBefore(Instant.ofEpochSecond(epochSecond));
    }

    /** Entries of an older version have none. */
    private static Optional<Seen> seen(Item item) {
        return item.has(STANDING)
                ? Optional.of(new Seen(item.text(CHAT_NAME, ""), item.needWord(STANDING, Member.Standing.class)))
                : Optional.empty();
    }

    /** None where nobody asked for it. */
    private static Optional<Identity> identity(Item item) {
        return item.findText(OUTCOME).map(outcome -> switch (outcome) {
            case KNOWN ->
                new Identity.Known(
                        new PlatformUser(new SysId(item.needText(SYS_ID)), item.needText(NAME), item.text(EMAIL, "")));
            case UNMAPPED -> new Identity.Unmapped();
            case AMBIGUOUS -> new Identity.Ambiguous();
            default -> throw new Rejected(Table.SYSTEM, "an entry of the user map has an unknown outcome");
        });
    }
}
