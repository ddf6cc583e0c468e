package dev.belay.wiring;

import dev.belay.aws.EmfCounters;
import dev.belay.credential.CheckCredentials;
import dev.belay.credential.CredentialCheck;
import dev.belay.credential.TellOfCredentials;
import dev.belay.document.SettingsDocument;
import dev.belay.event.Hints;
import dev.belay.health.AlarmTopic;
import dev.belay.secret.SecretKind;
import dev.belay.servicenow.table.TableApi;
import dev.belay.wiring.adapter.AdapterDependencies;
import dev.belay.wiring.adapter.Adapters;
import dev.belay.wiring.credential.InboundCheck;
import dev.belay.wiring.queue.QueueFileEvents;
import dev.belay.wiring.queue.QueueHints;
import dev.belay.wiring.secret.Refusals;
import dev.belay.wiring.secret.SecretClient;
import dev.belay.wiring.secret.TokenRotation;
import dev.belay.wiring.settings.Environment;
import dev.belay.wiring.settings.Environment.Name;
import dev.belay.wiring.settings.Environment.QueueRole;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;

/** Puts together what is run by a schedule: it checks what the other workers rely on, and hands over what they missed. */
final class CheckWiring {
    private final WorkerParts parts;
    private final Environment environment;
    private final EmfCounters counters;
    private final Clock clock;

    CheckWiring(WorkerParts parts) {
        this.parts = parts;
        this.environment = parts.environment();
        this.counters = parts.counters();
        this.clock = parts.clock();
    }

    CredentialCheckup credentialCheckup() {
        AdapterDependencies with = parts.withPagers();
        URI events = URI.create(environment.need(Name.BELAY_SERVICENOW_EVENT_URL));
        AlarmTopic topic = environment
                .given(Name.BELAY_ALARM_TOPIC_ARN)
                .map(parts.aws()::alarmTopic)
                .orElse((_, _) -> {});
        CheckCredentials all = new CheckCredentials(
                parts.findings(),
                new TellOfCredentials(parts.credentialStates(), parts.leases(), topic, counters, parts.random()),
                counters,
                counters,
                clock);
        return new CredentialCheckup(
                parts.settings(),
                new CredentialCheckup.Parts(
                        rotation(),
                        parts.checksWithPagers(),
                        now -> inbound(now, events, with),
                        now -> Adapters.of(now.connections(), with),
                        all),
                counters,
                clock);
    }

    private TokenRotation rotation() {
        return new TokenRotation(
                new TokenRotation.Stores(parts.secrets(), parts.aws().stagedSecrets(), parts.leases(), parts.limits()),
                environment.whenUsed(Name.BELAY_SLACK_TOKENS_SECRET_ARN),
                environment.whenUsed(Name.BELAY_SLACK_APP_SECRET_ARN),
                counters,
                clock,
                parts.random(),
                parts.stack());
    }

    private CredentialCheck inbound(SettingsDocument now, URI endpoint, AdapterDependencies with) {
        return new InboundCheck(
                with.tableApi(now.connections()), endpoint, parts.receivedEvents(), now.settings(), clock);
    }

    Reconciliation reconciliation() {
        String events = parts.eventsTable();
        Reconciliation.Stores stores = new Reconciliation.Stores(
                parts.links(),
                parts.chronicles(),
                parts.fileTransfers(),
                parts.linkIndex(),
                parts.leases(),
                instance -> parts.aws().watermarks(events, instance));
        String client = environment.need(Name.BELAY_SERVICENOW_SECRET_ARN);
        Refusals refusals = parts.refusals();
        Reconciliation.Source source = new Reconciliation.Source(
                connections -> new TableApi(
                        connections.serviceNow().url(),
                        new SecretClient(
                                parts.secrets(),
                                client,
                                connections.serviceNow().instance(),
                                refusals),
                        counters,
                        clock),
                parts.awaitCredentials(),
                parts.checks(EnumSet.of(SecretKind.SERVICENOW_CLIENT))::all);
        Hints hints = new QueueHints(parts.aws().queues(), environment.recordsQueueUrls());
        Hints notes = new QueueHints(parts.aws().queues(), environment.given(QueueRole.MESSAGES_QUEUE_URL));
        QueueFileEvents files = new QueueFileEvents(parts.aws().queues(), environment.need(Name.BELAY_FILES_QUEUE_URL));
        Reconciliation.Found found = new Reconciliation.Found(hints, notes, files, parts.watch(), counters);
        return new Reconciliation(parts.settings(), stores, source, found, clock);
    }

    /** @param journal whose audit it is */
    LinkAudit linkAudit(String journal) {
        LinkAudit.Stores stores = new LinkAudit.Stores(
                parts.links(),
                parts.linkIndex(),
                parts.chronicles(),
                parts.aws().auditJournal(parts.eventsTable(), journal),
                parts.leases(),
                () -> new QueueHints(parts.aws().queues(), environment.recordsQueueUrls()));
        return new LinkAudit(parts.settings(), stores, parts.withoutPagers(), journal, counters, clock, parts.random());
    }
}
