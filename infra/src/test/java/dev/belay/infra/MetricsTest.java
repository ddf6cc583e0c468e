package dev.belay.infra;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.belay.aws.protocol.EmbeddedMetric;
import dev.belay.delivery.Trace;
import dev.belay.health.Metric;
import dev.belay.ingress.IngressHandler;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the code counts and what the template has alarms on, held against each other both ways. */
final class MetricsTest {
    private static final Template TEMPLATE = Template.read();

    /** Where the code counts. */
    private static final String OURS = "Belay";

    /** What the dashboard looks for. */
    private static final Pattern SEARCH = Pattern.compile("SEARCH\\('([^']+)'");

    /** What a query shows, filters by and counts. */
    private static final Pattern FIELD = Pattern.compile("(?:fields |filter ispresent\\(|filter )([A-Za-z_@ ,()]+)");

    /** An alarm of the template, by its id. */
    record Alarm(String id, Tree properties) {
        String namespace() {
            return properties.at("Namespace").text();
        }

        String metric() {
            return properties.at("MetricName").text();
        }

        String description() {
            return properties.at("AlarmDescription", "Fn::Sub").text();
        }

        /** What it watches, e.g. {@code Function card-action}. The stack's name is written as the reference that it is. */
        List<String> dimensions() {
            return properties.at("Dimensions").elements().stream()
                    .map(each -> each.at("Name").text() + " " + each.at("Value").value())
                    .toList();
        }
    }

    static List<Alarm> alarms() {
        return alarms("AWS::CloudWatch::Alarm");
    }

    private static List<Alarm> alarms(String type) {
        Tree resources = TEMPLATE.tree().at("Resources");
        return resources.names().stream()
                .filter(id -> resources.at(id, "Type").text().equals(type))
                .map(id -> new Alarm(id, resources.at(id, "Properties")))
                .toList();
    }

    /** Those that only look at others. */
    static List<Alarm> composite() {
        return alarms("AWS::CloudWatch::CompositeAlarm");
    }

    static List<Alarm> ours() {
        return alarms().stream().filter(alarm -> alarm.namespace().equals(OURS)).toList();
    }

    static List<Metric> alarmed() {
        return Arrays.stream(Metric.values()).filter(Metric::alarmed).toList();
    }

    static List<TemplateFunction> functions() {
        return TEMPLATE.functions();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void an_alarm_is_on_a_metric_that_the_code_counts_and_says_to_be_alarmed(Alarm alarm) {
        assertThat(Metric.of(alarm.metric())).map(Metric::alarmed).contains(true);
    }

    @ParameterizedTest
    @MethodSource("alarmed")
    void an_alarmed_metric_has_an_alarm_for_each_function_that_counts_it(Metric metric) {
        Set<String> watched = ours().stream()
                .filter(alarm -> alarm.metric().equals(metric.id()))
                .flatMap(alarm -> alarm.dimensions().stream())
                .filter(dimension -> dimension.startsWith("Function "))
                .collect(Collectors.toCollection(TreeSet::new));

        if (metric.isOfStack()) {
            assertThat(watched).as("one alarm for all").isEmpty();
            assertThat(ours())
                    .filteredOn(alarm -> alarm.metric().equals(metric.id()))
                    .hasSize(1);
        } else {
            assertThat(watched).isNotEmpty().isEqualTo(counting(metric));
        }
    }

    /** Of what a person does wrong at the first installation; that no heartbeat comes is counted by four minutes without one. */
    @ParameterizedTest
    @EnumSource(
            value = Metric.class,
            names = {
                "NOT_SET_UP",
                "SIGNATURE_MISMATCH",
                "SETTINGS_INVALID",
                "TOKEN_REJECTED",
                "REJECTED",
                "UNAVAILABLE",
                "SERVICE_NOW_HEARTBEAT"
            })
    void a_mistake_of_the_first_installation_rings_within_five_minutes(Metric metric) {
        assertThat(ours())
                .filteredOn(alarm -> alarm.metric().equals(metric.id()))
                .isNotEmpty()
                .allSatisfy(alarm -> {
                    Tree properties = alarm.properties();
                    Tree some = properties.at("DatapointsToAlarm");
                    int periods = (some.isThere() ? some : properties.at("EvaluationPeriods")).number();
                    assertThat(properties.at("Period").number() * periods).isLessThanOrEqualTo(300);
                    assertThat(properties.at("TreatMissingData").text())
                            .isEqualTo(metric == Metric.SERVICE_NOW_HEARTBEAT ? "breaching" : "notBreaching");
                });
    }

    /** As the doors call themselves. */
    @Test
    void a_wrong_key_has_an_alarm_for_each_door() {
        assertThat(ours())
                .filteredOn(alarm -> alarm.metric().equals(Metric.SIGNATURE_MISMATCH.id()))
                .flatExtracting(Alarm::dimensions)
                .filteredOn(dimension -> dimension.startsWith("Kind "))
                .containsExactlyInAnyOrder("Kind slack", "Kind teams", "Kind servicenow");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void an_alarm_is_called_after_its_function_and_its_metric(Alarm alarm) {
        assertThat(names(alarm)).contains(alarm.id());
    }

    /** As {@link EmbeddedMetric} writes them: two stacks in one account do not ring each other's alarms. */
    @ParameterizedTest
    @MethodSource("ours")
    void an_alarm_watches_its_own_stack(Alarm alarm) {
        assertThat(alarm.dimensions()).contains("Stack {Ref=AWS::StackName}");
        assertThat(alarm.properties().at("Dimensions").elements())
                .extracting(dimension -> dimension.at("Name").text())
                .isIn(List.of("Stack"), List.of("Stack", "Function"), List.of("Stack", "Function", "Kind"));
    }

    @Test
    void an_alarm_that_is_over_says_so_to_whom_it_rang() {
        assertThat(Stream.concat(alarms().stream(), composite().stream()))
                .filteredOn(alarm -> alarm.properties().at("AlarmActions").isThere())
                .hasSizeGreaterThan(80)
                .allSatisfy(alarm -> assertThat(alarm.properties().at("OKActions"))
                        .as(alarm.id())
                        .isEqualTo(alarm.properties().at("AlarmActions")));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void the_errors_of_each_function_have_an_alarm(TemplateFunction function) {
        assertThat(alarms())
                .filteredOn(alarm -> alarm.metric().equals("Errors"))
                .filteredOn(alarm -> alarm.dimensions().equals(List.of("FunctionName {Ref=" + function.id() + "}")))
                .singleElement()
                .extracting(Alarm::namespace)
                .isEqualTo("AWS/Lambda");
    }

    /** The alarms of AWS, on its errors and on the API's answers, do not see what is answered with 200. */
    @Test
    void
            ingress_counts_nothing_of_its_own_but_heartbeats_and_what_it_could_not_take_or_prove_and_which_store_did_not_answer() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("dev.belay.health..").and(not(type(Metric.class))))
                .orShould()
                .getFieldWhere(target(owner(type(Metric.class)))
                        .and(target(not(nameMatching(
                                "UNAVAILABLE|NOT_SET_UP|SIGNATURE_MISMATCH|LAST_GOOD_USED|SERVICE_NOW_HEARTBEAT")))))
                .check(new ClassFileImporter().importPackagesOf(IngressHandler.class));
    }

    @Test
    void the_dashboard_shows_metrics_that_there_are_of_functions_that_there_are() throws JsonParserException {
        List<JsonArray> shown = JsonParser.object().from(dashboard()).getArray("widgets").stream()
                .flatMap(widget -> ((JsonObject) widget).getObject("properties").getArray("metrics").stream())
                .map(JsonArray.class::cast)
                .filter(metric -> OURS.equals(metric.get(0)))
                .toList();
        assertThat(shown).isNotEmpty().allSatisfy(metric -> {
            assertThat(Metric.of(metric.getString(1))).as(metric.getString(1)).isPresent();
            assertThat(metric.subList(2, 5)).containsExactly("Stack", "${AWS::StackName}", "Function");
            assertThat(functions()).extracting(TemplateFunction::name).contains(metric.getString(5));
        });
    }

    @Test
    void the_dashboard_searches_its_own_stack_alone() {
        assertThat(SEARCH.matcher(dashboard()).results().map(found -> found.group(1)))
                .hasSize(3)
                .allMatch(search -> search.startsWith("{Belay,Stack,Function,Kind} MetricName=")
                        && search.endsWith("Stack=\\\"${AWS::StackName}\\\""));
        Tree resources = TEMPLATE.tree().at("Resources");
        assertThat(resources.names())
                .filteredOn(
                        id -> resources.at(id, "Properties", "RedrivePolicy").isThere())
                .extracting(id ->
                        resources.at(id, "Properties", "QueueName", "Fn::Sub").text())
                .hasSize(7)
                .allSatisfy(queue -> assertThat(dashboard()).contains("\"" + queue + "\""));
    }

    private static String dashboard() {
        return TEMPLATE.tree()
                .at("Resources", "Dashboard", "Properties", "DashboardBody", "Fn::Sub")
                .text();
    }

    @Test
    void the_saved_queries_look_at_fields_that_the_logs_have() {
        Set<String> known = Stream.of(
                        Arrays.stream(Trace.Field.values()).map(Trace.Field::id),
                        Stream.of("service", "level", "message", "correlation_id", "function_request_id"),
                        Stream.of("span", "span_kind", "system", "duration_ms"),
                        Stream.of("outcome", "reason", "Press", "Kind"))
                .flatMap(Function.identity())
                .collect(Collectors.toSet());
        Tree resources = TEMPLATE.tree().at("Resources");
        List<String> queries = resources.names().stream()
                .filter(id -> resources.at(id, "Type").text().equals("AWS::Logs::QueryDefinition"))
                .map(id -> resources.at(id, "Properties", "QueryString").text())
                .toList();
        assertThat(queries).hasSize(4).allSatisfy(query -> assertThat(FIELD.matcher(query)
                        .results()
                        .map(found -> found.group(1))
                        .flatMap(fields -> Stream.of(fields.split("[ ,()]+")))
                        .filter(field -> !field.isEmpty() && !field.startsWith("@"))
                        .filter(field ->
                                !Set.of("coalesce", "and", "not", "ispresent").contains(field)))
                .isNotEmpty()
                .allMatch(known::contains));
    }

    @ParameterizedTest
    @MethodSource("alarms")
    void an_alarm_says_what_happened_and_what_to_look_at_or_do(Alarm alarm) {
        assertThat(alarm.description()).matches("[A-Z].+\\. .+\\. Runbook: .+");
    }

    /**
     * Every function reads secrets, and every one but ingress reads the settings and calls out. Who takes messages from a queue
     * writes; who takes word of files brings them; of the others, who looks people up proves roles and answers, or relays what they say, and who does not makes conversations. Who may publish
     * checks credentials, and has a state in place of a count of refusals.
     */
    private static Set<String> counting(Metric metric) {
        String workers = "BELAY_SETTINGS_PARAMETER";
        String presses = "BELAY_USER_MAP_TABLE";
        String messages = "BELAY_SLACK_QUEUE_URL";
        String notices = "BELAY_ALARM_TOPIC_ARN";
        String files = "BELAY_FILES_DLQ_URL";
        Predicate<Set<String>> counts =
                switch (metric) {
                    case LAST_GOOD_USED -> _ -> true;
                    case UNAVAILABLE, SERVICE_NOW_HEARTBEAT, SIGNATURE_MISMATCH -> given -> !given.contains(workers);
                    case ROLE_UNPROVED -> given -> given.contains(presses) && !given.contains(files) && !relays(given);
                    case ANSWER_FAILED -> given -> given.contains(presses) && !given.contains(files);
                    case FILE_BROUGHT, FILE_LINKED, FILE_UNREADABLE, FILE_LATE -> given -> given.contains(files);
                    case NOTE_NOT_SAID -> given -> relays(given) && !given.contains(files);
                    case RECONCILED, RECONCILIATION_RAN, RECORD_UNREADABLE -> MetricsTest::reconciles;
                    case AUDIT_FINDINGS, AUDIT_HOURS_OLD -> MetricsTest::audits;
                    case CONVERSATION_LATE ->
                        given -> (given.contains(messages) && !given.contains(presses)) || reconciles(given);
                    case CONVERSATION_RATE_LIMITED,
                            CONVERSATION_NOTE_FAILED,
                            CONVERSATION_FIELD_FAILED,
                            CHANNEL_SETUP_FAILED,
                            CHANNEL_QUOTA_LOW,
                            LINE_NOT_SAID,
                            CHANNEL_REFUSED -> given -> given.contains(messages) && !given.contains(presses);
                    case WARNING_FAILED ->
                        given -> given.contains(workers)
                                && !given.contains(presses)
                                && !reconciles(given)
                                && !audits(given);
                    case UNEXPECTED_ERROR -> given -> given.contains(workers) && !reconciles(given) && !audits(given);
                    case CREDENTIAL_UNHEALTHY, CREDENTIAL_UNKNOWN, CREDENTIAL_DAYS_LEFT, CREDENTIALS_CHECKED ->
                        given -> given.contains(notices);
                    case TOKEN_REJECTED ->
                        given ->
                                given.contains(messages) || given.contains(files) || reconciles(given) || audits(given);
                    case REJECTED, OUTCOME_UNKNOWN -> given -> given.contains(messages) || given.contains(files);
                    default -> given -> given.contains(workers);
                };
        return functions().stream()
                .filter(function -> counts.test(function.environment()))
                .map(function -> "Function " + function.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What sends hints and neither answers presses nor takes messages; what it meets unawares is thrown, and is Lambda's to count. */
    private static boolean reconciles(Set<String> given) {
        return given.contains("BELAY_SLACK_RECORDS_QUEUE_URL")
                && given.contains("BELAY_SETTINGS_PARAMETER")
                && !given.contains("BELAY_USER_MAP_TABLE");
    }

    /** What calls the chat platforms, and neither takes messages nor checks credentials: it looks, and what it meets unawares is thrown. */
    private static boolean audits(Set<String> given) {
        return given.contains("BELAY_SETTINGS_PARAMETER")
                && given.contains("BELAY_SLACK_TOKENS_SECRET_ARN")
                && !given.contains("BELAY_SLACK_QUEUE_URL")
                && !given.contains("BELAY_FILES_QUEUE_URL")
                && !given.contains("BELAY_ALARM_TOPIC_ARN");
    }

    /** What knows people and tells no conversation of a change. */
    private static boolean relays(Set<String> given) {
        return given.contains("BELAY_USER_MAP_TABLE") && !given.contains("BELAY_SLACK_RECORDS_QUEUE_URL");
    }

    /** With the function in front, or without it where only one function counts; with the kind in front where it watches one. */
    private static List<String> names(Alarm alarm) {
        Optional<String> kind = alarm.dimensions().stream()
                .filter(dimension -> dimension.startsWith("Kind "))
                .map(dimension -> dimension.substring("Kind ".length()))
                .findFirst();
        if (kind.equals(Optional.of("servicenow"))) {
            return List.of("ServiceNow" + alarm.metric());
        }
        if (kind.isPresent()) {
            String name = kind.get().substring(0, 1).toUpperCase(Locale.ROOT)
                    + kind.get().substring(1)
                    + alarm.metric();
            return List.of(alarm.dimensions().contains("Function reconciliation") ? "Reconciliation" + name : name);
        }
        Optional<Metric> metric = Metric.of(alarm.metric());
        if (metric.equals(Optional.of(Metric.CREDENTIAL_DAYS_LEFT))) {
            return List.of(alarm.metric() + alarm.properties().at("Threshold").number());
        }
        if (metric.equals(Optional.of(Metric.CREDENTIALS_CHECKED))) {
            return List.of("CredentialsNotCheckedForAnHour");
        }
        if (metric.equals(Optional.of(Metric.RECONCILIATION_RAN))) {
            return List.of("ReconciliationMissing");
        }
        if (metric.equals(Optional.of(Metric.SERVICE_NOW_HEARTBEAT))) {
            return List.of("HeartbeatMissing");
        }
        if (metric.filter(Metric::isOfStack).isPresent()) {
            return List.of(alarm.metric());
        }
        boolean alone = metric.filter(found -> counting(found).size() == 1).isPresent();
        return functions().stream()
                .filter(function -> alarm.dimensions().contains("Function " + function.name()))
                .flatMap(function -> Stream.of(
                        function.id() + alarm.metric(), alone ? alarm.metric() : function.id() + alarm.metric()))
                .toList();
    }
}
