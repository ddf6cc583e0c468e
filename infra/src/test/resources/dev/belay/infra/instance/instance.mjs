// Plays a scenario on the application's modules: node instance.mjs MODULES SCENARIO. It prints what went out and what is left.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";

const [modules, file] = process.argv.slice(2);
const instance = { sent: [], errors: [], messages: [], ...JSON.parse(fs.readFileSync(file, "utf8")) };
globalThis.instance = instance;

const record = (row) => ({
  getTableName: () => row.table,
  getUniqueValue: () => row.sys_id,
  getValue: (name) => row[name] ?? null,
});

/** A script include stands in a scope of its own, and finds modules by the paths under which they are installed. */
const include = async (name) => {
  const rules = await import(pathToFileURL(path.join(modules, "rules.js")));
  const context = {
    Class: {
      create: () =>
        function () {
          this.initialize.apply(this, arguments);
        },
    },
    require: (wanted) => {
      if (!/^x_belay_chat\/belay\/[0-9.]+\/src\/server\/rules\.js$/.test(wanted)) throw new Error("no module " + wanted);
      return rules;
    },
  };
  const script = fs.readFileSync(path.join(modules, name + ".js"), "utf8");
  vm.runInNewContext(script + "; this.made = new " + name + "();", context);
  return context.made;
};

for (const step of instance.steps) {
  if (step.later) {
    instance.now += step.later;
  }
  if (step.latency) {
    instance.latency = step.latency;
  }
  if (step.answers) {
    instance.answers = step.answers;
  }
  if (step.properties) {
    Object.assign(instance.properties, step.properties);
  }
  if (step.call) {
    const module = step.include
      ? await include(step.include)
      : await import(pathToFileURL(path.join(modules, step.module)));
    const given = (step.arguments ?? []).map((each) => (each && each.table ? record(each) : each));
    const returned = module[step.call](...given);
    if (returned !== undefined) {
      instance.messages.push("returned: " + returned);
    }
  }
}
const { sent, errors, messages, outbox } = instance;
process.stdout.write(JSON.stringify({ sent, errors, messages, outbox }));
