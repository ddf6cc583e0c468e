package dev.belay.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class CurrentSettingsTest {
    private static final String BROKEN = "{\"schema\": 1}";

    private final String good = Files.readString(Path.of("../../infra/settings.example.json"));
    private final AtomicReference<String> document = new AtomicReference<>(good);
    private final List<String> counted = new ArrayList<>();
    private final CurrentSettings settings =
            new CurrentSettings(document::get, (name, kind) -> counted.add(name + " " + kind));

    CurrentSettingsTest() throws IOException {}

    @Test
    void a_changed_document_is_obeyed() {
        assertThat(settings.get().pauseOutbound()).isFalse();
        document.set(good.replace("\"pause_outbound\": false", "\"pause_outbound\": true"));

        assertThat(settings.get().pauseOutbound()).isTrue();
    }

    @Test
    void the_same_document_is_read_once() {
        assertThat(settings.get()).isSameAs(settings.get());
    }

    @Test
    void a_document_that_is_wrong_leaves_the_one_before_in_force_and_is_counted_once() {
        var before = settings.get();
        document.set(BROKEN);

        assertThat(settings.get()).isSameAs(before);
        assertThat(settings.get()).isSameAs(before);
        assertThat(counted).containsExactly("SettingsInvalid Document");
    }

    @Test
    void where_none_was_good_everything_waits_until_one_is() {
        document.set(BROKEN);
        assertThatThrownBy(settings::get).isInstanceOf(Unavailable.class);
        assertThatThrownBy(settings::get).isInstanceOf(Unavailable.class);
        assertThat(counted).hasSize(1);
        document.set(good);

        assertThat(settings.get().routes()).isNotEmpty();
    }
}
