package dev.belay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a parameter changes of what is deployed, in the template as SAM expands it; without it, it changes nothing. */
@Requires(Tool.PYTHON)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ParametersTest {
    private static final String KEY = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private Tree template = new Tree(null);
    private Tree resources = new Tree(null);

    @BeforeAll
    void expand(@TempDir Path folder) throws IOException, JsonParserException {
        Path expanded = folder.resolve("expanded.json");
        PythonTools.ready().expand(Template.FILE, expanded);
        template = new Tree(JsonParser.object().from(Files.readString(expanded)));
        resources = deployed(Template.given("slack,teams")).at("Resources");
    }

    private Tree deployed(Map<String, String> given) {
        return Decided.of(template, given);
    }

    private static Map<String, String> with(String... pairs) {
        Map<String, String> given = new HashMap<>(Template.given("slack,teams"));
        for (int i = 0; i < pairs.length; i += 2) {
            given.put(pairs[i], pairs[i + 1]);
        }
        return given;
    }

    private static Stream<Tree> ofType(Tree resources, String type) {
        return resources.names().stream()
                .map(resources::at)
                .filter(resource -> resource.at("Type").text().equals(type))
                .map(resource -> resource.at("Properties"));
    }

    @Test
    void a_value_that_is_refused_is_answered_with_what_it_should_be() {
        Tree parameters = template.at("Parameters");
        assertThat(parameters.names())
                .filteredOn(name -> parameters.at(name, "AllowedPattern").isThere())
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(
                                parameters.at(name, "ConstraintDescription").text())
                        .startsWith(name + " ")
                        .endsWith("."));
    }

    /** CloudFormation anchors neither end by itself, and these do. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AlarmEmail           | on-call@acme.example                                | on-call a@b.example,c@d.example a@b
            AlarmTopicArn        | arn:aws-us-gov:sns:us-gov-west-1:123456789012:ops   | ops arn:aws:sns:eu-central-1:123456789012:ops.fifo
            DataKeyArn           | arn:aws-cn:kms:cn-north-1:123456789012:key/12ab-34  | alias/belay arn:aws:kms:eu-central-1:123456789012:alias/belay
            SubnetIds            | subnet-0a1b,subnet-2c3d                             | subnet-0a1b,, vpc-0a1b
            SecurityGroupIds     | sg-0a1b                                             | 0a1b sg-0A1B
            DomainName           | belay.acme.example                                  | https://belay.acme.example belay
            ExistingLinkTable    | belay-u_chat_conversation_link                      | a/b ab
            DomainCertificateArn | arn:aws-eusc:acm:eusc-de-east-1:123456789012:certificate/12ab-34 | 12ab-34 arn:aws:iam::1:x
            """)
    void what_is_meant_is_taken_and_what_is_like_it_is_not(String parameter, String right, String wrong) {
        Pattern allowed = Pattern.compile(
                template.at("Parameters", parameter, "AllowedPattern").text());
        assertThat(right).matches(allowed);
        assertThat("").matches(allowed);
        assertThat(wrong.split(" ", -1))
                .noneMatch(value -> allowed.matcher(value).matches());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SubnetIds            | subnet-0a1b        | Functions in a VPC need both SubnetIds and SecurityGroupIds.
            SecurityGroupIds     | sg-0a1b            | Functions in a VPC need both SubnetIds and SecurityGroupIds.
            DomainName           | belay.acme.example | A name of one's own needs both DomainName and DomainCertificateArn.
            """)
    void half_of_what_belongs_together_is_not_deployed(String parameter, String value, String said) {
        assertThat(Decided.objections(template, with(parameter, value))).containsExactly(said);
    }

    /** It is protected from deletion, so a first deployment that fails when the table is there cannot be undone. */
    @Test
    void on_the_first_deployment_nothing_is_made_after_the_links_but_what_has_its_like_before_them() {
        Set<String> before = new TreeSet<>();
        beforeHand("LinkTable", before);
        assertThat(resources.names())
                .filteredOn(id -> !before.contains(id))
                .filteredOn(id -> !resources.at(id, "Condition").isThere())
                .filteredOn(id -> !resources.at(id, "Type").text().startsWith("AWS::CloudWatch::"))
                .isEmpty();
        assertThat(before).contains("Dashboard", "IngressFails", "FilesMapping").doesNotContain("LinkTable");
    }

    private void beforeHand(String id, Set<String> found) {
        Set<String> first = References.of(resources.at(id, "Properties"));
        Tree depends = resources.at(id, "DependsOn");
        if (depends.isThere()) {
            depends.elements().forEach(each -> first.add(each.text()));
        }
        first.retainAll(resources.names());
        first.stream().filter(found::add).forEach(each -> beforeHand(each, found));
    }

    @Test
    void a_second_stack_takes_the_links_that_a_first_one_left() {
        Map<String, String> given = with("ExistingLinkTable", "belay-u_chat_conversation_link");
        Tree second = deployed(given);
        assertThat(second.at("Resources", "LinkTable").isThere()).isFalse();
        assertThat(References.of(second.at("Resources"))).isSubsetOf(References.known(second));
        Set<String> told = second.at("Resources").names().stream()
                .map(id ->
                        second.at("Resources", id, "Properties", "Environment", "Variables", "BELAY_LINK_TABLE", "Ref"))
                .filter(Tree::isThere)
                .map(Tree::text)
                .collect(Collectors.toSet());
        assertThat(told).containsExactly("ExistingLinkTable");
        assertThat(String.valueOf(second.at("Resources").value()))
                .contains("table/${ExistingLinkTable}", "table/${ExistingLinkTable}/index/by_due")
                .doesNotContain("${AWS::StackName}-u_chat_conversation_link");
        assertThat(second.at("Outputs", "LinkTable", "Value", "Ref").text()).isEqualTo("ExistingLinkTable");
    }

    @Test
    void what_is_made_only_when_asked_for_is_the_topic_of_an_address() {
        Map<String, String> given = new HashMap<>(Template.given("slack"));
        given.put("AlarmEmail", "on-call@acme.example");
        Tree both = deployed(given).at("Resources");
        assertThat(both.at("AlarmTopic").isThere()).isFalse();
        assertThat(both.at("AlarmEmailSubscription", "Properties", "TopicArn", "Ref")
                        .text())
                .isEqualTo("AlarmTopicArn");
        given.remove("AlarmTopicArn");
        Tree own = deployed(given).at("Resources");
        assertThat(own.at("AlarmEmailSubscription", "Properties", "TopicArn", "Ref")
                        .text())
                .isEqualTo("AlarmTopic");
        assertThat(own.at("IngressFails", "Properties", "AlarmActions").toString())
                .contains("Ref=AlarmTopic}")
                .doesNotContain("AlarmTopicArn");
        assertThat(own.at("TokenHealthCheck", "Properties", "Environment", "Variables", "BELAY_ALARM_TOPIC_ARN", "Ref")
                        .text())
                .isEqualTo("AlarmTopic");
        Tree publishers = own.at("AlarmTopicPolicy", "Properties", "PolicyDocument", "Statement");
        assertThat(publishers.elements())
                .extracting(each -> each.at("Action").text())
                .containsOnly("sns:Publish");
        // a role of this account publishes by its own policy; SNS would refuse one that IAM has only just made
        assertThat(publishers.toString()).contains("cloudwatch.amazonaws.com").doesNotContain("Role");
        given.remove("AlarmEmail");
        Tree none = deployed(given).at("Resources");
        assertThat(none.at("AlarmTopic").isThere()).isFalse();
        assertThat(none.at("IngressFails", "Properties", "AlarmActions").isThere())
                .isFalse();
        assertThat(String.valueOf(none.value())).doesNotContain("sns:Publish");
    }

    @Test
    void in_a_vpc_every_function_is_and_may_have_a_network_interface() {
        Map<String, String> given = with("SubnetIds", "subnet-0a,subnet-0b", "SecurityGroupIds", "sg-0a");
        assertThat(Decided.objections(template, given)).isEmpty();
        Tree inside = deployed(given).at("Resources");
        assertThat(ofType(inside, "AWS::Lambda::Function")).hasSize(8).allSatisfy(function -> {
            assertThat(function.at("VpcConfig", "SubnetIds").toString()).contains("Ref=SubnetIds");
            assertThat(function.at("VpcConfig", "SecurityGroupIds").toString()).contains("Ref=SecurityGroupIds");
        });
        assertThat(ofType(inside, "AWS::IAM::Role")).hasSize(8).allSatisfy(role -> assertThat(
                        role.at("ManagedPolicyArns").elements())
                .extracting(policy -> policy.at("Ref").text())
                .containsExactly("NetworkAccess"));
        assertThat(ofType(resources, "AWS::Lambda::Function"))
                .noneMatch(function -> function.at("VpcConfig").isThere());
        assertThat(String.valueOf(resources.value())).doesNotContain("ec2:");
    }

    @Test
    void with_a_key_of_ones_own_all_that_is_kept_is_encrypted_by_it_and_every_function_may_use_it() {
        Tree encrypted = deployed(with("DataKeyArn", KEY)).at("Resources");
        assertThat(ofType(encrypted, "AWS::DynamoDB::Table"))
                .hasSize(3)
                .allMatch(table -> isKey(table.at("SSESpecification", "KMSMasterKeyId"))
                        && table.at("SSESpecification", "SSEType").text().equals("KMS"));
        assertThat(ofType(encrypted, "AWS::SQS::Queue"))
                .hasSize(14)
                .allMatch(queue -> isKey(queue.at("KmsMasterKeyId"))
                        && !queue.at("SqsManagedSseEnabled").isThere());
        assertThat(ofType(encrypted, "AWS::Logs::LogGroup")).hasSize(9).allMatch(group -> isKey(group.at("KmsKeyId")));
        assertThat(ofType(encrypted, "AWS::Lambda::Function"))
                .hasSize(8)
                .allMatch(function -> isKey(function.at("KmsKeyArn")));
        assertThat(ofType(encrypted, "AWS::IAM::Role"))
                .allSatisfy(role -> assertThat(role.at("ManagedPolicyArns").elements())
                        .extracting(policy -> policy.at("Ref").text())
                        .containsExactly("DataKeyUse"));
        assertThat(ofType(resources, "AWS::SQS::Queue"))
                .allMatch(queue -> queue.at("SqsManagedSseEnabled").text().equals("true")
                        && !queue.at("KmsMasterKeyId").isThere());
        assertThat(String.valueOf(resources.value())).doesNotContain("kms:");
        Map<String, String> address = with("DataKeyArn", KEY, "AlarmEmail", "on-call@acme.example");
        address.remove("AlarmTopicArn");
        assertThat(isKey(deployed(address).at("Resources", "AlarmTopic", "Properties", "KmsMasterKeyId")))
                .isTrue();
    }

    private static boolean isKey(Tree value) {
        return value.call("Ref").filter(ref -> ref.text().equals("DataKeyArn")).isPresent();
    }

    @Test
    void keys_of_secrets_are_for_reading_and_the_check_of_credentials_alone_writes_with_them() {
        Tree encrypted = deployed(with("SecretKeyArns", KEY + "," + KEY)).at("Resources");
        assertThat(encrypted.names().stream()
                        .filter(id -> encrypted.at(id, "Type").text().equals("AWS::IAM::Role"))
                        .collect(Collectors.toMap(
                                id -> id, id -> encrypted.at(id, "Properties", "ManagedPolicyArns").elements().stream()
                                        .map(policy -> policy.at("Ref").text())
                                        .toList())))
                .hasSize(8)
                .allSatisfy((role, policies) -> assertThat(policies)
                        .isEqualTo(
                                role.equals("TokenHealthCheckRole")
                                        ? List.of("SecretKeyUse", "SecretKeyWrite")
                                        : List.of("SecretKeyUse")));
        assertThat(encrypted.at("SecretKeyUse").toString())
                .contains("kms:Decrypt")
                .doesNotContain("Generate");
        assertThat(encrypted.at("SecretKeyWrite").toString()).contains("kms:GenerateDataKey");
    }

    @Test
    void a_name_of_ones_own_is_the_address_that_everybody_is_given() {
        Map<String, String> given = with(
                "DomainName",
                "belay.acme.example",
                "DomainCertificateArn",
                "arn:aws:acm:eu-central-1:123456789012:certificate/12ab-34");
        Tree named = deployed(given);
        assertThat(named.at("Resources", "DomainMapping", "Properties", "Stage", "Ref")
                        .text())
                .isEqualTo("ApiStage");
        Stream<Tree> addresses = Stream.concat(
                Stream.of("SlackRequestUrl", "TeamsMessagingEndpoint", "ServiceNowEventUrl")
                        .map(output -> named.at("Outputs", output, "Value", "Fn::Sub")),
                Stream.of(named.at(
                        "Resources",
                        "TokenHealthCheck",
                        "Properties",
                        "Environment",
                        "Variables",
                        "BELAY_SERVICENOW_EVENT_URL",
                        "Fn::Sub")));
        assertThat(addresses).allSatisfy(address -> assertThat(address.text()).startsWith("https://${DomainName}/"));
        assertThat(named.at("Outputs", "DomainTarget").isThere()).isTrue();
        assertThat(resources.at("Domain").isThere()).isFalse();
    }

    @Test
    void executions_are_set_aside_for_ingress_where_somebody_says_how_many() {
        assertThat(resources
                        .at("Ingress", "Properties", "ReservedConcurrentExecutions")
                        .isThere())
                .isFalse();
        assertThat(deployed(with("IngressReservedConcurrency", "20"))
                        .at("Resources", "Ingress", "Properties", "ReservedConcurrentExecutions", "Ref")
                        .text())
                .isEqualTo("IngressReservedConcurrency");
    }

    /** Without it a queue feeds the function as it is now; what was published meanwhile is not used, and is deleted by the next. */
    @Test
    void with_snapshots_queues_feed_the_published_workers() {
        Set<String> workers = Set.of("IncidentOpened", "CardAction", "ConversationMessage", "ConversationFile");
        Map<String, String> given = with("SnapStart", "on", "Release", "2026-11-30");
        assertThat(Decided.objections(template, given)).isEmpty();
        assertThat(Decided.objections(template, with("SnapStart", "on")))
                .containsExactly("SnapStart is on, so Release is needed, another one for each deployment.");
        Tree snapshotted = deployed(given).at("Resources");
        assertThat(fed(snapshotted))
                .isEqualTo(workers.stream().map(id -> id + "Aliaslive").collect(Collectors.toSet()));
        assertThat(fed(resources)).isEqualTo(workers);
        assertThat(snapshots(snapshotted)).isEqualTo(workers);
        assertThat(snapshots(resources)).isEmpty();
        assertThat(resources.names())
                .filteredOn(id -> resources.at(id, "Type").text().equals("AWS::Lambda::Version"))
                .allMatch(id -> resources.at(id, "DeletionPolicy").text().equals("Delete"));
    }

    /**
     * CloudFormation publishes anew for another description, and Lambda refuses to where neither code nor configuration is another
     * than in the version before (docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html): both bear the same text.
     */
    @Test
    void what_publishes_a_worker_anew_stands_in_its_environment_too() {
        assertThat(ofType(resources, "AWS::Lambda::Version")).hasSize(4).allSatisfy(version -> {
            String worker = version.at("FunctionName", "Ref").text();
            String told = resources
                    .at(worker, "Properties", "Environment", "Variables", "BELAY_RELEASE", "Fn::Sub")
                    .text();
            assertThat(told)
                    .contains("${Release}")
                    .isEqualTo(version.at("Description", "Fn::Sub").text());
        });
    }

    /** Lambda drops the lines of a lower level than this, and what is not told is INFO: the spans are DEBUG. */
    @Test
    void spans_are_kept_unless_somebody_says_otherwise() {
        assertThat(ofType(resources, "AWS::Lambda::Function")).hasSize(8).allSatisfy(function -> assertThat(
                        function.at("LoggingConfig", "ApplicationLogLevel", "Ref")
                                .text())
                .isEqualTo("LogLevel"));
        assertThat(template.at("Parameters", "LogLevel", "Default").text()).isEqualTo("DEBUG");
        // metrics are lines without a level, which Lambda takes for INFO
        assertThat(template.at("Parameters", "LogLevel", "AllowedValues").elements())
                .extracting(Tree::text)
                .containsExactly("DEBUG", "INFO");
    }

    private static Set<String> fed(Tree resources) {
        return ofType(resources, "AWS::Lambda::EventSourceMapping")
                .map(mapping -> mapping.at("FunctionName", "Ref").text())
                .collect(Collectors.toSet());
    }

    private static Set<String> snapshots(Tree resources) {
        return resources.names().stream()
                .filter(id ->
                        resources.at(id, "Properties", "SnapStart", "ApplyOn").isThere())
                .filter(id -> resources
                        .at(id, "Properties", "SnapStart", "ApplyOn")
                        .text()
                        .equals("PublishedVersions"))
                .collect(Collectors.toSet());
    }

    /** Each partition has a domain of its own, which CloudFormation knows: {@code amazonaws.com}, {@code amazonaws.com.cn}, … */
    @Test
    void no_address_of_aws_is_of_one_partition() throws IOException {
        assertThat(resources
                        .at("Ingress", "Properties", "Environment", "Variables", "BELAY_AWS_URL_SUFFIX", "Ref")
                        .text())
                .isEqualTo("AWS::URLSuffix");
        assertThat(Files.readAllLines(Template.FILE))
                .filteredOn(line -> line.contains("amazonaws"))
                .isNotEmpty()
                .allMatch(line -> line.matches(".*(Principal: |Service: )[a-z]+\\.amazonaws\\.com\\b.*")
                        || line.contains("docs.aws.amazon.com"));
        assertThat(Files.readAllLines(Template.FILE))
                .filteredOn(line -> line.contains("arn:aws:"))
                .as("examples alone")
                .allMatch(line -> line.startsWith("    ConstraintDescription: "));
    }
}
