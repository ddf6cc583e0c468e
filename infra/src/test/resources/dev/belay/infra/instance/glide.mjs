// Stands in for the classes of a ServiceNow instance that the application's modules import. What a class does not have here is an
// error, as on an instance. The instance is what the scenario says: globalThis.instance.
import crypto from "node:crypto";

const instance = globalThis.instance;

export const gs = {
  getProperty: (name) => instance.properties[name] ?? null,
  error: (text) => instance.errors.push(text),
  addErrorMessage: (text) => instance.messages.push("error: " + text),
  addInfoMessage: (text) => instance.messages.push("info: " + text),
};

/** In UTC, as getValue gives it: 2026-11-23 09:00:00. */
const written = (millis) => new Date(millis).toISOString().slice(0, 19).replace("T", " ");

export class GlideDateTime {
  #millis = instance.now;
  getNumericValue() {
    return this.#millis;
  }
  getValue() {
    return written(this.#millis);
  }
  addDaysUTC(days) {
    this.#millis += days * 86_400_000;
  }
}

/** Which bytes a character outside ASCII is for the MAC is not documented, so none may be there. */
export class CertificateEncryption {
  generateMac(key, algorithm, data) {
    if (algorithm !== "HmacSHA256") throw new Error("unknown algorithm " + algorithm);
    if (/[^\x00-\x7f]/.test(data)) throw new Error("not ASCII");
    return crypto.createHmac("sha256", Buffer.from(key, "base64")).update(data, "latin1").digest("base64");
  }
}

/** One table with the columns that the application makes; anything else is refused. */
export class GlideRecord {
  #conditions = [];
  #order = [];
  #limit = Infinity;
  #rows = [];
  #row = null;

  constructor(table) {
    if (table !== "x_belay_chat_outbox") throw new Error("no table " + table);
  }
  #column(name) {
    if (!instance.columns.includes(name) && name !== "sys_created_on") throw new Error("no column " + name);
    return name;
  }
  initialize() {
    this.#row = { sys_id: crypto.randomUUID(), sys_created_on: written(instance.now) };
  }
  setValue(name, value) {
    this.#row[this.#column(name)] = value === null || value === undefined ? "" : String(value);
  }
  getValue(name) {
    return this.#row[this.#column(name)] || null;
  }
  insert() {
    instance.outbox.push(this.#row);
    return this.#row.sys_id;
  }
  update() {
    return this.#row.sys_id;
  }
  deleteRecord() {
    instance.outbox = instance.outbox.filter((row) => row !== this.#row);
    return true;
  }
  addQuery(name, operator, value) {
    if (operator !== "<") throw new Error("unknown operator " + operator);
    this.#conditions.push((row) => row[this.#column(name)] < value);
  }
  orderBy(name) {
    this.#order.push(this.#column(name));
  }
  setLimit(limit) {
    this.#limit = limit;
  }
  query() {
    const compare = (a, b) =>
      this.#order.reduce((so, name) => so || String(a[name]).localeCompare(String(b[name]), "en", { numeric: true }), 0);
    this.#rows = instance.outbox
      .filter((row) => this.#conditions.every((holds) => holds(row)))
      .sort(compare)
      .slice(0, this.#limit);
  }
  next() {
    this.#row = this.#rows.shift() ?? null;
    return this.#row !== null;
  }
}

export class RESTMessageV2 {
  #sent = { headers: {}, substitution: true };

  constructor(message, method) {
    this.#sent.message = message + " " + method;
  }
  disableForcedVariableSubstitution() {
    this.#sent.substitution = false;
  }
  setEndpoint(url) {
    this.#sent.url = url;
  }
  setHttpTimeout(milliseconds) {
    this.#sent.timeout = milliseconds;
  }
  setRequestHeader(name, value) {
    this.#sent.headers[name.toLowerCase()] = value;
  }
  setRequestBody(body) {
    this.#sent.body = body;
  }
  /** The next answer of the scenario, the last one again and again: a status, "none" where the call throws, 0 where it has an error. */
  execute() {
    instance.sent.push(this.#sent);
    instance.now += instance.latency ?? 0;
    const answer = instance.answers.length > 1 ? instance.answers.shift() : instance.answers[0];
    if (answer === "none") throw new Error("connect timed out");
    return { getStatusCode: () => answer, haveError: () => answer === 0 || answer >= 400 };
  }
}

export class StandardCredentialsProvider {
  getCredentialByID(id) {
    const found = instance.credentials[id];
    return found ? { getAttribute: (name) => found[name] ?? null } : null;
  }
}
