package dev.belay.wiring.credential;

import dev.belay.aws.Aws;
import dev.belay.aws.Secrets;
import dev.belay.chat.Platform;
import dev.belay.credential.CredentialCheck;
import dev.belay.document.ConnectionSettings;
import dev.belay.document.SettingsDocument;
import dev.belay.health.Counters;
import dev.belay.platform.ChatPlatform;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.secret.SecretKind;
import dev.belay.secret.SecretNames;
import dev.belay.servicenow.check.ServiceNowSurvey;
import dev.belay.wiring.adapter.AdapterDependencies;
import dev.belay.wiring.adapter.Adapters;
import dev.belay.wiring.secret.Refusals;
import dev.belay.wiring.secret.SecretClient;
import dev.belay.wiring.secret.SecretCredentials;
import dev.belay.wiring.secret.SecretPagerKey;
import dev.belay.wiring.secret.SecretTokens;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A deployment as whoever runs it looks at it: reached as the workers reach it, with nothing counted and nothing remembered. */
public final class Inspection {
    private static final Counters UNCOUNTED = (_, _) -> {};

    private final Tables tables;
    private final Aws aws;
    private final SecretNames names;
    private final Secrets secrets;
    private final RateLimitStore limits = new NoRateLimits();
    private final Clock clock;

    /** The tables that are looked into. */
    public record Tables(String links, String events) {}

    public Inspection(Aws aws, Tables tables, SecretNames names, Clock clock) {
        this.aws = aws;
        this.tables = tables;
        this.names = names;
        this.secrets = aws.secrets(UNCOUNTED);
        this.clock = clock;
    }

    /** Every secret that the settings name. */
    public List<StoredCredential> credentials(ConnectionSettings settings) {
        return checks().stored(settings);
    }

    /** A secret whose shape alone is looked at, as where no settings say how to reach its system. */
    public StoredCredential credential(SecretKind kind, String owner) {
        return checks().proof(kind, owner);
    }

    private CredentialChecks checks() {
        return new CredentialChecks(secrets, names, limits, UNCOUNTED, clock);
    }

    /** The platforms that the settings have. */
    public Map<Platform, ChatPlatform> chats(ConnectionSettings settings) {
        return Adapters.of(settings, dependencies()).chats();
    }

    public ServiceNowSurvey serviceNow(ConnectionSettings settings) {
        return new ServiceNowSurvey(dependencies().tableApi(settings));
    }

    /**
     * Whether ServiceNow's calls reach us.
     *
     * @param endpoint where they are sent
     */
    public CredentialCheck inbound(SettingsDocument document, URI endpoint) {
        return new InboundCheck(
                dependencies().tableApi(document.connections()),
                endpoint,
                aws.receivedEvents(tables.events()),
                document.settings(),
                clock);
    }

    private AdapterDependencies dependencies() {
        Refusals refusals = Refusals.countedOnly(UNCOUNTED);
        return new AdapterDependencies(
                instance -> new SecretClient(
                        secrets,
                        names.ids(SecretKind.SERVICENOW_CLIENT, instance).getFirst(),
                        instance,
                        refusals),
                new SecretTokens(secrets, () -> names.listed(SecretKind.SLACK_TOKENS), refusals),
                new SecretCredentials(secrets, () -> names.listed(SecretKind.TEAMS), refusals),
                pager -> new SecretPagerKey(
                        secrets, () -> names.ids(SecretKind.PAGERS, "").getFirst(), pager, refusals),
                aws.installations(tables.links()),
                limits,
                UNCOUNTED,
                clock);
    }
}
