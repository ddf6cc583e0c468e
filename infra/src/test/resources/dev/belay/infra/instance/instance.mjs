// Plays a scenario on the application's modules: node instance.mjs MODULES SCENARIO. It prints what went out and what is left.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [modules, file] = process.argv.slice(2);
const instance = { sent: [], errors: [], messages: [], ...JSON.parse(fs.readFileSync(file, "utf8")) };
globalThis.instance = instance;

const record = (row) => ({
  getTableName: () => row.table,
  getUniqueValue: () => row.sys_id,
  getValue: (name) => row[name] ?? null,
});

for (const step of instance.steps) {
  if (step.later) {
    instance.now += step.later;
  }
  if (step.answers) {
    instance.answers = step.answers;
  }
  if (step.properties) {
    Object.assign(instance.properties, step.properties);
  }
  if (step.call) {
    const module = await import(pathToFileURL(path.join(modules, step.module)));
    const given = (step.arguments ?? []).map((each) => (each && each.table ? record(each) : each));
    const returned = module[step.call](...given);
    if (returned !== undefined) {
      instance.messages.push("returned: " + returned);
    }
  }
}
const { sent, errors, messages, outbox } = instance;
process.stdout.write(JSON.stringify({ sent, errors, messages, outbox }));
