package dev.belay.slack.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.simulator.http.Faults;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.SimulatedSlack;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The one list of scopes is the manifest's, and each is there for a method that is called. */
final class SlackScopeTest {
    private static final Path MANIFEST = Path.of("../../infra/slack/manifest.yaml");

    /** Slash commands, pins and reactions come to us, and no method is called for them; three methods need no scope. */
    private static final Set<SlackScope> WITHOUT_A_METHOD =
            Set.of(SlackScope.PINS_READ, SlackScope.REACTIONS_READ, SlackScope.COMMANDS);

    private static final Set<String> FREE = Set.of("auth.test", "oauth.v2.access", "chat.getPermalink");

    private static final Map<String, String> ARGUMENTS = Map.of(
            "channel", AcmeWorkspace.SUPPORT,
            "channel_id", AcmeWorkspace.SUPPORT,
            "user", AcmeWorkspace.ALICE,
            "users", AcmeWorkspace.ALICE,
            "usergroup", "S01OPS",
            "email", "alice@acme.example",
            "text", "x",
            "name", "inc-1",
            "ts", "1.000001",
            "types", "public_channel");

    @Test
    void the_scopes_are_those_of_the_manifest() throws IOException {
        String bot = Files.readString(MANIFEST).split("bot:\n", -1)[1].split("\nsettings:", -1)[0];
        Set<String> asked = Pattern.compile("^ +- ([a-z:._]+)", Pattern.MULTILINE)
                .matcher(bot)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(asked).hasSizeGreaterThan(10);
        assertThat(SlackScope.values()).extracting(SlackScope::id).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void each_scope_is_there_for_a_method_and_each_method_names_its_scopes() {
        assertThat(methods()).hasSizeGreaterThan(20);
        assertThat(methods()).allSatisfy(method -> assertThat(method.scopes().isEmpty())
                .as(method.name())
                .isEqualTo(FREE.contains(method.name())));
        Set<SlackScope> named =
                methods().flatMap(method -> method.scopes().stream()).collect(Collectors.toSet());
        named.addAll(WITHOUT_A_METHOD);
        assertThat(named).containsExactlyInAnyOrder(SlackScope.values());
    }

    /** The simulated Slack has a table of its own, from Slack's documentation. */
    @Test
    void a_method_is_refused_without_its_scopes_and_with_them_it_is_not() throws Exception {
        try (SimulatedSlack slack = SimulatedSlack.start(0, new Faults(), Clock.systemUTC())) {
            for (SlackMethod method : methods().toList()) {
                Set<String> own = ids(method.scopes().stream());
                slack.workspace()
                        .botScopes(AcmeWorkspace.BOT_SCOPES.stream()
                                .filter(Predicate.not(own::contains))
                                .toList());
                assertThat(error(slack, method))
                        .as(method.name() + " without " + own)
                        .matches(said -> own.isEmpty() != said.contains("missing_scope"));
                slack.workspace().botScopes(List.copyOf(own));
                assertThat(error(slack, method))
                        .as(method.name() + " with " + own)
                        .doesNotContain("missing_scope");
            }
        }
    }

    @Test
    void what_is_required_is_told_apart_from_what_a_feature_needs() {
        assertThat(ids(Arrays.stream(SlackScope.values()).filter(SlackScope::isRequired)))
                .containsExactlyInAnyOrder(
                        "channels:manage",
                        "channels:read",
                        "channels:history",
                        "chat:write",
                        "users:read",
                        "users:read.email");
    }

    private static String error(SimulatedSlack slack, SlackMethod method) throws IOException, InterruptedException {
        String form = ARGUMENTS.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(slack.apiUrl() + method.name()))
                .header("Authorization", "Bearer " + AcmeWorkspace.APP.botToken())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static Set<String> ids(Stream<SlackScope> scopes) {
        return scopes.map(SlackScope::id).collect(Collectors.toSet());
    }

    private static Stream<SlackMethod> methods() {
        return Arrays.stream(SlackMethod.class.getFields())
                .filter(field -> field.getType() == SlackMethod.class)
                .map(field -> {
                    try {
                        return (SlackMethod) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                });
    }
}
