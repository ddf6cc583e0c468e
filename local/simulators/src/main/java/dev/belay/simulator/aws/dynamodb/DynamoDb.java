package dev.belay.simulator.aws.dynamodb;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.aws.dynamodb.admin.ContinuousBackups;
import dev.belay.simulator.aws.dynamodb.admin.TableOperations;
import dev.belay.simulator.aws.dynamodb.admin.TimeToLive;
import dev.belay.simulator.aws.dynamodb.read.GetItem;
import dev.belay.simulator.aws.dynamodb.read.Query;
import dev.belay.simulator.aws.dynamodb.read.Scan;
import dev.belay.simulator.aws.dynamodb.request.Refused;
import dev.belay.simulator.aws.dynamodb.store.Tables;
import dev.belay.simulator.aws.dynamodb.write.Requests;
import dev.belay.simulator.aws.dynamodb.write.SingleWrite;
import dev.belay.simulator.aws.dynamodb.write.Transaction;
import dev.belay.simulator.http.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The tables: an engine of our own that does of DynamoDB what we use, and refuses by name whatever else it is asked for. One
 * request is done after the other, and each sees all that was done before.
 */
public final class DynamoDb implements AutoCloseable {
    private final Tables tables;
    private final TableOperations tableOperations;
    private final Transaction transaction;
    private final ContinuousBackups backups = new ContinuousBackups();

    private DynamoDb(Tables tables, String arnPrefix, Clock clock) {
        this.tables = tables;
        this.tableOperations = new TableOperations(arnPrefix);
        this.transaction = new Transaction(new Requests(clock));
    }

    /**
     * Starts with what the folder keeps, or anew in memory.
     *
     * @param clock the time by which items expire
     * @throws java.io.UncheckedIOException when the folder cannot be used
     */
    public static DynamoDb open(Optional<Path> folder, String region, String account, Clock clock) {
        String arnPrefix = "arn:aws:dynamodb:" + region + ":" + account + ":table/";
        return new DynamoDb(Tables.open(folder, clock), arnPrefix, clock);
    }

    /** Answers as DynamoDB's JSON 1.0 protocol has it. */
    public synchronized Response answer(String operation, JsonObject arguments) {
        try {
            tables.sweep();
            return response(200, perform(operation, arguments));
        } catch (Refused e) {
            return response(400, e.body());
        }
    }

    private JsonObject perform(String operation, JsonObject arguments) {
        return switch (operation) {
            case "GetItem" -> GetItem.perform(tables, arguments);
            case "Query" -> Query.perform(tables, arguments);
            case "Scan" -> Scan.perform(tables, arguments);
            case "PutItem" -> SingleWrite.put(tables, arguments);
            case "UpdateItem" -> SingleWrite.update(tables, arguments);
            case "DeleteItem" -> SingleWrite.delete(tables, arguments);
            case "TransactWriteItems" -> transaction.perform(tables, arguments);
            case "CreateTable" -> tableOperations.create(tables, arguments);
            case "DescribeTable" -> tableOperations.describe(tables, arguments);
            case "DeleteTable" -> tableOperations.delete(tables, arguments);
            case "ListTables" -> tableOperations.list(tables, arguments);
            case "UpdateTimeToLive" -> TimeToLive.update(tables, arguments);
            case "DescribeTimeToLive" -> TimeToLive.describe(tables, arguments);
            case "UpdateContinuousBackups" -> backups.update(tables, arguments);
            case "DescribeContinuousBackups" -> backups.describe(tables, arguments);
            default -> throw Refused.unknownOperation(operation);
        };
    }

    private static Response response(int status, JsonObject body) {
        String json = JsonWriter.string(body);
        CRC32 checksum = new CRC32();
        checksum.update(json.getBytes(StandardCharsets.UTF_8));
        return Response.text(status, "application/x-amz-json-1.0", json)
                .with("x-amz-crc32", Long.toString(checksum.getValue()));
    }

    @Override
    public synchronized void close() {
        tables.close();
    }
}
