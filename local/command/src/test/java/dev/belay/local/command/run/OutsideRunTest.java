package dev.belay.local.command.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.document.SettingsDocument;
import dev.belay.local.command.usage.Usage;
import dev.belay.local.front.ServerKey;
import dev.belay.local.gateway.HttpApi;
import dev.belay.local.world.Running;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.slack.AcmeWorkspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulators alone, as a stack that is deployed elsewhere meets them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OutsideRunTest {
    private static final String ELSEWHERE = "https://abc123.execute-api.eu-central-1.amazonaws.com";

    private Path folder = Path.of("");
    private Optional<OutsideRun> running = Optional.empty();

    @BeforeAll
    void start(@TempDir Path fresh) {
        folder = fresh;
        OutsideOptions options =
                options(Optional.of(ELSEWHERE), Optional.of("127.0.0.1:0")).orElseThrow();
        LocalOptions free = LocalOptions.of(
                Optional.of("0"),
                Optional.empty(),
                new LocalOptions.Elsewhere(Optional.empty(), Optional.empty(), Optional.empty()),
                LocalOptions.Page.of(false, true),
                false);
        running = Optional.of(OutsideRun.start(options, free));
    }

    @AfterAll
    void stop() {
        running.ifPresent(OutsideRun::close);
    }

    private OutsideRun run() {
        return running.orElseThrow();
    }

    private Optional<OutsideOptions> options(Optional<String> gateway, Optional<String> bind) {
        return OutsideOptions.of(new OutsideOptions.Typed(gateway, bind, Optional.of(folder.toString())));
    }

    @Test
    void each_system_answers_under_its_real_name_over_tls() throws IOException, GeneralSecurityException {
        String token = AcmeWorkspace.APP.botToken();
        assertThat(ask("slack.com", "/api/auth.test", "Authorization: Bearer " + token))
                .contains("200 OK", "\"ok\":true", AcmeWorkspace.TEAM);
        assertThat(ask("acme.service-now.com", "/api/now/table/incident")).contains("401 Unauthorized");
        assertThat(ask("login.botframework.com", "/v1/.well-known/openidconfiguration"))
                .contains("200 OK", "\"jwks_uri\":\"https://login.botframework.com/");
        assertThat(ask("graph.microsoft.com", "/v1.0/teams")).contains("401 Unauthorized");
        assertThat(ask("api.pagerduty.com", "/incidents")).contains("401 Unauthorized");
    }

    @Test
    void what_is_for_people_on_this_machine_is_not_reached_from_elsewhere()
            throws IOException, GeneralSecurityException {
        assertThat(ask("slack.com", "/_sim")).contains("403").doesNotContain("/_sim/fail");
        assertThat(ask("slack.com", "/_sim/calls")).contains("403");
    }

    @Test
    void a_name_that_is_not_simulated_is_refused() throws IOException, GeneralSecurityException {
        assertThatThrownBy(() -> ask("example.com", "/")).hasMessageContaining("No subject alternative DNS name");
        assertThat(ask("slack.com", "/", "Host: example.com")).contains("421");
    }

    @Test
    void its_settings_are_valid_and_only_their_owner_reads_the_secrets() throws IOException {
        assertThat(SettingsDocument.read(Files.readString(folder.resolve("settings.json")))
                        .connections()
                        .slack()
                        .orElseThrow()
                        .api())
                .isEqualTo(URI.create("https://slack.com/api/"));
        Path secret = folder.resolve("secrets/slack/" + AcmeWorkspace.TEAM + ".json");
        assertThat(Files.getPosixFilePermissions(secret)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(secret).content().contains(AcmeWorkspace.APP.botToken());
    }

    @Test
    void each_secret_has_its_command_and_no_value_is_printed() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        run().announce(new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("ServiceNowInstance=acme Platforms=slack,teams TeamsAppId=")
                .contains("./belay secrets put slack-signing --stack belay --file " + folder)
                .contains("./belay secrets put servicenow-events/acme ")
                .contains("hooks.slack.com")
                .doesNotContain(AcmeWorkspace.APP.botToken(), AcmeWorkspace.APP.signingSecret());
    }

    @Test
    void what_it_sends_is_signed_as_a_stack_expects_that_has_its_secrets() {
        try (World world = World.start(World.Setup.simulated(Clock.systemUTC()), new Stack("there"));
                HttpApi gateway = Running.gateway(world, 0)) {
            run().outside().sendTo(gateway.url(), () -> {});
            assertThat(run().outside()
                            .slack()
                            .requestUrl(gateway.url().resolve("/slack/events"))
                            .accepted())
                    .isTrue();
            assertThat(run().outside().serviceNow().rule().minute()).isEqualTo(202);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://a.example", "https://", "abc123.execute-api.eu-central-1.amazonaws.com"})
    void an_address_that_is_no_apis_is_refused(String gateway) {
        assertThatThrownBy(() -> options(Optional.of(gateway), Optional.empty()))
                .isInstanceOf(Usage.class)
                .hasMessageContaining("--outside is the address of the stack's API like https://");
    }

    @ParameterizedTest
    @CsvSource({"172.17.0.1, 172.17.0.1, 443", "10.0.0.1:8443, 10.0.0.1, 8443"})
    void the_port_is_that_of_https_unless_said(String bind, String host, int port) {
        OutsideOptions options =
                options(Optional.of("https://a.example/"), Optional.of(bind)).orElseThrow();
        assertThat(options.gateway()).isEqualTo(URI.create("https://a.example"));
        assertThat(options.front().getAddress().getHostAddress()).isEqualTo(host);
        assertThat(options.front().getPort()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"host.example", "1.2.3", "127.0.0.1:70000", ""})
    void what_is_no_address_of_this_machine_is_refused(String bind) {
        assertThatThrownBy(() -> options(Optional.of("https://a.example"), Optional.of(bind)))
                .isInstanceOf(Usage.class)
                .hasMessageContaining("--bind is an address of this machine");
    }

    @Test
    void its_options_make_no_sense_alone() {
        assertThatThrownBy(() -> options(Optional.empty(), Optional.of("127.0.0.1")))
                .isInstanceOf(Usage.class)
                .hasMessage("--bind belongs to --outside");
    }

    /** What the front answers to a GET, as text; further headers come last. */
    private String ask(String host, String path, String... headers) throws IOException, GeneralSecurityException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("trust.p12"))) {
            trust.load(in, ServerKey.TRUST_PASSWORD.toCharArray());
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), run().port());
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, run().port(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            String more = String.join("\r\n", headers);
            String name = more.startsWith("Host:") ? "" : "Host: " + host + "\r\n";
            String request = "GET " + path + " HTTP/1.1\r\n" + name + (more.isEmpty() ? "" : more + "\r\n")
                    + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
