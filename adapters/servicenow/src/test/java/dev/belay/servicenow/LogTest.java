package dev.belay.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Unavailable;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordChange;
import dev.belay.record.RecordRef;
import dev.belay.record.WorkNote;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log tells, and what it keeps to itself. */
final class LogTest {
    private static final Logger LOGGER = Logger.getLogger("dev.belay.servicenow");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final StubInstance instance = new StubInstance();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        LOGGER.setLevel(Level.ALL);
        LOGGER.addHandler(handler);
    }

    @AfterEach
    void close() {
        LOGGER.removeHandler(handler);
        LOGGER.setLevel(null);
        instance.close();
    }

    @Test
    void a_failure_is_logged_with_its_transaction_and_without_a_word_of_it() {
        instance.answers(StubInstance.error(429, "A private answer").with("X-Transaction-ID", "5ac0ffee"));
        WorkNote note = new WorkNote("A private note", new NoteReference("bly-abcdefghijkm"));
        assertThatThrownBy(() -> instance.records()
                        .change(
                                RecordRef.of("incident", StubInstance.SYS_ID),
                                new RecordChange(RecordChange.Fields.NONE.conversation("slack", "C1"), note)))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> new ServiceNowDirectory(instance.api()).activeWithEmail("jane@acme.example"))
                .isInstanceOf(Unavailable.class);
        assertThat(lines)
                .contains(
                        "PATCH incident: HTTP 429, transaction 5ac0ffee",
                        "GET sys_user: HTTP 429, transaction 5ac0ffee")
                .noneMatch(line -> line.contains("private") || line.contains("token-") || line.contains("s3cret"))
                .noneMatch(line -> line.contains("jane"));
    }
}
