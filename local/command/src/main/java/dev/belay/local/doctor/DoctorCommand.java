package dev.belay.local.doctor;

import dev.belay.address.SafeAddress;
import dev.belay.aws.Aws;
import dev.belay.document.SettingsDocument;
import dev.belay.local.secrets.AwsOptions;
import dev.belay.local.secrets.ExistingSecrets;
import dev.belay.local.secrets.Surroundings;
import dev.belay.secret.SecretNames;
import dev.belay.wiring.Inspection;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./belay doctor}: looks at a deployment, and says of each thing that is wrong what to do about it. */
@Command(
        name = "doctor",
        description = {
            "look at a deployment from outside and inside",
            "Its settings, tables, queues, secrets, webhook and clocks; what the settings name in ServiceNow",
            "and in chat; and whether events come. Nobody is told anything, and no secret is shown."
        },
        footer = {
            "",
            "It exits 0 where all is good, 1 where something is wrong, 3 where something could not be checked,",
            "and 4 where there are only warnings."
        })
public final class DoctorCommand implements Callable<Integer> {
    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the API's address, without a path: its outputs begin with it")
    private Optional<URI> url = Optional.empty();

    @Option(
            names = "--settings",
            paramLabel = "NAME",
            description = "the parameter with the settings document (/belay/settings)")
    private String settings = "/belay/settings";

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Mixin
    private ExistingSecrets existing = new ExistingSecrets();

    @Mixin
    private AwsOptions aws = new AwsOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Surroundings around;

    public DoctorCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Optional<URI> base = url.map(this::checked);
        DoctorReport report = new DoctorReport(around.out(), json);
        SecretNames names = existing.names(aws.stack());
        try (Aws there = new Aws(aws.access(around.environment()), around.clock());
                Outside outside = new Outside(around.clock())) {
            SettingsCheck document = new SettingsCheck(there.parameters((_, _) -> {}), settings);
            Optional<SettingsDocument> read = document.read();
            report.add(document.results());
            report.add(new TableCheck(there.deployedTables(), aws.stack()).results());
            outside(report, outside, base, read);
            read.ifPresent(found -> inside(report, there, names, base, found));
        }
        return report.end(aws.stack()).exit();
    }

    private static void outside(
            DoctorReport report, Outside outside, Optional<URI> base, Optional<SettingsDocument> document) {
        WebhookCheck webhook = new WebhookCheck(outside, base);
        report.add(webhook.results(
                document.map(read -> read.settings().chats().keySet()).orElse(Set.of())));
        report.add(new ClockCheck(outside, webhook.ahead())
                .results(document.map(read -> read.connections().serviceNow().url())));
    }

    private void inside(
            DoctorReport report, Aws there, SecretNames names, Optional<URI> base, SettingsDocument document) {
        Inspection inspection = new Inspection(there, TableCheck.of(aws.stack()), names, around.clock());
        report.add(new QueueCheck(there.deadLetterQueues(), aws.stack()).results(document.settings()));
        report.add(new CountCheck(there.deployedMetrics(aws.stack()))
                .results(document.settings().chats().keySet()));
        report.add(new SecretCheck(inspection.credentials(document.connections()), names).results());
        report.add(new RecordCheck(inspection.serviceNow(document.connections())).results(document.settings()));
        report.add(new ChannelCheck(inspection.chats(document.connections())).results(document.settings()));
        report.add(base.map(
                        address -> new EventCheck(inspection.inbound(document, WebhookCheck.events(address))).results())
                .orElseGet(() -> List.of(Result.unknown(
                        "events", "ServiceNow's calls", "where they are sent, nobody told", "give --url"))));
    }

    private URI checked(URI address) {
        boolean bare = Optional.ofNullable(address.getPath()).orElse("").matches("/?")
                && address.getQuery() == null
                && address.getUserInfo() == null;
        if (!bare || !SafeAddress.isSafe(address)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--url is the API's address without a path, such as"
                            + " https://abc123.execute-api.eu-central-1.amazonaws.com");
        }
        return address;
    }
}
