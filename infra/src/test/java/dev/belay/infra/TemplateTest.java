package dev.belay.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.belay.cardaction.CardActionHandler;
import dev.belay.conversationfile.ConversationFileHandler;
import dev.belay.conversationmessage.ConversationMessageHandler;
import dev.belay.delivery.Deadline;
import dev.belay.event.HandledEvents;
import dev.belay.events.PressCodec;
import dev.belay.file.FileBytes;
import dev.belay.file.FileTransfers;
import dev.belay.incidentopened.IncidentOpenedHandler;
import dev.belay.ingress.IngressHandler;
import dev.belay.linkaudit.LinkAuditHandler;
import dev.belay.reconciliation.ReconciliationHandler;
import dev.belay.secret.SecretKind;
import dev.belay.simulator.aws.call.Permission;
import dev.belay.tokenhealthcheck.TokenHealthCheckHandler;
import dev.belay.wiring.Wiring;
import dev.belay.wiring.settings.Environment;
import dev.belay.wiring.settings.Environment.Name;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The template names what the code has, and the code has what the template names. */
final class TemplateTest {
    private static final Template TEMPLATE = Template.read();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
    private static final Map<String, String> SET_BY_LAMBDA = Map.of(
            "AWS_REGION", "eu-central-1",
            "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "example");

    /**
     * A worker misses its secrets when the settings name their platform or pager; the hosts are those of the cloud, and Slack's methods
     * are where most workspaces have them.
     */
    private static final Set<String> MISSED_LATER = Set.of(
            Name.BELAY_SLACK_TOKENS_SECRET_ARN.name(),
            Name.BELAY_SLACK_APP_SECRET_ARN.name(),
            Name.BELAY_TEAMS_SECRET_ARN.name(),
            Name.BELAY_PAGERS_SECRET_ARN.name(),
            Name.BELAY_ALARM_TOPIC_ARN.name(),
            "BELAY_TEAMS_SERVICE_HOSTS",
            "BELAY_SLACK_API_URL");

    /** The name of each secret beneath the stack's, as a function is told it. */
    private static final Map<String, String> NAMED = Map.of(
            "BELAY_SLACK_SIGNING_SECRET_ARN", "slack-signing",
            "BELAY_SLACK_TOKENS_SECRET_ARN", "slack/*",
            "BELAY_SLACK_APP_SECRET_ARN", "slack-app",
            "BELAY_TEAMS_SECRET_ARN", "teams/*",
            "BELAY_SERVICENOW_EVENT_SECRET_ARN", "servicenow-events/${ServiceNowInstance}",
            "BELAY_SERVICENOW_SECRET_ARN", "servicenow/${ServiceNowInstance}",
            "BELAY_PAGERS_SECRET_ARN", "pagers");

    /** What stands in Microsoft's place on a person's own machine; deployed, it is always Microsoft's. */
    private static final String FOR_THIS_MACHINE = "BELAY_TEAMS_OPENID_URL";

    /** What nobody reads: Lambda publishes a worker anew where it is another. */
    private static final String FOR_LAMBDA = "BELAY_RELEASE";

    /** Starts a function as Lambda does, in an environment of the test's. */
    private interface Start {
        void in(Function<String, @Nullable String> environment);
    }

    static List<TemplateFunction> functions() {
        return TEMPLATE.functions();
    }

    @Test
    void every_handler_of_the_code_is_deployed_and_none_else() {
        Set<String> deployed = functions().stream()
                .map(function -> function.handler().replace("::handleRequest", ""))
                .collect(Collectors.toSet());

        assertThat(handlers()).isEqualTo(deployed);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_handler_can_be_made_without_arguments_and_has_the_method(TemplateFunction function)
            throws ReflectiveOperationException {
        String[] handler = function.handler().split("::", -1);
        Class<?> type = Class.forName(handler[0]);

        assertThat(type.getConstructor().getParameterCount()).isZero();
        assertThat(Arrays.stream(type.getMethods())
                        .filter(method -> method.getName().equals(handler[1])))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_function_is_the_zip_of_its_module_and_is_not_built_again(TemplateFunction function) {
        String module = "functions/" + function.name();

        assertThat(Files.exists(Path.of("..", module, "pom.xml"))).isTrue();
        assertThat(function.properties().at("CodeUri").text())
                .isEqualTo(module + "/target/" + function.name() + ".zip");
        assertThat(TEMPLATE.resource(function.id()).at("Metadata", "SkipBuild").text())
                .isEqualTo("true");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_function_asks_for_each_name_that_the_template_gives_it_and_for_no_other(TemplateFunction function) {
        Set<String> asked = new TreeSet<>();
        start(function).in(name -> {
            asked.add(name);
            return value(name);
        });

        assertThat(asked)
                .filteredOn(name -> name.startsWith("BELAY_") && !name.equals(FOR_THIS_MACHINE))
                .isEqualTo(told(function));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_function_that_lacks_a_name_does_not_start_and_says_which(TemplateFunction function) {
        Set<String> needed = new TreeSet<>(told(function));
        needed.removeAll(MISSED_LATER);
        if (function.name().equals("reconciliation")) { // of the queues that it only sends to, one is enough
            needed.removeIf(name -> name.matches(".*_(RECORDS|MESSAGES)_QUEUE_URL"));
        }
        for (String missing : needed) {
            assertThatThrownBy(() -> start(function).in(name -> name.equals(missing) ? null : value(name)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(missing);
        }
    }

    @Test
    void the_workers_are_told_every_name_that_there_is() {
        Set<String> told = functions().stream()
                .filter(function -> !function.name().equals("ingress"))
                .flatMap(function -> told(function).stream())
                .collect(Collectors.toSet());

        assertThat(told).isEqualTo(Arrays.stream(Name.values()).map(Enum::name).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void no_permission_is_for_more_than_one_thing(TemplateFunction function) {
        Map<String, String> parameters = TEMPLATE.tree().at("Parameters").names().stream()
                .collect(Collectors.toMap(Function.identity(), name -> name));

        assertThat(function.permissions("belay", parameters))
                .isNotEmpty()
                .filteredOn(permission -> !permission.action().startsWith("secretsmanager:"))
                .isNotEmpty()
                .extracting(Permission::toString)
                .noneMatch(text -> text.contains("*"));
        assertThat(function.statements("lambda-itself"))
                .noneMatch(each -> each.toString().contains("*"));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void secrets_are_read_beneath_the_stacks_name_each_kind_by_whom_it_is_for(TemplateFunction function) {
        Set<String> secrets = secrets(function, "belay");
        assertThat(secrets)
                .isEqualTo(
                        switch (function.name()) {
                            case "ingress" ->
                                Set.of("belay/slack-signing-??????", "belay/slack/*", "belay/servicenow-events/*");
                            case "incident-opened", "conversation-message" ->
                                Set.of("belay/slack/*", "belay/teams/*", "belay/servicenow/*");
                            case "card-action" ->
                                Set.of("belay/slack/*", "belay/teams/*", "belay/servicenow/*", "belay/pagers-??????");
                            case "token-health-check" ->
                                Set.of(
                                        "belay/slack/*",
                                        "belay/slack-app-??????",
                                        "belay/teams/*",
                                        "belay/servicenow/*",
                                        "belay/pagers-??????");
                            case "conversation-file" -> Set.of("belay/slack/*", "belay/teams/*", "belay/servicenow/*");
                            case "reconciliation" -> Set.of("belay/servicenow/*");
                            case "link-audit" -> Set.of("belay/slack/*", "belay/teams/*", "belay/servicenow/*");
                            default -> throw new AssertionError("say here which secrets " + function.name() + " reads");
                        });
        Set<String> known = Arrays.stream(SecretKind.values())
                .map(kind -> "belay/" + kind.name("*") + (kind.isOwned() ? "" : "-??????"))
                .collect(Collectors.toSet());
        assertThat(known).containsAll(secrets);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_function_is_told_the_names_of_its_secrets(TemplateFunction function) {
        Tree variables = function.properties().at("Environment", "Variables");
        Map<String, String> named = function.environment().stream()
                .filter(name -> name.endsWith("_SECRET_ARN"))
                .collect(Collectors.toMap(
                        name -> name, name -> variables.at(name, "Fn::Sub").text()));
        assertThat(named).isNotEmpty().allSatisfy((name, value) -> assertThat(value)
                .isEqualTo("${AWS::StackName}/" + NAMED.get(name)));
    }

    @Test
    void secrets_that_were_there_before_take_the_place_of_the_stacks_own_with_their_permission() {
        Template existing = Template.read(Template.givenArns("slack,teams"));
        for (TemplateFunction function : existing.functions()) {
            Map<String, String> arns =
                    Template.SECRETS.keySet().stream().collect(Collectors.toMap(name -> name, name -> "given " + name));
            Map<String, String> parameters = new HashMap<>(arns);
            parameters.put("SettingsParameter", "/belay/settings");
            parameters.put("AlarmTopicArn", "alarms");
            assertThat(function.permissions("belay", parameters))
                    .filteredOn(permission -> permission.action().startsWith("secretsmanager:"))
                    .isNotEmpty()
                    .allSatisfy(permission -> assertThat(arns.values()).contains(permission.resource()));
            Tree variables = function.properties().at("Environment", "Variables");
            assertThat(function.environment().stream().filter(name -> name.endsWith("_SECRET_ARN")))
                    .allSatisfy(name -> assertThat(variables.at(name).toString())
                            .contains("SecretArn")
                            .doesNotContain("StackName"));
        }
        assertThat(TEMPLATE.tree()
                        .at("Parameters", "SlackTokensSecretArn", "Type")
                        .text())
                .isEqualTo("CommaDelimitedList");
    }

    private static Set<String> secrets(TemplateFunction function, String stack) {
        return function
                .permissions(stack, Map.of("SettingsParameter", "/belay/settings", "AlarmTopicArn", "alarms"))
                .stream()
                .filter(permission -> permission.action().equals("secretsmanager:GetSecretValue"))
                .map(Permission::resource)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_queue_waits_six_times_as_long_as_its_function_may_run(TemplateFunction function) {
        assertThat(sources(function))
                .hasSize(
                        switch (function.name()) {
                            case "ingress", "token-health-check", "reconciliation", "link-audit" -> 0;
                            case "conversation-file" -> 1;
                            default -> 2;
                        })
                .allSatisfy(queue -> assertThat(TEMPLATE.resource(queue)
                                .at("Properties", "VisibilityTimeout")
                                .number())
                        .isGreaterThanOrEqualTo(
                                6 * function.properties().at("Timeout").number()));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_function_is_told_of_the_queues_that_feed_it_and_of_their_dead_letter_queues(TemplateFunction function) {
        Tree variables = function.properties().at("Environment", "Variables");
        for (String queue : sources(function)) {
            String platform =
                    queue.replaceFirst("(Records|Actions|Messages|)Queue$", "").toUpperCase(Locale.ROOT);
            assertThat(variables.at("BELAY_" + platform + "_QUEUE_URL", "Ref").text())
                    .isEqualTo(queue);
            assertThat(variables.at("BELAY_" + platform + "_DLQ_URL", "Ref").text() + ".Arn")
                    .isEqualTo(TEMPLATE.resource(queue)
                            .at("Properties", "RedrivePolicy", "deadLetterTargetArn", "Fn::GetAtt")
                            .text());
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_worker_may_run_as_long_as_its_leases_reckon_with(TemplateFunction function) {
        if (sources(function).isEmpty()) {
            return;
        }
        Duration timeout =
                Duration.ofSeconds(function.properties().at("Timeout").number());

        boolean bringsFiles = function.name().equals("conversation-file");
        assertThat(timeout).isEqualTo(bringsFiles ? FileBytes.LIFE : Deadline.OF_A_FUNCTION);
        assertThat(bringsFiles ? FileTransfers.LEASE : HandledEvents.LEASE)
                .isGreaterThan(timeout)
                .isLessThan(timeout.multipliedBy(6));
    }

    @Test
    void one_person_cannot_have_all_workers() {
        assertThat(TEMPLATE.tree()
                        .at("Parameters", "WorkerConcurrency", "MinValue")
                        .number())
                .isGreaterThan(PressCodec.GROUPS);
    }

    private static List<String> told(TemplateFunction function) {
        return function.environment().stream()
                .filter(name -> !name.equals(FOR_LAMBDA))
                .toList();
    }

    /** The queues that feed a function. */
    private static List<String> sources(TemplateFunction function) {
        return TEMPLATE.tree().at("Resources").names().stream()
                .map(TEMPLATE::resource)
                .filter(resource -> resource.at("Type").text().equals("AWS::Lambda::EventSourceMapping"))
                .map(resource -> resource.at("Properties"))
                .filter(mapping -> mapping.at("FunctionName", "Ref").text().equals(function.id()))
                .map(mapping ->
                        mapping.at("EventSourceArn", "Fn::GetAtt").text().replace(".Arn", ""))
                .toList();
    }

    private static Start start(TemplateFunction function) {
        return switch (function.name()) {
            case "ingress" -> variables -> new IngressHandler(variables, CLOCK, nowhere());
            case "incident-opened" -> variables -> new IncidentOpenedHandler(wiring(function.name(), variables));
            case "token-health-check" -> variables -> new TokenHealthCheckHandler(wiring(function.name(), variables));
            case "reconciliation" -> variables -> new ReconciliationHandler(wiring(function.name(), variables));
            case "link-audit" -> variables -> new LinkAuditHandler(wiring(function.name(), variables));
            case "conversation-file" -> variables -> new ConversationFileHandler(wiring(function.name(), variables));
            case "card-action" -> variables -> new CardActionHandler(wiring(function.name(), variables));
            case "conversation-message" ->
                variables -> new ConversationMessageHandler(wiring(function.name(), variables));
            default -> throw new AssertionError("say here how " + function.name() + " starts");
        };
    }

    private static Wiring wiring(String function, Function<String, @Nullable String> variables) {
        return new Wiring(function, Environment.of(variables), CLOCK, nowhere());
    }

    private static @Nullable String value(String name) {
        return switch (name) {
            case "BELAY_PLATFORMS" -> "slack,teams";
            case "BELAY_TEAMS_CLOUD" -> "public";
            case "BELAY_AWS_URL_SUFFIX" -> "amazonaws.com";
            default -> name.startsWith("BELAY_") ? "https://127.0.0.1/" + name : SET_BY_LAMBDA.get(name);
        };
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    }

    private static Set<String> handlers() {
        return new ClassFileImporter()
                .importPackages("dev.belay").stream()
                        .filter(type -> type.isAssignableTo(RequestHandler.class)
                                || type.isAssignableTo(RequestStreamHandler.class))
                        .filter(type -> !type.getPackageName().startsWith("dev.belay.local"))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
    }
}
