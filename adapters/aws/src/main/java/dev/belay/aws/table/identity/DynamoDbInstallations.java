package dev.belay.aws.table.identity;

import dev.belay.aws.table.Item;
import dev.belay.aws.table.Key;
import dev.belay.aws.table.Table;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.team.Installation;
import dev.belay.team.Installations;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The installations in DynamoDB: one item under each of a team's two ids, beside the links. */
public final class DynamoDbInstallations implements Installations {
    private static final String TEAM = "team_id";
    private static final String CONVERSATION = "team_conversation_id";
    private static final String SERVICE = "service_url";

    private final Table table;

    public DynamoDbInstallations(DynamoDbClient client, String table) {
        this.table = new Table(client, table);
    }

    @Override
    public Optional<Installation> find(Platform platform, String workspace, String team) {
        return table.get(Key.ofInstallation(platform, workspace, team))
                .map(item -> installation(platform, workspace, item));
    }

    private static Installation installation(Platform platform, String workspace, Item item) {
        return new Installation(
                platform,
                workspace,
                item.needText(TEAM),
                item.needText(CONVERSATION),
                new ReplyAddress(item.needText(SERVICE)));
    }

    @Override
    public List<Installation> all(Platform platform, String workspace) {
        String place = Key.ofInstallation(platform, workspace, "");
        return table.all()
                .filter(item -> item.needText(Item.KEY).startsWith(place))
                .map(item -> installation(platform, workspace, item))
                .distinct()
                .sorted(Comparator.comparing(Installation::team))
                .toList();
    }

    @Override
    public void put(Installation installation) {
        keys(installation)
                .map(key -> Item.keyed(key)
                        .with(TEAM, installation.team())
                        .with(CONVERSATION, installation.conversation())
                        .with(SERVICE, installation.address().value()))
                .forEach(table::put);
    }

    @Override
    public void remove(Installation installation) {
        keys(installation).forEach(table::delete);
    }

    private static Stream<String> keys(Installation installation) {
        return Stream.of(installation.team(), installation.conversation())
                .map(id -> Key.ofInstallation(installation.platform(), installation.workspace(), id));
    }
}
