package dev.belay.local.setup;

import dev.belay.aws.Aws;
import dev.belay.aws.ParameterStore;
import dev.belay.chat.Platform;
import dev.belay.document.InvalidSettings;
import dev.belay.document.SettingsDocument;
import dev.belay.failure.ExternalFailure;
import dev.belay.local.chatapp.Checkout;
import dev.belay.local.chatapp.SlackManifest;
import dev.belay.local.chatapp.TeamsPackage;
import dev.belay.local.secrets.LinkTableOption;
import dev.belay.local.secrets.Surroundings;
import dev.belay.local.setup.SetupReport.Verb;
import dev.belay.local.setup.answer.Answers;
import dev.belay.local.setup.answer.Interview;
import dev.belay.local.setup.answer.Question.Phase;
import dev.belay.local.setup.samconfig.NotUnderstood;
import dev.belay.local.setup.samconfig.SamConfig;
import dev.belay.local.setup.samconfig.SamToml;
import dev.belay.local.stack.RememberedStack;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One run of setup: what can be done with what is known now is done, and what is left is said. */
final class SetupRun {
    /**
     * Where it writes.
     *
     * @param out the folder for what is its own
     * @param samConfig what {@code sam deploy} reads
     * @param replaces whether what others wrote is replaced without a question
     */
    record Places(Path out, Path samConfig, boolean replaces) {}

    private final Surroundings around;
    private final SetupReport report;
    private final Places places;
    private final Placement placement;

    SetupRun(Surroundings around, SetupReport report, Places places) {
        this.around = around;
        this.report = report;
        this.places = places;
        this.placement = new Placement(
                WrittenTexts.in(places.out().resolve("written.json")), report, around.terminal(), places.replaces());
    }

    /** Does what can be done, and returns whether all of that went well. */
    boolean go(Aws there, Answers answers, Deployment deployment, SecretsStep secrets) {
        deployment
                .stack()
                .ifPresent(stack -> report.tell(Verb.STANDS, "stack " + deployment.name() + ": " + stack.status()));
        samConfig(answers, deployment);
        links(there, answers, deployment);
        manifests(answers, deployment);
        boolean good = settings(there, answers, deployment);
        if (deployment.isDeployed()) {
            good &= secrets.run(there, answers, deployment.secrets());
        }
        checklists(answers, deployment);
        return good;
    }

    private void samConfig(Answers answers, Deployment deployment) {
        String missing = missing(Phase.BEFORE_DEPLOY, answers);
        if (!missing.isEmpty()) {
            report.tell(Verb.TO_DO, places.samConfig() + ": answer " + missing + ", and run setup again");
            return;
        }
        try {
            section(places.samConfig(), answers, deployment);
        } catch (NotUnderstood e) {
            report.tell(
                    Verb.TO_DO,
                    places.samConfig() + ": " + e.getMessage()
                            + ", so nothing is written there: write it in another form, and run setup again");
        }
    }

    private void section(Path file, Answers answers, Deployment deployment) {
        String text = Placement.standing(file).map(WrittenTexts::text).orElse("");
        SamToml toml = SamToml.of(text, SamConfig.name(answers));
        String wanted = SamConfig.section(answers, deployment.settingsParameter(), toml.section());
        placement.part(
                file,
                file
                        + (SamConfig.option(answers).isEmpty()
                                ? ""
                                : " [" + String.join(".", SamConfig.name(answers)) + "]"),
                toml.section().map(WrittenTexts::bytes),
                WrittenTexts.bytes(wanted),
                WrittenTexts.bytes(toml.with(wanted)));
    }

    /** CloudFormation would refuse to make the table, and does not say what then. */
    private void links(Aws there, Answers answers, Deployment deployment) {
        if (deployment.isDeployed()
                || deployment.failure().isPresent()
                || answers.find("existing_link_table").isPresent()) {
            return;
        }
        String table = LinkTableOption.own(deployment.name());
        try {
            there.deployedTables()
                    .find(table)
                    .ifPresent(_ -> report.tell(
                            Verb.TO_DO,
                            "the link table " + table
                                    + " of an earlier stack is still there, and 'sam deploy' would stop"
                                    + " at \"already exists\": answer \"existing_link_table\": \"" + table + "\" in "
                                    + places.out().resolve(RememberedStack.FILE)
                                    + " to take it, or see docs/upgrade.md"));
        } catch (ExternalFailure e) {
            // setup works before there are keys for AWS; then the deployment says it
            report.line("  whether an earlier stack left a link table cannot be seen: " + e.getMessage());
        }
    }

    private String missing(Phase phase, Answers answers) {
        return new Interview(around.terminal(), around.out(), Answers.NONE)
                .missing(phase, answers).stream().map(question -> question.id()).collect(Collectors.joining(", "));
    }

    private void manifests(Answers answers, Deployment deployment) {
        if (answers.has(Platform.SLACK)) {
            Optional<URI> requestUrl = deployment.api().flatMap(SlackManifest::requestUrl);
            requestUrl.ifPresent(url -> placement.file(
                    places.out().resolve(SetupCommand.SLACK_FILE),
                    WrittenTexts.bytes(SlackManifest.filled(Checkout.here(), url))));
            if (requestUrl.isEmpty() && deployment.isDeployed()) {
                report.tell(
                        Verb.TO_DO, "the Slack app's manifest: the API's address is not https, which Slack demands");
            }
        }
        if (answers.has(Platform.TEAMS) && answers.find("teams.app_id").isPresent()) {
            String host = URI.create(answers.text("servicenow.url")).getHost();
            placement.file(
                    places.out().resolve(SetupCommand.TEAMS_FILE),
                    TeamsPackage.zip(Checkout.here(), answers.text("teams.app_id"), host));
        }
    }

    private boolean settings(Aws there, Answers answers, Deployment deployment) {
        String missing = missing(Phase.AFTER_DEPLOY, answers);
        if (!missing.isEmpty()) {
            report.tell(
                    Verb.TO_DO,
                    "the settings document: " + missing
                            + (deployment.isDeployed()
                                    ? "; run setup again with these answers"
                                    : "; setup asks for these once the stack is deployed"));
            return true;
        }
        String document = SettingsDraft.of(answers);
        try {
            SettingsDocument.read(document).warnings().forEach(warning -> report.line("  warning: " + warning));
        } catch (InvalidSettings e) {
            around.errors().println("these answers give no good settings document:");
            e.problems().forEach(problem -> around.errors().println("  " + problem));
            return false;
        }
        placement.file(places.out().resolve("settings.json"), WrittenTexts.bytes(document));
        return store(there.parameterStore(), deployment.settingsParameter(), document, answers);
    }

    private boolean store(ParameterStore store, String name, String document, Answers answers) {
        try {
            placement.place(
                    "SSM parameter " + name,
                    store.find(name).map(WrittenTexts::bytes),
                    document.getBytes(StandardCharsets.UTF_8),
                    _ -> store.put(name, document));
            return true;
        } catch (ExternalFailure e) {
            report.tell(
                    Verb.TO_DO,
                    "SSM parameter " + name + ": " + e.getMessage() + "; store it with '"
                            + Commands.of(answers)
                                    .putSettings(name, places.out().resolve("settings.json")) + "'");
            return false;
        }
    }

    private static boolean isNews(Verb verb) {
        return verb == Verb.NEW || verb == Verb.CHANGED;
    }

    private void checklists(Answers answers, Deployment deployment) {
        LocalDate today = LocalDate.ofInstant(around.clock().instant(), ZoneOffset.UTC);
        Checklists lists = new Checklists(answers, deployment, places.out(), today);
        List<String> news = lists.texts().entrySet().stream()
                .filter(each -> isNews(
                        placement.file(places.out().resolve(each.getKey()), WrittenTexts.bytes(each.getValue()))))
                .map(Map.Entry::getValue)
                .toList();
        lists.open()
                .forEach((name, open) -> report.tell(
                        Verb.TO_DO, places.out().resolve(name) + ": " + open + " still to come; setup fills it then"));
        news.forEach(text -> {
            report.line("");
            report.line(text.stripTrailing());
        });
        report.line("");
        report.line(
                report.isComplete() && deployment.isDeployed()
                        ? "Nothing is left to do here. Look at all of it: "
                                + Commands.of(answers).doctor()
                        : deployment.isDeployed()
                                ? "What is 'to do' or 'kept' above is left; then run setup again."
                                : "Next: ./belay build, then sam deploy" + SamConfig.option(answers)
                                        + ", then setup again.");
    }
}
