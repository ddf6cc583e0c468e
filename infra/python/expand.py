"""Expands a SAM template with the translator that CloudFormation's own transform is built from: expand.py TEMPLATE EXPANDED."""
import json
import logging
import sys

from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse


class NoManagedPolicies:
    """The template names none, so none is looked up."""

    def load(self):
        return {}


def with_code_somewhere(template):
    """A zip on this machine has no place in S3 before it is deployed; any place will do."""
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = {"Bucket": "placeholder", "Key": "placeholder"}
    return template


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    source, target = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        template = with_code_somewhere(yaml_parse(file.read()))
    with open(target, "w", encoding="utf-8") as file:
        json.dump(transform(template, {}, NoManagedPolicies()), file, indent=1)
