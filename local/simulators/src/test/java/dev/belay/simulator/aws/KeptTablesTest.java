package dev.belay.simulator.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.http.Faults;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTablesTest {
    private static final Stack STACK = new Stack("kept");

    @Test
    void tables_in_a_folder_outlive_the_run(@TempDir Path folder) {
        Path data = folder.resolve("not/there/yet");
        JsonObject key =
                JsonObject.builder().object("pk").value("S", "kept").end().done();
        call(data, "PutItem", "Item", key);
        assertThat(call(data, "GetItem", "Key", key)).containsEntry("Item", key);
    }

    private static JsonObject call(Path data, String operation, String argument, JsonObject value) {
        try (SimulatedAws aws = SimulatedAws.start(0, new Faults(), Clock.systemUTC(), Optional.of(data))) {
            STACK.createTables(aws, Stack.Expiry.ON);
            return aws.client("test")
                    .call(
                            "dynamodb",
                            operation,
                            JsonObject.builder()
                                    .value("TableName", STACK.linkTable())
                                    .value(argument, value)
                                    .done());
        }
    }
}
