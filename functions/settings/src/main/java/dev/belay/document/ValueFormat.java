package dev.belay.document;

import dev.belay.card.CardLayout.Known;
import dev.belay.card.LinkTemplate;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The formats of the texts in the document, each with the words that ask for it. The published schema says the same. */
public enum ValueFormat {
    SCHEMA_ADDRESS("\\S+", "the address of its schema, such as \"settings.schema.json\""),
    INSTANT(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z",
            "a time in UTC, such as \"2026-11-01T00:00:00Z\""),
    INSTANCE("[a-z0-9][a-z0-9-]{0,62}", "the instance's name, such as \"acme\" for acme.service-now.com"),
    SERVICENOW_URL(
            ValueFormat.HOST,
            "https and the host, without a path, such as \"https://acme.service-now.com\";"
                    + " http is for this machine only, such as \"http://localhost:8080\""),
    USER_NAME("[A-Za-z0-9._@+-]{1,100}", "the user_name of the integration user, such as \"belay.integration\""),
    /** ServiceNow's own fields mean something there already: what is written into them would be a change of the record. */
    FIELD(
            ValueFormat.OWN + "|correlation_(?:id|display)",
            "the name of a field of your own, such as \"u_chat_channel\""),
    /** Only a field of one's own, for the same reason; {@code assigned_to} is ServiceNow's own word for it. */
    ASSIGNEE_FIELD(
            "assigned_to|" + ValueFormat.OWN,
            "\"assigned_to\" or a field of your own that refers to a user, such as \"u_incident_commander\""),
    OWN_FIELD(ValueFormat.OWN, "the name of a field of your own, such as \"u_postmortem\""),
    READ_FIELD(LinkTemplate.FIELD, "the name of a field, such as \"category\" or \"cmdb_ci.name\""),
    STATE_CODE("[A-Za-z0-9_-]{1,40}", "the value of a state, such as \"2\""),
    FACT(
            Arrays.stream(Known.values()).map(Known::id).collect(Collectors.joining("|")),
            "one of " + Arrays.stream(Known.values()).map(Known::id).collect(Collectors.joining(", "))
                    + ", or a field as {\"label\": \"Category\", \"field\": \"category\"}"),
    LABEL_WORDS(
            "[^\\u0000-\\u0020\\u007f][^\\u0000-\\u001f\\u007f]{0,39}",
            "some words, forty characters at most, such as \"Bridge\""),
    RECORDED("all|marked|none", "one of all, marked, none"),
    NOTICE(
            "[^\\u0000-\\u0020\\u007f][^\\u0000-\\u001f\\u007f]{0,199}",
            "one line, two hundred characters at most, such as \"What you write here becomes a work note.\""),
    LINK_TEMPLATE(
            LinkTemplate.FORM,
            "https, a host, and fields behind it only, such as \"https://bridge.acme.example/{number}\""),
    HOST_NAME(
            "[a-z0-9]+(-+[a-z0-9]+)*(\\.[a-z0-9]+(-+[a-z0-9]+)*)+",
            "the name of a host in lower case, such as \"wiki.acme.example\""),
    TABLE("[a-z][a-z0-9_]{0,79}", "the name of a table, such as \"incident\""),
    SYS_ID("[0-9a-f]{32}", "the sys_id of an assignment group: 32 digits of 0-9 and a-f"),
    ROLE("[A-Za-z][A-Za-z0-9_.-]{0,99}", "the name of a ServiceNow role, such as \"major_incident_manager\""),
    SLACK_APP("A[A-Z0-9]{2,20}", "the Slack app id, such as \"A01BELAY\""),
    SLACK_URL(
            ValueFormat.HOST + "(/[A-Za-z0-9._~-]+)*/",
            "https, a host and a path that ends with a slash, such as \"https://slack.com/api/\";"
                    + " http is for this machine only, such as \"http://localhost:8080/api/\""),
    SLACK_ORGANIZATION("E[A-Z0-9]{2,20}", "the Slack organization id, such as \"E01ACME\""),
    SLACK_TEAM("T[A-Z0-9]{2,20}", "the Slack team id, such as \"T01ACME\""),
    MAIL_DOMAIN(
            "[a-z0-9]+(-+[a-z0-9]+)*(\\.[a-z0-9]+(-+[a-z0-9]+)*)+",
            "a mail domain in lower case, such as \"acme.example\""),
    SLACK_CHANNEL("[CG][A-Z0-9]{2,20}", "the id of a channel, not its name, such as \"C0SUPPORT\""),
    SLACK_USER("[UW][A-Z0-9]{2,20}", "the id of a Slack user, such as \"U01ALICE\""),
    SLACK_USER_GROUP("S[A-Z0-9]{2,20}", "the id of a Slack user group, such as \"S01DBA\""),
    TEAMS_TAG(
            "[A-Za-z0-9+/=_-]{1,300}",
            "the id of a tag, as Graph lists it under /teams/{team}/tags, such as \"N2YzYzJjMWUjI2RiYQ==\""),
    TEAMS_APP(ValueFormat.GUID, "the id of the app's registration, in lower case, such as " + ValueFormat.SAMPLE),
    TEAMS_TENANT(ValueFormat.GUID, "the tenant's id, in lower case, such as " + ValueFormat.SAMPLE),
    TEAMS_TEAM(ValueFormat.GUID, "the id of the team's group, in lower case, such as " + ValueFormat.SAMPLE),
    TEAMS_USER(ValueFormat.GUID, "the object id of a person in Entra ID, in lower case, such as " + ValueFormat.SAMPLE),
    TEAMS_CATALOG_APP(
            ValueFormat.GUID,
            "the app's id in the organization's catalog, in lower case, such as " + ValueFormat.SAMPLE),
    TEAMS_CHANNEL(
            "19:[A-Za-z0-9_-]{1,100}@thread\\.(tacv2|skype)",
            "the id of a channel, not its name, such as \"19:support@thread.tacv2\""),
    TEAMS_CLOUD("public|gcc|gcc-high|dod|china", "one of public, gcc, gcc-high, dod, china"),
    GRAPH_URL(
            ValueFormat.HOST + "(/[A-Za-z0-9._~-]+)*",
            "https, a host and the version, without a slash at the end, such as \"https://graph.microsoft.com/v1.0\";"
                    + " http is for this machine only, such as \"http://localhost:8080/graph/v1.0\""),
    LOGIN_URL(
            ValueFormat.HOST + "(/[A-Za-z0-9._~-]+)*",
            "https and a host, without a slash at the end, such as \"https://login.microsoftonline.com\";"
                    + " http is for this machine only, such as \"http://localhost:8080/login\""),
    SERVICE_URL(
            ValueFormat.HOST + "(/[A-Za-z0-9._~-]+)*/",
            "https, a host and a path that ends with a slash, such as \"https://smba.trafficmanager.net/teams/\";"
                    + " http is for this machine only, such as \"http://localhost:8080/connector/\""),
    SERVICE_HOST(
            ValueFormat.LABEL + "(\\." + ValueFormat.LABEL + ")*|\\[::1\\]",
            "the name of a host alone, such as \"smba.trafficmanager.net\""),
    PAGER("[a-z][a-z0-9-]{0,29}", "a pager's name in lower case, such as \"major-incidents\""),
    PAGER_KIND("pagerduty|webhook|servicenow-on-call", "one of pagerduty, webhook, servicenow-on-call"),
    TARGET_LABEL(
            "\\S(.{0,58}\\S)?", "what people know the target by, at most 60 characters, such as \"Database on-call\""),
    PAGERDUTY_URL(
            ValueFormat.HOST,
            "https and the host, without a path, such as \"https://api.pagerduty.com\";"
                    + " http is for this machine only, such as \"http://localhost:8080\""),
    PAGERDUTY_SERVICE(ValueFormat.PAGERDUTY_ID, "the id of a service in PagerDuty, such as \"PMAJOR1\""),
    PAGERDUTY_USER(ValueFormat.PAGERDUTY_ID, "the id of a user in PagerDuty, such as \"PBELAY1\""),
    PAGERDUTY_POLICY(ValueFormat.PAGERDUTY_ID, "the id of an escalation policy in PagerDuty, such as \"PONCALL\""),
    PAGERDUTY_FROM(
            "[A-Za-z0-9._%+'-]{1,64}@" + ValueFormat.LABEL + "(\\." + ValueFormat.LABEL + ")+",
            "the e-mail address of a user in PagerDuty, such as \"belay@acme.example\""),
    WEBHOOK_URL(
            ValueFormat.HOST + "(/[A-Za-z0-9._~-]+)*/?",
            "https, a host and a path, such as \"https://pager.acme.example/belay\";"
                    + " http is for this machine only, such as \"http://localhost:8080/belay\""),
    WEBHOOK_TARGET("[A-Za-z0-9._:-]{1,64}", "what the receiver knows the target by, such as \"database-team\"");

    private static final String OWN = "(?:u_|x_)[a-z0-9_]{1,78}";
    private static final String GUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String PAGERDUTY_ID = "[A-Z0-9]{2,20}";
    private static final String SAMPLE = "\"7f3c2c1e-0b52-4c8e-9d61-aa00acae0001\"";
    private static final String LABEL = "[A-Za-z0-9]+(-+[A-Za-z0-9]+)*";
    private static final String PORT = "(:[0-9]{1,5})?";
    private static final String SECURE = "https://" + LABEL + "(\\." + LABEL + ")*" + PORT;
    private static final String LOCAL = "http://(localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\])" + PORT;
    private static final String HOST = "(" + SECURE + "|" + LOCAL + ")";

    private final Pattern pattern;
    private final String description;

    ValueFormat(String pattern, String description) {
        this.pattern = Pattern.compile(pattern);
        this.description = description;
    }

    /** Whether a text has this format. */
    public boolean matches(String text) {
        return pattern.matcher(text).matches() && isValid(text);
    }

    /** What to give, e.g. "the Slack team id, such as "T01ACME"". */
    public String description() {
        return description;
    }

    /** What a pattern cannot say: that the month has such a day, and that the URL has a host. */
    private boolean isValid(String text) {
        return switch (this) {
            case INSTANT -> isInstant(text);
            case SERVICENOW_URL, SLACK_URL, GRAPH_URL, LOGIN_URL, SERVICE_URL, PAGERDUTY_URL, WEBHOOK_URL ->
                URI.create(text).getHost() != null;
            default -> true;
        };
    }

    private static boolean isInstant(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
