package dev.belay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.audit.Audit;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What CloudFormation gets to see: the template as SAM expands it, held against AWS's own resource specifications. */
@Requires(Tool.PYTHON)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeploymentTest {
    private final PythonTools python = PythonTools.ready();

    private Path expanded = Template.FILE;
    private Tree template = new Tree(null);
    private Tree resources = new Tree(null);

    @BeforeAll
    void expand(@TempDir Path folder) throws IOException, JsonParserException {
        expanded = folder.resolve("expanded.json");
        python.expand(Template.FILE, expanded);
        template = new Tree(JsonParser.object().from(Files.readString(expanded)));
        resources = deployed("slack,teams").at("Resources");
    }

    private Tree deployed(String platforms) {
        return Decided.of(template, Template.given(platforms));
    }

    @Test
    void the_linter_has_nothing_to_say_of_the_template() {
        assertThat(python.lint(Template.FILE)).isEqualTo(new ToolRun(0, ""));
    }

    @Test
    void the_linter_has_nothing_to_say_of_the_expanded_template() {
        assertThat(python.lint(expanded)).isEqualTo(new ToolRun(0, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Runtime: java25               | Runtime: java99               | java99
            VisibilityTimeout: 360        | VisibilityTimeout: 20         | visibility timeout
            BatchSize: 1                  | BatchSize: 50                 | 50
            !GetAtt EventsTable.Arn       | !GetAtt EventsTabel.Arn       | EventsTabel
            RouteKey: POST /slack/events  | RouteKee: POST /slack/events  | RouteKee
            """)
    void the_linter_finds_what_is_wrong(String right, String wrong, String said, @TempDir Path folder)
            throws IOException {
        Path template = folder.resolve("template.yaml");
        Path broken = folder.resolve("expanded.json");
        Files.writeString(template, Files.readString(Template.FILE).replace(right, wrong));
        python.expand(template, broken);
        ToolRun result = python.lint(broken);

        assertThat(result.status()).isNotZero();
        assertThat(result.output()).contains(said);
    }

    @Test
    void the_links_can_be_brought_back_and_outlive_the_stack() {
        Tree links = resources.at("LinkTable");

        assertThat(links.at("DeletionPolicy").text()).isEqualTo("RetainExceptOnCreate");
        assertThat(links.at("UpdateReplacePolicy").text()).isEqualTo("Retain");
        assertThat(links.at("Properties", "DeletionProtectionEnabled").text()).isEqualTo("true");
        assertThat(links.at("Properties", "PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled")
                        .text())
                .isEqualTo("true");
        assertThat(links.at("Properties", "TimeToLiveSpecification").isThere()).isFalse();
    }

    @Test
    void the_secrets_that_each_stack_has_one_of_are_made_empty_under_its_name_and_go_with_it() {
        assertThat(ofType("AWS::SecretsManager::Secret"))
                .extracting(secret -> secret.at("Name", "Fn::Sub").text())
                .containsExactlyInAnyOrder(
                        "${AWS::StackName}/slack-signing",
                        "${AWS::StackName}/slack-app",
                        "${AWS::StackName}/pagers",
                        "${AWS::StackName}/servicenow-events/${ServiceNowInstance}",
                        "${AWS::StackName}/servicenow/${ServiceNowInstance}");
        assertThat(ofType("AWS::SecretsManager::Secret")).allSatisfy(secret -> assertThat(secret.names())
                .doesNotContain("SecretString", "GenerateSecretString"));
        assertThat(resources.names())
                .filteredOn(id -> resources.at(id, "Type").text().equals("AWS::SecretsManager::Secret"))
                .hasSize(5)
                .allSatisfy(id -> {
                    assertThat(resources.at(id, "DeletionPolicy").text()).isEqualTo("Delete");
                    assertThat(resources.at(id, "UpdateReplacePolicy").text()).isEqualTo("Delete");
                });
    }

    @Test
    void a_secret_that_is_there_already_is_not_made() {
        Map<String, String> given = new HashMap<>(Template.given("slack,teams"));
        String arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:corp-AbCdEf";
        given.put("SlackSigningSecretArn", arn);
        given.put("SlackAppSecretArn", arn);
        given.put("PagersSecretArn", arn);
        given.put("ServiceNowEventSecretArn", arn);
        given.put("ServiceNowClientSecretArn", arn);
        assertThat(secretsMade(given)).isEmpty();
        assertThat(secretsMade(Template.given("teams")))
                .containsExactlyInAnyOrder("ServiceNowEventsSecret", "ServiceNowClientSecret", "PagersSecret");
    }

    private List<String> secretsMade(Map<String, String> given) {
        Tree made = Decided.of(template, given).at("Resources");
        return made.names().stream()
                .filter(id -> made.at(id, "Type").isThere()
                        && made.at(id, "Type").text().equals("AWS::SecretsManager::Secret"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UserMapTable", "EventsTable"})
    void what_is_remembered_for_a_while_expires_by_itself(String table) {
        Tree expiry = resources.at(table, "Properties", "TimeToLiveSpecification");

        assertThat(expiry.at("AttributeName").text()).isEqualTo("expires_at");
        assertThat(expiry.at("Enabled").text()).isEqualTo("true");
    }

    @Test
    void each_route_leads_to_ingress_and_may_call_it() {
        assertThat(ofType("AWS::ApiGatewayV2::Route")
                        .map(route -> route.at("RouteKey").text()))
                .containsExactlyInAnyOrder(
                        "POST /slack/events",
                        "POST /teams/messages",
                        "POST /api/messages",
                        "POST /servicenow/events",
                        "POST /servicenow/heartbeat");
        assertThat(ofType("AWS::Lambda::Permission")
                        .filter(permission -> permission.at("Principal").text().startsWith("apigateway"))
                        .map(permission -> permission.at("SourceArn", "Fn::Sub").text()))
                .hasSize(5)
                .anyMatch(arn -> arn.endsWith("/POST/servicenow/heartbeat"))
                .anyMatch(arn -> arn.endsWith("/POST/slack/events"))
                .anyMatch(arn -> arn.endsWith("/POST/teams/messages"))
                .anyMatch(arn -> arn.endsWith("/POST/api/messages"))
                .anyMatch(arn -> arn.endsWith("/POST/servicenow/events"));
        assertThat(ofType("AWS::ApiGatewayV2::Integration"))
                .allMatch(each ->
                        each.at("IntegrationUri", "Fn::GetAtt").toString().contains("Ingress"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            slack       | Slack       | Teams
            teams       | Teams       | Slack
            slack,teams | Slack,Teams |
            """)
    void a_platform_that_is_not_deployed_leaves_nothing_behind(
            String platforms, String wanted, @Nullable String unwanted) {
        Tree deployed = deployed(platforms);
        String all = String.valueOf(deployed.at("Resources").value())
                + deployed.at("Outputs").value();

        assertThat(wanted.split(",", -1)).allSatisfy(name -> assertThat(all).contains(name + "Route"));
        assertThat(References.of(deployed.at("Resources"))).isSubsetOf(References.known(deployed));
        if (unwanted != null) {
            assertThat(all)
                    .doesNotContain("Ref=" + unwanted)
                    .doesNotContain(unwanted + "Route")
                    .doesNotContain(unwanted + "Records")
                    .doesNotContain(unwanted + "Actions")
                    .doesNotContain("BELAY_" + unwanted.toUpperCase(Locale.ROOT));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack", "teams", "slack,teams"})
    void every_record_is_heard_of_on_the_platforms_that_are_deployed(String platforms) {
        assertThat(Decided.objections(template, Template.given(platforms))).isEmpty();
        assertThat(deployed(platforms)
                        .at("Resources", "Ingress", "Properties", "Environment", "Variables", "BELAY_PLATFORMS")
                        .text())
                .isEqualTo(platforms);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TeamsAppId   | Teams is a platform, so TeamsAppId is needed.
            TeamsTenants | Teams is a platform, so TeamsTenants is needed.
            """)
    void half_a_platform_is_not_deployed(String missing, String said) {
        for (Map<String, String> whole : List.of(Template.given("slack,teams"), Template.givenArns("slack,teams"))) {
            Map<String, String> given = new HashMap<>(whole);
            given.remove(missing);

            assertThat(Decided.objections(template, given)).containsExactly(said);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack", "teams", "slack,teams"})
    void secrets_that_were_there_before_say_which_platforms_there_are(String platforms) {
        Map<String, String> given = Template.givenArns(platforms);

        assertThat(Decided.objections(template, given)).isEmpty();
        assertThat(Decided.of(template, given)
                        .at("Resources", "Ingress", "Properties", "Environment", "Variables", "BELAY_PLATFORMS")
                        .text())
                .isEqualTo(platforms);
    }

    @Test
    void an_app_in_teams_without_the_platform_is_asked_about() {
        Map<String, String> given = new HashMap<>(Template.given("slack,teams"));
        given.put("Platforms", "slack");

        assertThat(Decided.objections(template, given))
                .containsExactly(
                        "TeamsAppId is given, so Platforms must name teams, or be empty and TeamsSecretArn given.");
    }

    @Test
    void a_cloud_whose_hosts_nobody_publishes_needs_them() {
        Map<String, String> given = new HashMap<>(Template.given("teams"));
        given.put("TeamsCloud", "china");
        given.remove("TeamsServiceHosts");

        assertThat(Decided.objections(template, given))
                .containsExactly("TeamsCloud is china, so TeamsServiceHosts is needed.");
    }

    @Test
    void no_platform_is_not_deployed() {
        assertThat(Decided.objections(template, Map.of()))
                .containsExactly(
                        "Name the platforms in Platforms, or give the secrets of Slack, of Teams, or of both.");
    }

    @Test
    void each_worker_takes_one_message_at_a_time_but_what_was_said_and_tells_which_failed() {
        assertThat(ofType("AWS::Lambda::EventSourceMapping")).hasSize(7).allSatisfy(mapping -> {
            boolean said = mapping.at("FunctionName", "Ref").text().equals("ConversationMessage");
            assertThat(mapping.at("BatchSize").number()).isEqualTo(said ? 10 : 1);
            assertThat(mapping.at("FunctionResponseTypes").elements().getFirst().text())
                    .isEqualTo("ReportBatchItemFailures");
            assertThat(mapping.at("ScalingConfig", "MaximumConcurrency").isThere())
                    .isTrue();
        });
    }

    @Test
    void the_check_of_credentials_is_invoked_each_hour_by_its_rule_alone() {
        Tree rule = resources.at("TokenHealthCheckRule", "Properties");
        assertThat(rule.at("ScheduleExpression", "Ref").text()).isEqualTo("CredentialCheckSchedule");
        assertThat(rule.at("State").text()).isEqualTo("ENABLED");
        assertThat(template.at("Parameters", "CredentialCheckSchedule", "Default")
                        .text())
                .isEqualTo("rate(1 hour)");
        assertThat(ofType("AWS::Lambda::Permission")
                        .filter(permission -> permission.at("Principal").text().startsWith("events")))
                .extracting(permission -> permission.at("FunctionName", "Ref").text() + " by "
                        + permission
                                .at("SourceArn", "Fn::GetAtt")
                                .elements()
                                .getFirst()
                                .text())
                .containsExactlyInAnyOrder(
                        "TokenHealthCheck by TokenHealthCheckRule",
                        "Reconciliation by ReconciliationRule",
                        "LinkAudit by LinkAuditRule");
    }

    @Test
    void an_audit_goes_on_each_five_minutes_and_rings_when_it_does_not_end() {
        Tree rule = resources.at("LinkAuditRule", "Properties");
        assertThat(rule.at("ScheduleExpression", "Ref").text()).isEqualTo("AuditSchedule");
        assertThat(rule.at("State").text()).isEqualTo("ENABLED");
        assertThat(template.at("Parameters", "AuditSchedule", "Default").text()).isEqualTo("rate(5 minutes)");
        assertThat(resources.at("AuditHoursOld", "Properties", "Threshold").number())
                .isGreaterThan((int) Audit.EVERY.toHours());
    }

    @Test
    void reconciliation_runs_each_five_minutes_and_rings_when_it_does_not() {
        Tree rule = resources.at("ReconciliationRule", "Properties");
        assertThat(rule.at("ScheduleExpression", "Ref").text()).isEqualTo("ReconciliationSchedule");
        assertThat(rule.at("State").text()).isEqualTo("ENABLED");
        assertThat(template.at("Parameters", "ReconciliationSchedule", "Default")
                        .text())
                .isEqualTo("rate(5 minutes)");
        Tree missing = resources.at("ReconciliationMissing", "Properties");
        assertThat(missing.at("TreatMissingData").text()).isEqualTo("breaching");
        assertThat(missing.at("Period").number()).isEqualTo(900);
        Tree ringing = resources.at("ReconciliationStopped", "Properties");
        assertThat(ringing.at("AlarmRule").toString()).contains("ReconciliationMissing");
        assertThat(ringing.at("AlarmActions").isThere()).isTrue();
        assertThat(ringing.at("ActionsSuppressorWaitPeriod").number()).isGreaterThan(600);
    }

    @Test
    void a_check_that_does_not_run_rings_and_not_before_the_first_one_could() {
        Tree missing = resources.at("CredentialsNotCheckedForAnHour", "Properties");
        assertThat(missing.at("TreatMissingData").text()).isEqualTo("breaching");
        assertThat(missing.at("AlarmActions").isThere()).isFalse();
        Tree ringing = resources.at("CredentialsNotChecked", "Properties");
        assertThat(ringing.at("AlarmRule").toString()).contains("CredentialsNotCheckedForAnHour");
        assertThat(ringing.at("AlarmActions").isThere()).isTrue();
        assertThat(ringing.at("ActionsSuppressorWaitPeriod").number()).isGreaterThan(3600);
    }

    /** A heartbeat comes each minute; nothing, from a new stack's first minute on, is what rings. */
    @Test
    void a_servicenow_that_says_nothing_rings_within_five_minutes() {
        Tree alarm = resources.at("HeartbeatMissing", "Properties");
        assertThat(alarm.at("TreatMissingData").text()).isEqualTo("breaching");
        assertThat(alarm.at("ComparisonOperator").text()).isEqualTo("LessThanThreshold");
        assertThat(alarm.at("Threshold").number()).isOne();
        assertThat(alarm.at("Period").number() * alarm.at("EvaluationPeriods").number())
                .isBetween(2 * 60, 4 * 60);
        assertThat(alarm.at("AlarmActions").isThere()).isTrue();
    }

    @Test
    void each_queue_sets_aside_only_what_its_worker_did_not() {
        List<Tree> redriven = ofType("AWS::SQS::Queue")
                .filter(queue -> queue.at("RedrivePolicy").isThere())
                .toList();

        assertThat(redriven).hasSize(7).allSatisfy(queue -> assertThat(
                        queue.at("RedrivePolicy", "maxReceiveCount").number())
                .isEqualTo(1000));
        assertThat(ofType("AWS::SQS::Queue"))
                .hasSize(14)
                .filteredOn(queue -> !queue.at("QueueName").toString().contains("-files"))
                .hasSize(12)
                .allMatch(queue -> queue.at("FifoQueue").text().equals("true"));
    }

    @Test
    void each_function_runs_as_java_25_on_arm_and_logs_json_into_a_group_that_forgets() {
        assertThat(ofType("AWS::Lambda::Function")).hasSize(8).allSatisfy(function -> {
            assertThat(function.at("Runtime").text()).isEqualTo("java25");
            assertThat(function.at("Architectures").elements().getFirst().text())
                    .isEqualTo("arm64");
            assertThat(function.at("LoggingConfig", "LogFormat").text()).isEqualTo("JSON");
            String group = function.at("LoggingConfig", "LogGroup", "Ref").text();
            assertThat(resources.at(group, "Properties", "RetentionInDays").isThere())
                    .isTrue();
        });
    }

    @Test
    void no_role_is_lent_a_policy_that_others_wrote() {
        assertThat(ofType("AWS::IAM::Role")).hasSize(8).allSatisfy(role -> assertThat(
                        role.at("ManagedPolicyArns").elements())
                .isEmpty());
    }

    @Test
    void there_is_an_alarm_for_each_thing_that_needs_a_person() {
        Set<String> metrics = ofType("AWS::CloudWatch::Alarm")
                .map(alarm -> alarm.at("Namespace").text() + " "
                        + alarm.at("MetricName").text() + " "
                        + alarm.at("Dimensions").elements().stream()
                                .filter(dimension ->
                                        !dimension.at("Name").text().equals("Stack"))
                                .findFirst()
                                .map(dimension -> dimension.at("Value").value())
                                .map(String::valueOf)
                                .orElse("the stack"))
                .collect(Collectors.toSet());

        assertThat(metrics)
                .hasSize(80)
                .anyMatch(metric -> metric.matches("AWS/Lambda Errors .*Ingress.*"))
                .anyMatch(metric -> metric.matches("AWS/Lambda Errors .*IncidentOpened.*"))
                .anyMatch(metric -> metric.matches("AWS/Lambda Errors .*CardAction.*"))
                .anyMatch(metric -> metric.matches("AWS/Lambda Errors .*TokenHealthCheck.*"))
                .contains("Belay CredentialUnhealthy token-health-check")
                .contains("Belay CredentialUnknown token-health-check")
                .contains("Belay CredentialDaysLeft token-health-check")
                .anyMatch(metric -> metric.matches("AWS/Lambda Errors .*Reconciliation.*"))
                .contains("Belay Reconciled reconciliation", "Belay RecordUnreadable reconciliation")
                .anyMatch(metric -> metric.matches("AWS/Lambda Errors .*LinkAudit.*"))
                .contains("Belay AuditFindings link-audit", "Belay AuditHoursOld link-audit")
                .anyMatch(metric -> metric.matches("AWS/ApiGateway 5xx .*"))
                .contains("Belay TokenRejected incident-opened", "Belay TokenRejected card-action")
                .contains("Belay SettingsInvalid the stack")
                .contains("Belay LastGoodUsed ingress", "Belay LastGoodUsed incident-opened")
                .contains("Belay LastGoodUsed card-action", "Belay ServiceNowHeartbeat ingress")
                .contains("Belay RoleUnproved card-action")
                .contains("Belay AnswerFailed card-action", "Belay AnswerFailed conversation-message");
        assertThat(List.of("SlackRecords", "SlackActions", "TeamsRecords", "TeamsActions"))
                .allSatisfy(queue -> assertThat(metrics)
                        .anyMatch(metric -> metric.matches(
                                "AWS/SQS ApproximateNumberOfMessagesVisible .*" + queue + "DeadLetters.*"))
                        .anyMatch(metric ->
                                metric.matches("AWS/SQS ApproximateAgeOfOldestMessage .*" + queue + "Queue.*")));
        assertThat(ofType("AWS::CloudWatch::Alarm"))
                .filteredOn(alarm -> !alarm.at("AlarmActions").isThere())
                .as("a composite alarm rings in its place")
                .extracting(alarm -> alarm.at("MetricName").text())
                .containsExactlyInAnyOrder("CredentialsChecked", "ReconciliationRan");
    }

    private Stream<Tree> ofType(String type) {
        return resources.names().stream()
                .map(resources::at)
                .filter(resource -> resource.at("Type").text().equals(type))
                .map(resource -> resource.at("Properties"));
    }
}
