package dev.belay.aws.table.link;

import dev.belay.aws.table.Item;
import dev.belay.aws.table.Table;
import dev.belay.chat.Platform;
import dev.belay.link.LinkIndex;
import dev.belay.link.LinkKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Finds links by the sparse index {@code by_due} of the link table, and page by page. An index is eventually consistent
 * (docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html).
 */
public final class DynamoDbLinkIndex implements LinkIndex {
    private final Table table;

    public DynamoDbLinkIndex(DynamoDbClient client, String table) {
        this.table = new Table(client, table);
    }

    @Override
    public int ownChannels(Platform platform, String workspace) {
        return table.count(
                IndexAttributes.INDEX, IndexAttributes.PLACE, IndexAttributes.ownChannels(platform, workspace));
    }

    @Override
    public List<LinkKey> due(Platform platform, String workspace, Instant by, int most) {
        return Stream.of(
                        IndexAttributes.ownChannels(platform, workspace),
                        IndexAttributes.overChannels(platform, workspace),
                        IndexAttributes.threads(platform, workspace))
                .flatMap(place -> due(place, by, most))
                .sorted(Comparator.comparingLong(item -> item.needNumber(IndexAttributes.DUE)))
                .map(LinkItem::key)
                .toList();
    }

    private Stream<Item> due(String place, Instant by, int most) {
        Table.Place where = new Table.Place(
                IndexAttributes.INDEX, IndexAttributes.PLACE, place, IndexAttributes.DUE, by.toEpochMilli());
        return table.upTo(where, most).stream();
    }

    @Override
    public Page all(Optional<String> after, int most) {
        Table.Page page = table.page(after, most);
        return new Page(
                page.items().stream()
                        .filter(item -> item.has(LinkItem.MARKER))
                        .map(LinkItem::link)
                        .toList(),
                page.next());
    }
}
