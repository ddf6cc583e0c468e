package dev.belay.aws.table.identity;

import dev.belay.aws.table.Item;
import dev.belay.aws.table.Key;
import dev.belay.aws.table.Table;
import dev.belay.aws.table.Table.Written;
import dev.belay.credential.CredentialId;
import dev.belay.credential.CredentialState;
import dev.belay.credential.CredentialStates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The states in DynamoDB, all in one item of the events table: for each credential a JSON object ({@link CredentialStateJson}) and its
 * version. So all of them are one consistent read, and a write of one has the condition on its own version alone. The item has no
 * {@code expires_at}, so the table's TTL never takes it.
 */
public final class DynamoDbCredentialStates implements CredentialStates {
    private static final String STATE = "state:";
    private static final String VERSION = "version:";

    private final Table table;

    public DynamoDbCredentialStates(DynamoDbClient client, String eventTable) {
        this.table = new Table(client, eventTable);
    }

    @Override
    public Optional<CredentialState> find(CredentialId id) {
        return table.get(Key.ofCredentials()).flatMap(item -> state(item, id));
    }

    @Override
    public List<CredentialState> all() {
        return table.get(Key.ofCredentials()).stream()
                .flatMap(item -> item.textsUnder(STATE).keySet().stream()
                        .flatMap(id -> CredentialId.parse(id).stream())
                        .flatMap(id -> state(item, id).stream()))
                .toList();
    }

    private static Optional<CredentialState> state(Item item, CredentialId id) {
        return item.findText(STATE + id).map(json -> CredentialStateJson.read(id, json, item.needNumber(VERSION + id)));
    }

    @Override
    public boolean store(CredentialState state) {
        boolean first = state.version() == 1;
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":state", Item.text(CredentialStateJson.written(state)));
        values.put(":version", Item.number(state.version()));
        if (!first) {
            values.put(":before", Item.number(state.version() - 1));
        }
        var update = UpdateItemRequest.builder()
                .updateExpression("SET #state = :state, #version = :version")
                .conditionExpression(first ? "attribute_not_exists(#version)" : "#version = :before")
                .expressionAttributeNames(Map.of("#state", STATE + state.id(), "#version", VERSION + state.id()))
                .expressionAttributeValues(values);
        return switch (table.update(Key.ofCredentials(), update)) {
            case Written.Done _ -> true;
            case Written.Refused _ -> false;
        };
    }
}
