package dev.belay.local.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** What a page is told that reads more slowly than things happen. */
final class EventLogTest {
    private final EventLog log = new EventLog();

    /** A page; between two writes to it something may happen. */
    private static final class SlowPage extends OutputStream {
        private final List<String> told = new ArrayList<>();
        private final IntConsumer meanwhile;

        SlowPage(IntConsumer meanwhile) {
            this.meanwhile = meanwhile;
        }

        @Override
        public void write(int one) {
            throw new AssertionError("it is written whole");
        }

        @Override
        public void write(byte[] bytes) {
            told.add(new String(bytes, StandardCharsets.UTF_8));
            meanwhile.accept(told.size());
        }
    }

    private void tell(int events) {
        for (int i = 0; i < events; i++) {
            log.tell(JsonObject.builder().value("n", i).done());
        }
    }

    private List<String> told(IntConsumer meanwhile) throws IOException {
        SlowPage page = new SlowPage(meanwhile);
        log.answer(new Ask("GET", List.of("api", "events"), Map.of(), Map.of(), new byte[0])).stream()
                .orElseThrow()
                .writeTo(page);
        return page.told;
    }

    @Test
    void a_page_that_falls_behind_what_is_kept_is_told_to_read_all_again_and_goes_on_from_there() throws IOException {
        List<String> told = told(write -> {
            switch (write) {
                case 1 -> tell(EventLog.KEPT + 1);
                case 2 -> tell(1);
                default -> log.close();
            }
        });
        long last = EventLog.KEPT + 1;
        assertThat(told.get(0)).contains("event: ready");
        assertThat(told.get(1)).isEqualTo("id: " + last + "\nevent: reset\ndata: {\"seq\":" + last + "}\n\n");
        assertThat(told.get(2)).startsWith("id: " + (last + 1) + "\nevent: changed\n");
    }

    @Test
    void a_page_that_is_behind_by_all_that_is_kept_misses_nothing() throws IOException {
        List<String> told = told(write -> {
            if (write == 1) {
                tell(EventLog.KEPT);
            } else {
                log.close();
            }
        });
        assertThat(told.get(1)).startsWith("id: 1\nevent: changed\n").doesNotContain("reset");
    }
}
