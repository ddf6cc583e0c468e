package dev.belay.wiring.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.document.SettingsDocument;
import dev.belay.pager.Pager;
import dev.belay.pager.Pager.Outcome;
import dev.belay.pager.PagerSecret;
import dev.belay.pager.SampleOrder;
import dev.belay.ratelimit.InMemoryRateLimitStore;
import dev.belay.servicenow.credential.ClientCredentials;
import dev.belay.settings.PagerSettings.Target;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.pagerduty.SimulatedPagerDuty;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.servicenow.SimulatedServiceNow;
import dev.belay.simulator.webhook.SignedByKey;
import dev.belay.simulator.webhook.SimulatedWebhook;
import dev.belay.slack.call.SlackTokens;
import dev.belay.team.InMemoryInstallations;
import dev.belay.teams.call.Credential;
import dev.belay.teams.call.Credentials;
import dev.belay.time.MovedClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A pager is reached by the name that the settings give it, with the secret of that name. */
final class PagersByNameTest {
    private static final String KEY = "signing-key-of-the-webhook";

    private final MovedClock clock = MovedClock.at(Instant.parse("2026-11-22T08:00:00Z"));
    private final Faults faults = new Faults();
    private final SimulatedPagerDuty pagerDuty = SimulatedPagerDuty.start(0, faults, clock);
    private final SimulatedWebhook webhook = SimulatedWebhook.start(
            0, faults, clock, new SignedByKey(clock).key("ours", KEY.getBytes(StandardCharsets.UTF_8)));
    private final SimulatedServiceNow serviceNow =
            SimulatedServiceNow.start(0, faults, clock, "acme").application("belay", "s3cret", "belay.integration");
    private final String group = serviceNow.people().group("Databases");
    private final Map<String, Pager> pagers = Adapters.of(
                    SettingsDocument.read(document()).connections(), dependencies())
            .pagers();

    @AfterEach
    void close() {
        pagerDuty.close();
        webhook.close();
        serviceNow.close();
    }

    @Test
    void each_name_pages_by_its_own_kind() {
        serviceNow
                .onCall()
                .always(
                        group,
                        List.of(serviceNow
                                .people()
                                .person("Bob Ross", "bob", "bob@acme.example")
                                .sysId()));

        assertThat(paged("major", "PONCALL")).isEqualTo("PagerDuty incident #1001 triggered");
        assertThat(paged("ours", "net")).isEqualTo("ours took it");
        assertThat(paged("who", group)).isEqualTo("on call for Somebody: Bob Ross");
        assertThat(pagers).hasSize(3);
    }

    private String paged(String pager, String target) {
        Pager named = Optional.ofNullable(pagers.get(pager)).orElseThrow();
        Outcome outcome = named.page(SampleOrder.of("1", List.of(new Target(target, "Somebody"))), false);
        return ((Outcome.Paged) outcome).answer();
    }

    private String document() {
        return """
                {"schema":1,"start_at":"2026-11-01T00:00:00Z","servicenow":{"instance":"acme","url":"%s",
                "user":"belay.integration"},"slack":{"app_id":"A01BELAY","workspaces":["T01ACME"]},"pagers":{
                "major":{"kind":"pagerduty","targets":[{"id":"PONCALL","label":"Major incidents"}],
                "from":"belay@acme.example","requester_id":"PBELAY1","service_id":"PMAJOR1","api_url":"%s"},
                "ours":{"kind":"webhook","targets":[{"id":"net","label":"Network"}],"url":"%s/pages"},
                "who":{"kind":"servicenow-on-call","targets":[{"id":"%s","label":"Databases"}]}},
                "routes":[{"table":"incident","priorities":[1],"pager":"major","slack":{"workspace_id":"T01ACME"}}]}""".formatted(bare(serviceNow.url()), bare(pagerDuty.url()), bare(webhook.url()), group);
    }

    private static String bare(URI url) {
        return url.toString().replaceFirst("/$", "");
    }

    private AdapterDependencies dependencies() {
        Map<String, String> secrets = Map.of("major", AcmeAccount.TOKEN, "ours", KEY);
        return new AdapterDependencies(
                _ -> () -> new ClientCredentials("belay", "s3cret"),
                NO_TOKENS,
                NO_CREDENTIALS,
                name -> new Stored(Optional.ofNullable(secrets.get(name))),
                new InMemoryInstallations(),
                new InMemoryRateLimitStore(clock),
                (_, _) -> {},
                clock);
    }

    private record Stored(Optional<String> secret) implements PagerSecret {
        @Override
        public String current() {
            return secret.orElseThrow();
        }

        @Override
        public String reread() {
            return current();
        }

        @Override
        public void refused(String said) {
            throw new AssertionError(said);
        }

        @Override
        public void taken() {
            // the webhook says so
        }
    }

    private static final SlackTokens NO_TOKENS = new SlackTokens() {
        @Override
        public Optional<String> token(String workspace) {
            return Optional.empty();
        }

        @Override
        public Optional<String> reread(String workspace) {
            return Optional.empty();
        }

        @Override
        public void refused(String workspace, String said) {
            throw new AssertionError(said);
        }
    };

    private static final Credentials NO_CREDENTIALS = new Credentials() {
        @Override
        public Credential current(String tenant) {
            throw new AssertionError("Teams is not in the settings");
        }

        @Override
        public Credential reread(String tenant) {
            return current(tenant);
        }

        @Override
        public void refused(String tenant, String said) {
            throw new AssertionError(said);
        }
    };
}
