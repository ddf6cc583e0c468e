// Reads Adaptive Cards as the official renderer does: node cards.cjs CARD... prints what it complains of, and ends with 1 if of anything.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { AdaptiveCard, ChoiceSetInput, HostConfig, SerializationContext, ValidationEvent, Versions } = require("adaptivecards/dist/adaptivecards.js");

// A people picker (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker) is Teams' own:
// it asks by a query that the renderer knows from version 1.6 on only, and has no choices, of which the renderer wants one.
function peoplePickers(part) {
  if (part === null || typeof part !== "object") {
    return [];
  }
  const query = part["choices.data"];
  const picks = part.type === "Input.ChoiceSet" && query?.type === "Data.Query" && /^graph\.microsoft\.com\/users(\?|$)/.test(query.dataset);
  return [...(picks ? [part.id] : []), ...Object.values(part).flatMap(peoplePickers)];
}

function isPeoplePickers(event, pickers) {
  return event.source instanceof ChoiceSetInput
    && pickers.includes(event.source.id)
    && (event.event === ValidationEvent.CollectionCantBeEmpty
      || (event.event === ValidationEvent.UnsupportedProperty && event.message.includes('"choices.data"')));
}

// The card as a client sees it that has to fall back: each part with a fallback of its own gives way to it.
function fallenBack(part) {
  if (Array.isArray(part)) {
    return part.map(fallenBack);
  }
  if (part === null || typeof part !== "object") {
    return part;
  }
  const seen = typeof part.fallback === "object" ? part.fallback : part;
  return Object.fromEntries(Object.entries(seen).map(([key, value]) => [key, key === "data" ? value : fallenBack(value)]));
}

// Teams shows six actions and takes more as secondary ones (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format,
// "Overflow menu on Adaptive Cards"); the renderer's own default is five.
const TEAMS = new HostConfig({ actions: { maxActions: 6 } });

function complaints(json) {
  const context = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  card.hostConfig = TEAMS;
  card.parse(json, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  events.push(...card.validateProperties().validationEvents);
  const pickers = peoplePickers(json);
  return events.filter((event) => !isPeoplePickers(event, pickers)).map((event) => event.message);
}

let wrong = 0;
for (const name of process.argv.slice(2)) {
  const json = JSON.parse(fs.readFileSync(name, "utf8"));
  for (const complaint of new Set([...complaints(json), ...complaints(fallenBack(json))])) {
    wrong += 1;
    console.log(`${path.basename(name)}: ${complaint}`);
  }
}
process.exitCode = wrong === 0 ? 0 : 1;
