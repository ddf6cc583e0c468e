package dev.belay.infra.deployed;

import java.util.Set;
import java.util.TreeSet;

/** What there is in the account at the emulator. */
record Account(Terminal terminal) {
    /** The name of each thing behind its kind, such as {@code table belay-events}. */
    Set<String> all() {
        Set<String> all = new TreeSet<>();
        list("table", "dynamodb", "list-tables", "TableNames[]", all);
        list("secret", "secretsmanager", "list-secrets", "SecretList[].Name", all);
        list("parameter", "ssm", "describe-parameters", "Parameters[].Name", all);
        list("function", "lambda", "list-functions", "Functions[].FunctionName", all);
        list("queue", "sqs", "list-queues", "QueueUrls[]", all);
        list("topic", "sns", "list-topics", "Topics[].TopicArn", all);
        list("api", "apigatewayv2", "get-apis", "Items[].Name", all);
        list("alarm", "cloudwatch", "describe-alarms", "MetricAlarms[].AlarmName", all);
        list("rule", "events", "list-rules", "Rules[].Name", all);
        list("log group", "logs", "describe-log-groups", "logGroups[].logGroupName", all);
        return all;
    }

    private void list(String kind, String service, String operation, String query, Set<String> found) {
        terminal.listed(service, operation, query).forEach(name -> found.add(kind + " " + name));
    }
}
