package dev.belay.local.setup.answer;

import static dev.belay.local.setup.answer.Question.Phase.AFTER_DEPLOY;
import static dev.belay.local.setup.answer.Question.Phase.BEFORE_DEPLOY;
import static dev.belay.local.setup.answer.Question.fileOnly;
import static dev.belay.local.setup.answer.Question.optional;
import static dev.belay.local.setup.answer.Question.required;

import dev.belay.chat.Platform;
import dev.belay.document.ValueFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that setup asks, in the order in which it does. */
public final class Questions {
    private static final Form STACK =
            Form.of("[A-Za-z][A-Za-z0-9-]{0,127}", "a name of letters, digits and hyphens, such as \"belay\"");
    private static final Form ENVIRONMENT =
            Form.of("[a-z][a-z0-9-]{0,31}", "the name of an environment in samconfig.toml, such as \"prod\"");
    private static final Form REGION = Form.of("[a-z]{2,4}(-[a-z]+)+-[0-9]", "a region, such as \"eu-central-1\"");
    private static final Form PLATFORMS =
            Form.of("slack|teams|slack, ?teams|teams, ?slack", "slack, teams or slack,teams");
    private static final Form EMAIL = Form.of(
            "[^@\\s,\"\\\\]{1,64}@[A-Za-z0-9.-]{1,190}", "an e-mail address, such as \"operations@acme.example\"");
    private static final Form SCOPE = Form.of("x_[a-z0-9_]{2,16}", "a scope, such as \"x_belay_chat\"");
    private static final Form PAGER =
            Form.of("none|pagerduty|webhook|servicenow-on-call", "none, pagerduty, webhook or servicenow-on-call");
    private static final Form TOPIC =
            Form.of("arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}", "the ARN of an SNS topic");
    private static final Form ADDRESS = Form.of(
            "https://[A-Za-z0-9:/._~-]+[A-Za-z0-9_~-]", "an address, such as \"https://wiki.acme.example/belay\"");
    private static final Form TABLE =
            Form.of("[A-Za-z0-9_.-]{3,255}", "the link table that an earlier stack of Belay left");
    private static final Form FLAG = Form.of("true|false", "true or false");

    private Questions() {}

    /** All of them; a question's condition looks at answers before it only. */
    public static List<Question> all() {
        return Stream.of(deployment(), serviceNow(), slack(), teams(), pager())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Question> deployment() {
        return List.of(
                required("stack", BEFORE_DEPLOY, "Name of the stack", STACK).usually("belay"),
                required("region", BEFORE_DEPLOY, "AWS region of the stack", REGION),
                required("platforms", BEFORE_DEPLOY, "Chat platforms: slack, teams or slack,teams", PLATFORMS)
                        .usually("slack"),
                required(
                        "servicenow.instance",
                        BEFORE_DEPLOY,
                        "ServiceNow instance, such as acme for acme.service-now.com",
                        Form.of(ValueFormat.INSTANCE)),
                optional("alarm_email", BEFORE_DEPLOY, "E-mail address that alarms are sent to", EMAIL),
                required(
                                "teams.app_id",
                                BEFORE_DEPLOY,
                                "Teams: Application (client) ID of the app registration in Entra ID",
                                Form.of(ValueFormat.TEAMS_APP))
                        .where(on(Platform.TEAMS)),
                required("teams.tenant_id", BEFORE_DEPLOY, "Teams: tenant ID", Form.of(ValueFormat.TEAMS_TENANT))
                        .where(on(Platform.TEAMS)),
                fileOnly("teams.cloud", Form.of(ValueFormat.TEAMS_CLOUD)).where(on(Platform.TEAMS)),
                fileOnly("environment", ENVIRONMENT),
                fileOnly("alarm_topic_arn", TOPIC),
                fileOnly("runbook_url", ADDRESS),
                fileOnly("existing_link_table", TABLE),
                fileOnly("start_at", Form.of(ValueFormat.INSTANT)));
    }

    private static List<Question> serviceNow() {
        return List.of(
                fileOnly("servicenow.url", Form.of(ValueFormat.SERVICENOW_URL))
                        .usually(given -> given.find("servicenow.instance")
                                .map(instance -> "https://" + instance + ".service-now.com")),
                required(
                                "servicenow.user",
                                AFTER_DEPLOY,
                                "ServiceNow: user name of the integration user",
                                Form.of(ValueFormat.USER_NAME))
                        .usually("belay.integration"),
                required("servicenow.scope", AFTER_DEPLOY, "ServiceNow: scope of the installed application", SCOPE)
                        .usually("x_belay_chat"));
    }

    private static List<Question> slack() {
        return Stream.of(
                        required(
                                "slack.app_id",
                                AFTER_DEPLOY,
                                "Slack: App ID (Basic Information)",
                                Form.of(ValueFormat.SLACK_APP)),
                        required(
                                "slack.workspace_id",
                                AFTER_DEPLOY,
                                "Slack: team ID of the workspace",
                                Form.of(ValueFormat.SLACK_TEAM)),
                        required(
                                "slack.shared_channel",
                                AFTER_DEPLOY,
                                "Slack: channel ID of the shared support channel",
                                Form.of(ValueFormat.SLACK_CHANNEL)),
                        optional(
                                "slack.operations_channel",
                                AFTER_DEPLOY,
                                "Slack: channel ID of the operations channel",
                                Form.of(ValueFormat.SLACK_CHANNEL)),
                        fileOnly("slack.api_url", Form.of(ValueFormat.SLACK_URL)))
                .map(question -> question.where(on(Platform.SLACK)))
                .toList();
    }

    private static List<Question> teams() {
        return Stream.of(
                        required(
                                "teams.team_id",
                                AFTER_DEPLOY,
                                "Teams: ID of the team that channels are made in",
                                Form.of(ValueFormat.TEAMS_TEAM)),
                        required(
                                "teams.shared_channel",
                                AFTER_DEPLOY,
                                "Teams: ID of the shared support channel",
                                Form.of(ValueFormat.TEAMS_CHANNEL)),
                        optional(
                                "teams.operations_channel",
                                AFTER_DEPLOY,
                                "Teams: ID of the operations channel",
                                Form.of(ValueFormat.TEAMS_CHANNEL)),
                        optional(
                                "teams.catalog_app_id",
                                AFTER_DEPLOY,
                                "Teams: ID that the app has in the catalog",
                                Form.of(ValueFormat.TEAMS_CATALOG_APP)),
                        fileOnly("teams.graph_url", Form.of(ValueFormat.GRAPH_URL)),
                        fileOnly("teams.login_url", Form.of(ValueFormat.LOGIN_URL)),
                        fileOnly("teams.service_url", Form.of(ValueFormat.SERVICE_URL)),
                        fileOnly("teams.service_hosts", Form.listOf(ValueFormat.SERVICE_HOST)),
                        fileOnly("teams.add_members", FLAG))
                .map(question -> question.where(on(Platform.TEAMS)))
                .toList();
    }

    private static List<Question> pager() {
        return List.of(
                required("pager.kind", AFTER_DEPLOY, "Pager: none, pagerduty, webhook or servicenow-on-call", PAGER)
                        .usually("none"),
                required(
                                "pager.targets",
                                AFTER_DEPLOY,
                                "PagerDuty: whom people may page, as ID=label",
                                Form.targets(ValueFormat.PAGERDUTY_POLICY))
                        .where(pagedBy("pagerduty")),
                required(
                                "pager.service_id",
                                AFTER_DEPLOY,
                                "PagerDuty: ID of the service",
                                Form.of(ValueFormat.PAGERDUTY_SERVICE))
                        .where(pagedBy("pagerduty")),
                required(
                                "pager.from",
                                AFTER_DEPLOY,
                                "PagerDuty: e-mail address of Belay's user",
                                Form.of(ValueFormat.PAGERDUTY_FROM))
                        .where(pagedBy("pagerduty")),
                required(
                                "pager.requester_id",
                                AFTER_DEPLOY,
                                "PagerDuty: ID of Belay's user",
                                Form.of(ValueFormat.PAGERDUTY_USER))
                        .where(pagedBy("pagerduty")),
                fileOnly("pager.api_url", Form.of(ValueFormat.PAGERDUTY_URL)).where(pagedBy("pagerduty")),
                required(
                                "pager.targets",
                                AFTER_DEPLOY,
                                "Webhook: whom people may page, as ID=label",
                                Form.targets(ValueFormat.WEBHOOK_TARGET))
                        .where(pagedBy("webhook")),
                required(
                                "pager.url",
                                AFTER_DEPLOY,
                                "Webhook: address of its receiver",
                                Form.of(ValueFormat.WEBHOOK_URL))
                        .where(pagedBy("webhook")),
                required(
                                "pager.targets",
                                AFTER_DEPLOY,
                                "On-call groups, as sys_id=label",
                                Form.targets(ValueFormat.SYS_ID))
                        .where(pagedBy("servicenow-on-call")));
    }

    private static Predicate<Answers> on(Platform platform) {
        return given -> given.has(platform);
    }

    private static Predicate<Answers> pagedBy(String kind) {
        return given -> given.find("pager.kind").equals(Optional.of(kind));
    }
}
