package dev.belay.wiring;

import dev.belay.conversation.WatchWait;
import dev.belay.conversation.draw.RefreshCard;
import dev.belay.conversation.keep.Agreement;
import dev.belay.credential.AwaitCredentials;
import dev.belay.credential.CredentialCheck;
import dev.belay.document.ConnectionSettings;
import dev.belay.document.SettingsDocument;
import dev.belay.event.FileEvents;
import dev.belay.event.Hints;
import dev.belay.file.FileTransfers;
import dev.belay.health.Gauges;
import dev.belay.lease.Leases;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkIndex;
import dev.belay.reconcile.Mend;
import dev.belay.reconcile.MendFiles;
import dev.belay.reconcile.Reconcile;
import dev.belay.reconcile.Watermarks;
import dev.belay.record.Chronicles;
import dev.belay.servicenow.ServiceNowChangedAttachments;
import dev.belay.servicenow.ServiceNowChangedRecords;
import dev.belay.servicenow.ServiceNowRecords;
import dev.belay.servicenow.table.TableApi;
import dev.belay.wiring.settings.RebuiltOnChange;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** One run of reconciliation each time, as the settings say by then. */
final class Reconciliation implements Runnable {
    private final Supplier<SettingsDocument> settings;
    private final RebuiltOnChange<ConnectionSettings, Built> built;

    /**
     * What is known of conversations and of earlier runs.
     *
     * @param watermarks of an instance
     */
    record Stores(
            ConversationLinks links,
            Chronicles chronicles,
            FileTransfers transfers,
            LinkIndex index,
            Leases leases,
            Function<String, Watermarks> watermarks) {}

    /**
     * How ServiceNow is asked.
     *
     * @param api the instance that the settings name
     * @param await whether its credential is refused
     * @param checks the checks of it
     */
    record Source(
            Function<ConnectionSettings, TableApi> api,
            AwaitCredentials await,
            Function<ConnectionSettings, List<CredentialCheck>> checks) {}

    /** Where what is found goes. */
    record Found(Hints hints, Hints notes, FileEvents files, WatchWait watch, Gauges gauges) {}

    private record Built(Reconcile reconcile, List<CredentialCheck> checks) {}

    Reconciliation(Supplier<SettingsDocument> settings, Stores stores, Source source, Found found, Clock clock) {
        this.settings = settings;
        this.built = new RebuiltOnChange<>(connections -> build(connections, stores, source, found, clock));
    }

    private static Built build(ConnectionSettings connections, Stores stores, Source source, Found found, Clock clock) {
        TableApi api = source.api().apply(connections);
        ServiceNowRecords records = new ServiceNowRecords(api, connections.serviceNow(), connections.tables());
        Agreement agreement = new Agreement(new RefreshCard(stores.links(), records, clock), stores.index(), clock);
        Mend mend =
                new Mend(agreement, stores.links(), stores.chronicles(), found.hints(), found.notes(), found.watch());
        ServiceNowChangedRecords changed =
                new ServiceNowChangedRecords(api, connections.serviceNow(), connections.tables());
        MendFiles mendFiles = new MendFiles(stores.links(), stores.transfers(), changed, found.files());
        Reconcile.Stores read = new Reconcile.Stores(
                changed,
                new ServiceNowChangedAttachments(api, connections.serviceNow()),
                stores.watermarks().apply(connections.serviceNow().instance()),
                stores.index(),
                stores.leases());
        return new Built(
                new Reconcile(read, source.await(), mend, mendFiles, found.gauges(), clock),
                source.checks().apply(connections));
    }

    @Override
    public void run() {
        SettingsDocument now = settings.get();
        Built with = built.from(now.connections());
        with.reconcile().run(now.settings(), with.checks());
    }
}
