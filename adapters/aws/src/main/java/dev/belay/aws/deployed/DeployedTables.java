package dev.belay.aws.deployed;

import dev.belay.aws.call.Call;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** The tables as DynamoDB describes them. */
public final class DeployedTables {
    private static final String SYSTEM = "dynamodb";

    private final DynamoDbClient client;

    public DeployedTables(DynamoDbClient client) {
        this.client = client;
    }

    /** How a table stands; none where there is none of this name. */
    public Optional<TableState> find(String table) {
        return Call.to(SYSTEM, "DescribeTable", () -> {
                    try {
                        return Optional.of(client.describeTable(request -> request.tableName(table))
                                .table()
                                .tableStatusAsString());
                    } catch (ResourceNotFoundException e) {
                        return Optional.<String>empty();
                    }
                })
                .map(status -> new TableState(status, expiresBy(table), isRecoverable(table)));
    }

    private Optional<String> expiresBy(String table) {
        TimeToLiveDescription expiry = Call.to(
                SYSTEM, "DescribeTimeToLive", () -> client.describeTimeToLive(request -> request.tableName(table))
                        .timeToLiveDescription());
        boolean isOn = expiry.timeToLiveStatus() == TimeToLiveStatus.ENABLED
                || expiry.timeToLiveStatus() == TimeToLiveStatus.ENABLING;
        return isOn ? Optional.ofNullable(expiry.attributeName()) : Optional.empty();
    }

    private boolean isRecoverable(String table) {
        return Call.to(SYSTEM, "DescribeContinuousBackups", () -> client.describeContinuousBackups(
                                request -> request.tableName(table))
                        .continuousBackupsDescription()
                        .pointInTimeRecoveryDescription()
                        .pointInTimeRecoveryStatus())
                == PointInTimeRecoveryStatus.ENABLED;
    }
}
