package dev.belay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.simulator.slack.AcmeWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The Slack app that is installed is the one that the code is written for. */
final class SlackManifestTest {
    private static final Path FILE = Path.of("slack/manifest.yaml");

    private final String text = Files.readString(FILE);
    private final Tree manifest = new Tree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));

    SlackManifestTest() throws IOException {}

    @Test
    void events_and_clicks_come_to_the_one_route_that_ingress_has() {
        Tree settings = manifest.at("settings");

        assertThat(settings.at("event_subscriptions", "request_url").text()).endsWith("/slack/events");
        assertThat(settings.at("interactivity", "request_url").text())
                .isEqualTo(settings.at("event_subscriptions", "request_url").text());
        assertThat(settings.at("socket_mode_enabled").text()).isEqualTo("false");
    }

    @Test
    void each_scope_or_its_group_is_given_a_reason() {
        List<String> lines = text.lines()
                .filter(line -> line.matches(" +- (?:[a-z.]+:[a-z.]+|commands) .*| +- groups:[a-z]+"))
                .toList();

        assertThat(lines).hasSameSizeAs(scopes());
        assertThat(lines).filteredOn(line -> !line.contains("#")).allMatch(line -> line.contains("groups:"));
    }

    @Test
    void the_scopes_are_those_that_the_simulated_slack_grants() {
        assertThat(scopes()).isEqualTo(Set.copyOf(AcmeWorkspace.BOT_SCOPES));
    }

    /** docs.slack.dev/reference/events, each event's required scopes. */
    @Test
    void each_event_has_a_scope_that_lets_slack_send_it() {
        assertThat(manifest.at("settings", "event_subscriptions", "bot_events").elements())
                .extracting(Tree::text)
                .allSatisfy(event -> assertThat(scopes()).containsAll(needed(event)))
                .contains("message.channels", "message.groups", "pin_added", "reaction_added")
                .contains("channel_archive", "group_archive", "member_joined_channel", "app_uninstalled");
    }

    /** docs.slack.dev/reference/app-manifest: a message's shortcut needs the scope of commands. */
    @Test
    void a_message_is_recorded_from_its_menu_by_the_shortcut_that_the_code_knows() {
        Tree shortcut = manifest.at("features", "shortcuts").elements().getFirst();
        assertThat(shortcut.at("type").text()).isEqualTo("message");
        assertThat(shortcut.at("callback_id").text()).isEqualTo("belay_record");
        assertThat(scopes()).contains("commands");
    }

    private static Set<String> needed(String event) {
        if (event.startsWith("message.")) {
            return Set.of(event.substring("message.".length()) + ":history");
        }
        if (event.startsWith("pin_")) {
            return Set.of("pins:read");
        }
        if (event.startsWith("reaction_")) {
            return Set.of("reactions:read");
        }
        if (event.startsWith("channel_")) {
            return Set.of("channels:read");
        }
        if (event.startsWith("group_")) {
            return Set.of("groups:read");
        }
        return event.startsWith("member_") ? Set.of("channels:read", "groups:read") : Set.of();
    }

    private Set<String> scopes() {
        return manifest.at("oauth_config", "scopes", "bot").elements().stream()
                .map(Tree::text)
                .collect(Collectors.toSet());
    }
}
