package dev.belay.infra.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.infra.ToolRun;
import dev.belay.local.world.Outside;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.servicenow.event.EventTarget;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.teams.AcmeTeams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Those who look after Slack, Teams and ServiceNow: what setup hands over they enter there, and what they read there they tell. */
final class Administrators {
    /** What setup leaves to be typed, such as {@code to do    belay/pagers: ./belay secrets put pagers --stack belay --region eu-central-1}. */
    private static final Pattern TO_STORE = Pattern.compile("(?m)^to do +belay/(\\S+): (\\./belay secrets put .*)$");

    private static final String INSTANCE = "acme";

    private final Outside outside;
    private final Terminal terminal;
    private final Path setup;

    /** @param setup the folder that setup writes into */
    Administrators(Outside outside, Terminal terminal, Path setup) {
        this.outside = outside;
        this.terminal = terminal;
        this.setup = setup;
    }

    /** What is known before the deploy, when no app is there but the registration in Entra ID. */
    static JsonObject firstAnswers() {
        return JsonObject.builder()
                .value("region", Emulator.REGION)
                .array("platforms", List.of("slack", "teams"))
                .value("alarm_email", "operations@acme.example")
                .object("servicenow")
                .value("instance", INSTANCE)
                .end()
                .object("teams")
                .value("app_id", AcmeTeams.APP.id())
                .value("tenant_id", AcmeTeams.TENANT)
                .end()
                .done();
    }

    /** What the others tell when they have their part. */
    static JsonObject allAnswers() {
        JsonObject answers = firstAnswers();
        answers.put(
                "slack",
                JsonObject.builder()
                        .value("app_id", AcmeWorkspace.APP.id())
                        .value("workspace_id", AcmeWorkspace.TEAM)
                        .value("shared_channel", AcmeWorkspace.SUPPORT)
                        .done());
        JsonObject teams = answers.getObject("teams");
        teams.put("team_id", AcmeTeams.TEAM);
        teams.put("shared_channel", AcmeTeams.SUPPORT);
        teams.put("catalog_app_id", AcmeTeams.APP.catalogId());
        answers.put(
                "pager",
                JsonObject.builder()
                        .value("kind", "pagerduty")
                        .value("targets", JsonArray.from(AcmeAccount.ON_CALL + "=Major incidents"))
                        .value("service_id", AcmeAccount.SERVICE)
                        .value("from", AcmeAccount.BELAY_EMAIL)
                        .value("requester_id", AcmeAccount.BELAY)
                        .done());
        return answers;
    }

    /** Writes the file that setup takes its answers from where there is no terminal. */
    void answer(JsonObject answers) {
        try {
            Files.createDirectories(setup);
            Files.writeString(setup.resolve("answers.json"), JsonWriter.string(answers));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A secret's document, as its system gives it. */
    String document(String secret) {
        JsonObject document = Objects.requireNonNull(outside.secrets().get(secret), secret);
        return JsonWriter.string(
                secret.equals("pagers")
                        ? JsonObject.builder()
                                .value("pagerduty", document.getString("pagerduty"))
                                .done()
                        : document);
    }

    /** Types each command that setup left to be typed, with the secret piped in, and tells the names of the secrets. */
    List<String> store(String printed) {
        List<MatchResult> commands = TO_STORE.matcher(printed).results().toList();
        commands.forEach(command -> {
            ToolRun put = terminal.type(command.group(2), document(command.group(1)));
            assertThat(put.status()).as(put.output()).isZero();
        });
        return commands.stream().map(command -> command.group(1)).toList();
    }

    /**
     * Slack's administrator has the request URL verified, that of Teams installs the app, and ServiceNow's enters the key that the file holds
     * and deletes it.
     */
    void connect(URI gateway) {
        outside.sendTo(gateway, () -> {});
        outside.serviceNow().rule().target(target(URI.create(gateway + "/servicenow/events")));
        Eventually.so("Slack's challenge is answered and the app is installed in Teams", outside::isTaken);
        Eventually.so(
                "ServiceNow's heartbeat is taken",
                () -> outside.serviceNow().rule().minute() == 202);
    }

    private EventTarget target(URI events) {
        Path file = setup.resolve("servicenow-event-key.txt");
        try {
            String text = Files.readString(file);
            Files.delete(file);
            return new EventTarget(
                    events, Base64.getDecoder().decode(line("Password:", text)), line("User name:", text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(String label, String text) {
        return text.lines()
                .filter(line -> line.startsWith(label))
                .map(line -> line.substring(label.length()).strip())
                .findFirst()
                .orElseThrow(() -> new AssertionError("the file has no line " + label));
    }
}
