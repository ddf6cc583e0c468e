package dev.belay.wiring.credential;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.aws.Aws;
import dev.belay.aws.AwsAccess;
import dev.belay.aws.Secrets;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.credential.CredentialCheck;
import dev.belay.credential.CredentialId;
import dev.belay.credential.Finding;
import dev.belay.document.ConnectionSettings;
import dev.belay.document.PagerConnection;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.pager.Pager;
import dev.belay.pager.SampleOrder;
import dev.belay.pagerduty.PagerDutySettings;
import dev.belay.platform.ChannelSetup;
import dev.belay.platform.ChatContract;
import dev.belay.platform.ChatPlatform;
import dev.belay.ratelimit.InMemoryRateLimitStore;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordChange;
import dev.belay.record.RecordRef;
import dev.belay.record.WorkNote;
import dev.belay.secret.SecretKind;
import dev.belay.secret.SecretNames;
import dev.belay.settings.ChatSettings;
import dev.belay.settings.PagerSettings.Target;
import dev.belay.settings.ServiceNowSettings;
import dev.belay.settings.TableSettings;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.call.Failures;
import dev.belay.simulator.call.HttpFailure;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.pagerduty.SimulatedPagerDuty;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.servicenow.SimulatedServiceNow;
import dev.belay.simulator.servicenow.outage.Failure;
import dev.belay.simulator.servicenow.table.Written;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.SimulatedSlack;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.SimulatedTeams;
import dev.belay.simulator.webhook.SignedByKey;
import dev.belay.simulator.webhook.SimulatedWebhook;
import dev.belay.team.InMemoryInstallations;
import dev.belay.team.Installation;
import dev.belay.teams.endpoint.TeamsSettings;
import dev.belay.time.MovedClock;
import dev.belay.wiring.adapter.AdapterDependencies;
import dev.belay.wiring.adapter.Adapters;
import dev.belay.wiring.credential.CredentialErrorsTest.Row;
import dev.belay.wiring.secret.Refusals;
import dev.belay.wiring.secret.SecretClient;
import dev.belay.wiring.secret.SecretCredentials;
import dev.belay.wiring.secret.SecretPagerKey;
import dev.belay.wiring.secret.SecretTokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** All systems, simulated, and on them the checks and the adapters that the workers have, wired as they are deployed. */
final class ErrorStage implements AutoCloseable {
    private static final String INSTANCE = "acme";
    private static final String USER = "belay.integration";
    private static final String KEY = "signing-key-of-our-pager";
    private static final String MARKER = "4b1f9c2e77aa01";
    private static final int ALL = 50;

    private final MovedClock clock = MovedClock.at(Instant.parse("2026-11-23T09:00:00Z"));
    private final SimulatedAws aws = SimulatedAws.start(0, new Faults(), clock).ready();
    private final SimulatedSlack slack = SimulatedSlack.start(0, new Faults(), clock);
    private final SimulatedTeams teams = SimulatedTeams.start(0, new Faults(), clock);
    private final SimulatedServiceNow serviceNow =
            SimulatedServiceNow.start(0, new Faults(), clock, INSTANCE).application("belay", "s3cret", USER);
    private final SimulatedPagerDuty pagerDuty = SimulatedPagerDuty.start(0, new Faults(), clock);
    private final SimulatedWebhook webhook = SimulatedWebhook.start(
            0, new Faults(), clock, new SignedByKey(clock).key("webhook", KEY.getBytes(StandardCharsets.UTF_8)));
    private final InMemoryInstallations installations = new InMemoryInstallations();
    private final RecordRef record;
    private final String posted;
    private Secrets secrets;
    private Adapters adapters;
    private int orders;

    ErrorStage() {
        aws.putSecret("belay/slack/T01ACME", "{\"bot_token\":\"" + AcmeWorkspace.APP.botToken() + "\"}");
        aws.putSecret(
                "belay/teams/" + AcmeTeams.TENANT,
                "{\"client_secret\":\"" + AcmeTeams.APP.secret() + "\",\"expires_on\":\"2028-11-23\"}");
        aws.putSecret("belay/servicenow/acme", "{\"client_id\":\"belay\",\"client_secret\":\"s3cret\"}");
        aws.putSecret("belay/pagers", "{\"pagerduty\":\"" + AcmeAccount.TOKEN + "\",\"webhook\":\"" + KEY + "\"}");
        installations.put(new Installation(
                Platform.TEAMS,
                AcmeTeams.TENANT,
                AcmeTeams.TEAM,
                AcmeTeams.GENERAL,
                new ReplyAddress(teams.connectorUrl().toString())));
        slack.rateLimits().enforce(false);
        teams.rateLimits().enforce(false);
        record = switch (serviceNow.tables().insert("incident", Map.of("short_description", "x"), "admin")) {
            case Written.Done(var row) -> RecordRef.of("incident", row.sysId());
            case Written.Missing _, Written.Refused _ -> throw new AssertionError("no incident");
        };
        secrets = secrets();
        adapters = adapters();
        posted = chat(Platform.SLACK)
                .cards()
                .post(channel(Platform.SLACK), ChatContract.NEW, MARKER)
                .message();
    }

    /** Ends all failures; nothing of them is remembered: the workers are cold again. */
    void heal() {
        slack.failures().clear();
        slack.workspace().botScopes(AcmeWorkspace.BOT_SCOPES);
        teams.failures().clear();
        serviceNow.outage().end();
        pagerDuty.failing().end();
        webhook.failing().end();
        clock.advance(Duration.ofMinutes(10));
        secrets = secrets();
        adapters = adapters();
    }

    /** The system answers with the row's error from now on: every call that the credential is shown in, or that is meant. */
    void fail(Row row) {
        if (row.answer().equals("nothing")) {
            return;
        }
        switch (row.system()) {
            case "Slack" -> failSlack(row);
            case "Entra ID" -> teams.failures().next("login.token", ALL, failure(row.status(), entra(row)));
            case "Bot Connector" -> failTeams(row, "connector.getTeam", "connector.createConversation");
            case "Graph" -> failTeams(row, "graph.getApplication", "graph.listMessages");
            case "ServiceNow token" ->
                serviceNow.outage().next(ALL, "POST oauth_token", new Failure.Answered(tokenRefusal(row)));
            case "ServiceNow" ->
                List.of("GET sys_user_has_role", "GET incident", "PATCH incident")
                        .forEach(call -> serviceNow
                                .outage()
                                .next(
                                        ALL,
                                        call,
                                        Failure.error(row.status(), row.words().getFirst())));
            case "PagerDuty" -> pagerDuty.failing().next(ALL, Failures.ANY, answered(row.status(), pagerDuty(row)));
            case "webhook" -> webhook.failing().next(ALL, SimulatedWebhook.CALL, answered(row.status(), "{}"));
            default -> throw new AssertionError("nobody knows " + row.system());
        }
    }

    /** What is true of a credential although the check meets no error: it lacks a scope. */
    void lack(Row row) {
        if (row.words().contains("missing_scope")) {
            failSlack(row);
        }
    }

    private void failSlack(Row row) {
        String error = row.words().getFirst();
        if (error.equals("missing_scope")) {
            Predicate<String> lacking = row.words().getLast()::equals;
            slack.workspace()
                    .botScopes(AcmeWorkspace.BOT_SCOPES.stream()
                            .filter(lacking.negate())
                            .toList());
        } else {
            slack.failures().next(Failures.ANY, ALL, new dev.belay.simulator.slack.limit.Failure.Refused(error));
        }
    }

    private void failTeams(Row row, String... calls) {
        JsonObject error = JsonObject.builder()
                .value("code", row.words().getFirst())
                .value("message", "no")
                .done();
        for (String call : calls) {
            teams.failures()
                    .next(
                            call,
                            ALL,
                            failure(
                                    row.status(),
                                    JsonObject.builder().value("error", error).done()));
        }
    }

    private static dev.belay.simulator.teams.limit.Failure failure(int status, JsonObject body) {
        return new dev.belay.simulator.teams.limit.Failure.Answered(status, JsonWriter.string(body));
    }

    private static JsonObject entra(Row row) {
        return JsonObject.builder()
                .value("error", row.words().getFirst())
                .value("error_description", "AADSTS" + row.number() + ": for people")
                .value("error_codes", JsonArray.from(Integer.parseInt(row.number())))
                .done();
    }

    private static Response tokenRefusal(Row row) {
        return Response.json(
                row.status(),
                JsonWriter.string(JsonObject.builder()
                        .value("error", row.words().getFirst())
                        .value("error_description", row.words().getLast())
                        .done()));
    }

    private static String pagerDuty(Row row) {
        return "{\"error\":{\"code\":" + row.words().getFirst() + ",\"message\":\"no\"}}";
    }

    private static HttpFailure answered(int status, String body) {
        return new HttpFailure.Answered(Response.json(status, body));
    }

    /** What the check finds of the credential that this system is shown. */
    Finding check(String system) {
        CredentialId.Kind kind =
                switch (system) {
                    case "Slack" -> CredentialId.Kind.SLACK;
                    case "Entra ID", "Bot Connector", "Graph" -> CredentialId.Kind.TEAMS;
                    case "ServiceNow token", "ServiceNow" -> CredentialId.Kind.SERVICENOW;
                    case "PagerDuty", "webhook" -> CredentialId.Kind.PAGER;
                    default -> throw new AssertionError("nobody knows " + system);
                };
        return checks().stream()
                .filter(check -> check.id().kind() == kind)
                .filter(check ->
                        kind != CredentialId.Kind.PAGER || check.id().owner().equalsIgnoreCase(system))
                .findFirst()
                .orElseThrow()
                .check();
    }

    /** The checks, by readers that know nothing yet. */
    List<CredentialCheck> checks() {
        return new CredentialChecks(
                        secrets(),
                        new SecretNames("belay", Map.of()),
                        new InMemoryRateLimitStore(clock),
                        (_, _) -> {},
                        clock)
                .all(settings());
    }

    SimulatedAws aws() {
        return aws;
    }

    SimulatedSlack slack() {
        return slack;
    }

    /** How a call of a worker ends, in the words of the table. */
    String work(Row row) {
        try {
            return called(row);
        } catch (ExternalFailure e) {
            return switch (e) {
                case CredentialsRefused _ -> "waits";
                case Rejected _ -> "gives up";
                case Unavailable _ -> "tries again";
                case OutcomeUnknown _ -> "looks whether it was done";
            };
        }
    }

    private String called(Row row) {
        return switch (row.system()) {
            case "Slack" -> callSlack(row);
            case "Entra ID", "Bot Connector" -> post(Platform.TEAMS);
            case "Graph" -> {
                chat(Platform.TEAMS).cards().findOwn(channel(Platform.TEAMS), MARKER, clock.instant());
                yield "done";
            }
            case "ServiceNow token", "ServiceNow" -> callServiceNow(row);
            case "PagerDuty" -> page("pagerduty", AcmeAccount.ON_CALL);
            case "webhook" -> page("webhook", "databases");
            default -> throw new AssertionError("nobody knows " + row.system());
        };
    }

    private String callSlack(Row row) {
        if (row.words().contains("pins:write")) {
            chat(Platform.SLACK).channels().setUp(channel(Platform.SLACK), new ChannelSetup.Pin(posted));
            return "done";
        }
        return post(Platform.SLACK);
    }

    private String post(Platform platform) {
        chat(platform).cards().post(channel(platform), ChatContract.NEW, MARKER);
        return "done";
    }

    private String callServiceNow(Row row) {
        if (row.answer().contains("pdate")) {
            WorkNote note = new WorkNote("Here", new NoteReference("bly-abcdefghijkm"));
            adapters.records().change(record, new RecordChange(RecordChange.Fields.NONE, note));
        } else {
            var _ = adapters.records().find(record).orElseThrow();
        }
        return "done";
    }

    private String page(String pager, String target) {
        Pager.Outcome outcome = Objects.requireNonNull(adapters.pagers().get(pager))
                .page(SampleOrder.of("order-" + orders++, List.of(new Target(target, "Them"))), false);
        return switch (outcome) {
            case Pager.Outcome.Paged _ -> "done";
            case Pager.Outcome.Refused _ -> "tells who pressed";
            case Pager.Outcome.Unknown _ -> "not known";
        };
    }

    private ChatPlatform chat(Platform platform) {
        return Objects.requireNonNull(adapters.chats().get(platform));
    }

    private static Channel channel(Platform platform) {
        return switch (platform) {
            case SLACK -> new Channel(platform, AcmeWorkspace.TEAM, Optional.empty(), AcmeWorkspace.SUPPORT, "support");
            case TEAMS ->
                new Channel(platform, AcmeTeams.TENANT, Optional.of(AcmeTeams.TEAM), AcmeTeams.SUPPORT, "support");
        };
    }

    private Secrets secrets() {
        Credentials role = aws.credentialsFor("incident-opened");
        AwsAccess.Keys keys = new AwsAccess.Keys(role.accessKeyId(), role.secretAccessKey(), role.sessionToken());
        return new Aws(new AwsAccess(SimulatedAws.REGION, Optional.of(aws.url()), Optional.empty()).with(keys), clock)
                .secrets((_, _) -> {});
    }

    private Adapters adapters() {
        SecretNames names = new SecretNames("belay", Map.of());
        Refusals untold = Refusals.countedOnly((_, _) -> {});
        return Adapters.of(
                settings(),
                new AdapterDependencies(
                        instance -> new SecretClient(secrets, "belay/servicenow/acme", instance, untold),
                        new SecretTokens(secrets, () -> names.listed(SecretKind.SLACK_TOKENS), untold),
                        new SecretCredentials(secrets, () -> names.listed(SecretKind.TEAMS), untold),
                        pager -> new SecretPagerKey(secrets, () -> "belay/pagers", pager, untold),
                        installations,
                        new InMemoryRateLimitStore(clock),
                        (_, _) -> {},
                        clock));
    }

    private ConnectionSettings settings() {
        return new ConnectionSettings(
                new ServiceNowSettings(INSTANCE, serviceNow.url(), USER, Map.of()),
                Map.of("incident", TableSettings.usual("incident")),
                Optional.of(new ConnectionSettings.Slack(
                        new ChatSettings(
                                Platform.SLACK, AcmeWorkspace.APP.id(), Set.of(AcmeWorkspace.TEAM), Optional.empty()),
                        slack.apiUrl())),
                Optional.of(new ConnectionSettings.Teams(
                        new ChatSettings(
                                Platform.TEAMS, AcmeTeams.APP.id(), Set.of(AcmeTeams.TENANT), Optional.empty()),
                        new TeamsSettings(
                                teams.loginUrl(),
                                "https://api.botframework.com/.default",
                                "https://graph.microsoft.com/.default",
                                URI.create("https://teams.microsoft.com"),
                                teams.connectorUrl(),
                                Set.of("127.0.0.1"),
                                Optional.empty(),
                                teams.graphUrl(),
                                false))),
                Map.of(
                        "pagerduty",
                        new PagerConnection.PagerDuty(new PagerDutySettings(
                                trimmed(pagerDuty.url()),
                                AcmeAccount.SERVICE,
                                AcmeAccount.BELAY_EMAIL,
                                AcmeAccount.BELAY)),
                        "webhook",
                        new PagerConnection.Webhook(webhook.url().resolve("/belay"))));
    }

    private static URI trimmed(URI url) {
        String text = url.toString();
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    @Override
    public void close() {
        List.<AutoCloseable>of(aws, slack, teams, serviceNow, pagerDuty, webhook)
                .forEach(ErrorStage::closed);
    }

    private static void closed(AutoCloseable system) {
        try {
            system.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
