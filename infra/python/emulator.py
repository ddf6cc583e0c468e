"""Starts the emulator ministack, and does in it what it leaves out of AWS' work and our proof rests on:

* CloudFormation makes no table whose name is taken ("already exists"), where the emulator would put an empty one in its place.
* CloudFormation gives a table the time to live and the point-in-time recovery that the template says.
* CloudWatch reads metrics from lines of the log in the embedded metric format
  (docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
"""
import json

from ministack.app import main
from ministack.services import cloudwatch, cloudwatch_logs, dynamodb
from ministack.services.cloudformation import provisioners

TABLES = provisioners._RESOURCE_HANDLERS["AWS::DynamoDB::Table"]
make_table = TABLES["create"]
fan_out = cloudwatch_logs._fanout_to_subscription_filters


def make_new_table(logical_id, properties, stack_name):
    name = properties.get("TableName")
    if name in dynamodb._tables:
        raise ValueError(f"{name} already exists")
    made = make_table(logical_id, properties, stack_name)
    expiry = properties.get("TimeToLiveSpecification")
    if expiry:
        dynamodb._update_ttl({"TableName": made[0], "TimeToLiveSpecification": expiry})
    recovery = properties.get("PointInTimeRecoverySpecification")
    if recovery:
        dynamodb._update_continuous_backups({"TableName": made[0], "PointInTimeRecoverySpecification": recovery})
    return made


def fan_out_and_count(group, stream, events):
    for event in events:
        count(event["message"])
    fan_out(group, stream, events)


def count(message):
    begin = message.find("{")
    if begin < 0 or '"CloudWatchMetrics"' not in message:
        return
    try:
        line = json.loads(message[begin:])
    except ValueError:
        return  # it speaks of metrics, and is none
    for directive in line["_aws"]["CloudWatchMetrics"]:
        for names in directive["Dimensions"]:
            dimensions = {name: str(line[name]) for name in names}
            for metric in directive["Metrics"]:
                values = line[metric["Name"]]
                cloudwatch._store_datum(
                    directive["Namespace"], metric["Name"], dimensions, line["_aws"]["Timestamp"] / 1000,
                    metric.get("Unit", "None"), None, values if isinstance(values, list) else [values], None, None)


if __name__ == "__main__":
    TABLES["create"] = make_new_table
    cloudwatch_logs._fanout_to_subscription_filters = fan_out_and_count
    main()
