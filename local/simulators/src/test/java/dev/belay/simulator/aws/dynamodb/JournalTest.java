package dev.belay.simulator.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered as done is there in the next run, however the last one ended. */
final class JournalTest {
    @TempDir
    private Path folder = Path.of("");

    private Path journal = Path.of("");

    @BeforeEach
    void name() {
        journal = folder.resolve("dynamodb.journal");
    }

    @Test
    void tables_items_and_expiry_outlive_the_run() {
        try (Asked first = Asked.in(folder)) {
            first.done(
                    "UpdateTimeToLive",
                    "{'TableName': 'things', 'TimeToLiveSpecification': {'AttributeName': 'expires', 'Enabled': true}}");
            first.put(1, "'st': {'S': 'OPEN'}, 'due': {'N': '1'}, 'l': {'L': [{'B': 'AP8='}, {'NULL': true}]}");
            first.put(2, "");
            first.done("DeleteItem", "{'TableName': 'things', 'Key': " + Asked.key(2) + "}");
        }
        try (Asked second = Asked.in(folder)) {
            assertThat(second.item(1).getObject("l")).isEqualTo(Asked.json("{'L': [{'B': 'AP8='}, {'NULL': true}]}"));
            assertThat(Asked.ranges(second.done("Scan", "{'TableName': 'things', 'IndexName': 'whole'}")))
                    .containsExactly("1");
            assertThat(second.done("DescribeTimeToLive", "{'TableName': 'things'}")
                            .getObject("TimeToLiveDescription")
                            .getString("AttributeName"))
                    .isEqualTo("expires");
        }
    }

    /** As a kill leaves it: cut anywhere, all that was answered before the last line is there. */
    @Test
    void a_line_that_was_cut_is_dropped_wherever_it_was_cut() throws IOException {
        try (Asked first = Asked.in(folder)) {
            first.put(1, "");
            first.put(2, "'s': {'S': 'ä'}");
        }
        byte[] whole = Files.readAllBytes(journal);
        int last = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf('\n', whole.length - 2) + 1;
        for (int length = last; length < whole.length; length++) {
            Files.write(journal, Arrays.copyOf(whole, length));
            try (Asked second = Asked.in(folder)) {
                assertThat(Asked.ranges(second.done("Scan", "{'TableName': 'things'}")))
                        .containsExactly("1");
                second.put(3, "");
            }
            try (Asked third = Asked.in(folder)) {
                assertThat(Asked.ranges(third.done("Scan", "{'TableName': 'things'}")))
                        .containsExactly("1", "3");
            }
        }
    }

    @Test
    void a_transaction_is_one_line_so_it_is_never_half_there() throws IOException {
        try (Asked asked = Asked.in(folder)) {
            long before = lines();
            asked.done(
                    "TransactWriteItems",
                    "{'TransactItems': [{'Put': {'TableName': 'things', 'Item': " + Asked.key(1)
                            + "}}, {'Put': {'TableName': 'things', 'Item': " + Asked.key(2) + "}}]}");
            assertThat(lines()).isEqualTo(before + 1);
        }
    }

    @Test
    void the_file_is_as_long_as_what_is_left() throws IOException {
        try (Asked first = Asked.in(folder)) {
            for (int i = 0; i < 100; i++) {
                first.put(1, "'n': {'N': '" + i + "'}");
            }
            assertThat(lines()).isGreaterThan(100);
        }
        try (Asked second = Asked.in(folder)) {
            assertThat(lines()).isEqualTo(2);
            assertThat(second.item(1).getObject("n").getString("N")).isEqualTo("99");
        }
    }

    @Test
    void one_run_at_a_time_has_the_folder() {
        try (Asked _ = Asked.in(folder)) {
            assertThatThrownBy(() -> Asked.in(folder))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("another run keeps its tables there");
        }
    }

    @Test
    void a_whole_line_that_cannot_be_read_stops_the_start() throws IOException {
        Files.writeString(journal, "{\"written\": what}\n{\"dropped\": \"t\"}\n");
        assertThatThrownBy(() -> Asked.in(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("dynamodb.journal has a line that cannot be read");
    }

    private long lines() throws IOException {
        return Files.readString(journal).lines().count();
    }
}
