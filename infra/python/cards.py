"""Holds Adaptive Cards against the JSON schema of version 1.5: cards.py CARD... prints what is wrong, and ends with 1 if anything is."""
import json
import pathlib
import sys
from importlib.util import find_spec

from jsonschema import Draft6Validator
from jsonschema.exceptions import best_match


def schema():
    """The schema that adaptivecards.io serves, which a package of card builders brings along."""
    package = pathlib.Path(find_spec("adaptive_cards").submodule_search_locations[0])
    return json.loads((package / "schemas" / "schema-1.5.json").read_text(encoding="utf-8"))


def picks_people(element):
    query = element.get("choices.data")
    if element.get("type") != "Input.ChoiceSet" or not isinstance(query, dict):
        return False
    return query.get("type") == "Data.Query" and str(query.get("dataset")).split("?")[0] == "graph.microsoft.com/users"


def without_what_only_teams_has(part):
    """Teams' own keys: "msteams" anywhere, and the query of a people picker (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker)."""
    if isinstance(part, list):
        return [without_what_only_teams_has(each) for each in part]
    if not isinstance(part, dict):
        return part
    own = {"msteams"} | ({"choices.data"} if picks_people(part) else set())
    return {key: without_what_only_teams_has(value) for key, value in part.items() if key not in own}


def fallen_back(part):
    """The card as a client sees it that has to fall back: the schema leaves open what a fallback is."""
    if isinstance(part, list):
        return [fallen_back(each) for each in part]
    if not isinstance(part, dict):
        return part
    seen = part["fallback"] if isinstance(part.get("fallback"), dict) else part
    return {key: value if key == "data" else fallen_back(value) for key, value in seen.items()}


if __name__ == "__main__":
    validator = Draft6Validator(schema())
    wrong = 0
    for name in sys.argv[1:]:
        card = without_what_only_teams_has(json.loads(pathlib.Path(name).read_text(encoding="utf-8")))
        error = best_match(validator.iter_errors(card)) or best_match(validator.iter_errors(fallen_back(card)))
        if error is not None:
            wrong += 1
            print(f"{pathlib.Path(name).name}: {error.json_path}: {error.message}")
    sys.exit(1 if wrong else 0)
