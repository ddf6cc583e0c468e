package dev.belay.local.doctor;

import dev.belay.address.SafeAddress;
import dev.belay.aws.Aws;
import dev.belay.chat.Platform;
import dev.belay.document.SettingsDocument;
import dev.belay.local.secrets.AwsOptions;
import dev.belay.local.secrets.ExistingSecrets;
import dev.belay.local.secrets.LinkTableOption;
import dev.belay.local.secrets.SettingsOption;
import dev.belay.local.secrets.Surroundings;
import dev.belay.local.stack.DeployedStack;
import dev.belay.local.stack.DeployedStacks;
import dev.belay.secret.SecretNames;
import dev.belay.wiring.credential.Inspection;
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
            description = "the API's address, without a path (the stack's outputs tell it)")
    private Optional<URI> url = Optional.empty();

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Mixin
    private ExistingSecrets existing = new ExistingSecrets();

    @Mixin
    private LinkTableOption links = new LinkTableOption();

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
        Optional<URI> typed = url.map(this::checked);
        DoctorReport report = new DoctorReport(around.out(), json);
        try (Aws there = new Aws(aws.access(around.environment()), around.clock());
                DeployedStacks stacks = new DeployedStacks(there);
                Outside outside = new Outside(around.clock())) {
            StackLook stack = StackLook.at(aws.stack(), stacks);
            report.add(stack.results());
            Optional<URI> base = typed.or(() -> stack.deployed().flatMap(DeployedStack::api));
            SettingsCheck document = new SettingsCheck(there.parameters((_, _) -> {}), settings.of(stack.deployed()));
            Optional<SettingsDocument> read = document.read();
            report.add(document.results());
            read.ifPresent(found -> report.add(stack.results(found.settings())));
            report.add(new TableCheck(there.deployedTables(), stack.name(), tables(stack)).results());
            Set<Platform> platforms =
                    read.map(found -> found.settings().chats().keySet()).orElseGet(stack::platforms);
            outside(report, outside, new WebhookCheck(outside, base, stack.name()), platforms, read);
            QueueCheck queues = new QueueCheck(there.deadLetterQueues(), stack.name());
            report.add(read.isPresent() ? queues.results(platforms) : queues.withoutSettings(platforms));
            report.add(new CountCheck(there.deployedMetrics(stack.name()), stack.name()).results(platforms));
            SecretNames names = existing.names(stack.name(), stack.secrets());
            Inspection inspection = new Inspection(there, tables(stack), names, around.clock());
            read.ifPresentOrElse(
                    found -> inside(report, inspection, names, base, found),
                    () -> report.add(new WithoutSettings(stack.deployed(), names, inspection).results()));
        }
        return report.end(aws.stack()).exit();
    }

    private Inspection.Tables tables(StackLook stack) {
        return new Inspection.Tables(links.of(stack.name(), stack.deployed()), stack.name() + "-events");
    }

    private static void outside(
            DoctorReport report,
            Outside outside,
            WebhookCheck webhook,
            Set<Platform> platforms,
            Optional<SettingsDocument> document) {
        report.add(webhook.results(platforms));
        report.add(new ClockCheck(outside, webhook.ahead())
                .results(document.map(read -> read.connections().serviceNow().url())));
    }

    private static void inside(
            DoctorReport report,
            Inspection inspection,
            SecretNames names,
            Optional<URI> base,
            SettingsDocument document) {
        report.add(new SecretCheck(inspection.credentials(document.connections()), names).results());
        report.add(new RecordCheck(inspection.serviceNow(document.connections())).results(document.settings()));
        report.add(new RuleCheck(inspection.serviceNow(document.connections())).results(document.settings()));
        report.add(new ChannelCheck(inspection.chats(document.connections())).results(document.settings()));
        report.add(base.map(
                        address -> new EventCheck(inspection.inbound(document, WebhookCheck.events(address))).results())
                .orElseGet(() -> List.of(Result.unknown(
                        "events",
                        "ServiceNow's calls",
                        "where they are sent, neither --url nor the stack tells",
                        "deploy the stack, or give --url"))));
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
