package dev.belay.wiring.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CurrentSettingsTest {
    private static final String BROKEN = "{\"schema\": 1}";

    private final String good = Files.readString(Path.of("../../infra/settings.example.json"));
    private final AtomicReference<@Nullable String> document = new AtomicReference<>(good);
    private final List<String> counted = new ArrayList<>();
    private final CurrentSettings settings = new CurrentSettings(
            "/belay/settings",
            () -> Optional.ofNullable(document.get()),
            (metric, kind) -> counted.add(metric + " " + kind));

    CurrentSettingsTest() throws IOException {}

    @Test
    void a_changed_document_is_obeyed() {
        assertThat(settings.get().settings().pauseOutbound()).isFalse();
        document.set(good.replace("\"pause_outbound\": false", "\"pause_outbound\": true"));

        assertThat(settings.get().settings().pauseOutbound()).isTrue();
    }

    @Test
    void the_same_document_is_read_once() {
        assertThat(settings.get()).isSameAs(settings.get());
    }

    @Test
    void an_invalid_document_leaves_the_last_valid_one_in_force_and_is_counted_each_time() {
        var before = settings.get();
        document.set(BROKEN);

        assertThat(settings.get()).isSameAs(before);
        assertThat(settings.get()).isSameAs(before);
        assertThat(counted).containsExactly("SETTINGS_INVALID Document", "SETTINGS_INVALID Document");
        document.set(good);
        settings.get();

        assertThat(counted).hasSize(2);
    }

    @Test
    void without_a_valid_document_everything_is_retried_until_there_is_one() {
        document.set(BROKEN);
        assertThatThrownBy(settings::get).isInstanceOf(Unavailable.class);
        assertThatThrownBy(settings::get).isInstanceOf(Unavailable.class);
        assertThat(counted).hasSize(2);
        document.set(good);

        assertThat(settings.get().settings().routes()).isNotEmpty();
    }

    @Test
    void a_document_that_nobody_has_stored_is_said_with_the_command_and_counted_each_time() {
        document.set(null);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(settings::get)
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining(
                            "not set up yet: there is no settings document in the parameter /belay/settings")
                    .hasMessageContaining("aws ssm put-parameter");
        }
        assertThat(counted).containsExactly("NOT_SET_UP settings", "NOT_SET_UP settings");
        document.set(good);

        assertThat(settings.get().settings().routes()).isNotEmpty();
    }

    @Test
    void a_document_that_was_deleted_leaves_the_last_valid_one_in_force() {
        var before = settings.get();
        document.set(null);

        assertThat(settings.get()).isSameAs(before);
        assertThat(counted).containsExactly("NOT_SET_UP settings");
    }
}
