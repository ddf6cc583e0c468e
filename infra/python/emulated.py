"""Writes a SAM template as the emulator ministack can take it: emulated.py TEMPLATE EMULATED TYPE...

What it would do otherwise than CloudFormation is said so that both do the same:
* Resources of these types, which it does not know, are left out. Their names are printed.
* A number that is a parameter becomes the parameter's default: the emulator passes parameters on as texts.
* That a list is empty is a condition on its first element: within conditions the emulator joins no lists.
"""
import json
import pathlib
import sys

from samtranslator.yaml_helper import yaml_parse

def with_numbers(part, numbers):
    if isinstance(part, list):
        return [with_numbers(each, numbers) for each in part]
    if not isinstance(part, dict):
        return part
    if set(part) == {"Ref"} and part["Ref"] in numbers:
        return numbers[part["Ref"]]
    return {key: with_numbers(value, numbers) for key, value in part.items()}


def with_first_elements(part):
    if isinstance(part, list):
        return [with_first_elements(each) for each in part]
    if not isinstance(part, dict):
        return part
    if set(part) == {"Fn::Join"} and part["Fn::Join"][0] == "":
        return {"Fn::Select": [0, part["Fn::Join"][1]]}
    return {key: with_first_elements(value) for key, value in part.items()}


if __name__ == "__main__":
    source, target, *unknown = sys.argv[1:]
    folder = pathlib.Path(source).resolve().parent
    template = yaml_parse(pathlib.Path(source).read_text(encoding="utf-8"))
    numbers = {name: each["Default"] for name, each in template["Parameters"].items() if each["Type"] == "Number"}
    resources = template["Resources"] = with_numbers(template["Resources"], numbers)
    template["Conditions"] = with_first_elements(template["Conditions"])
    for name in [name for name, resource in resources.items() if resource["Type"] in unknown]:
        print(name)
        del resources[name]
    for resource in resources.values():
        if resource["Type"] == "AWS::Serverless::Function":  # the zips stay where they are
            resource["Properties"]["CodeUri"] = str(folder / resource["Properties"]["CodeUri"])
    pathlib.Path(target).write_text(json.dumps(template, indent=1), encoding="utf-8")
