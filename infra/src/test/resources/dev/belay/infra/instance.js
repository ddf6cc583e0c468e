// Stands in for the classes of a ServiceNow instance, runs BelayEvents.js on a record, and prints the request that goes out.
const fs = require("fs");
const vm = require("vm");
const crypto = require("crypto");

const [script, type, number, seconds, missing = ""] = process.argv.slice(2);
const sent = { headers: {} };

const row = {
  sys_mod_count: "3",
  sys_updated_on: "2026-11-23 09:00:00",
  sys_updated_by: "zoë",
  number,
};
for (const name of missing.split(",")) {
  row[name] = null;
}
const record = {
  getTableName: () => "incident",
  getUniqueValue: () => "0123456789abcdef0123456789abcdef",
  getValue: (name) => row[name],
};

class RESTMessageV2 {
  constructor(message, method) {
    sent.message = message + " " + method;
    sent.substitution = true;
  }
  disableForcedVariableSubstitution() {
    sent.substitution = false;
  }
  setHttpTimeout(milliseconds) {
    sent.timeout = milliseconds;
  }
  setRequestHeader(name, value) {
    sent.headers[name.toLowerCase()] = value;
  }
  setRequestBody(body) {
    sent.body = body;
  }
  execute() {
    return { getStatusCode: () => (number === "INC0000401" ? 401 : 202) };
  }
}

const context = {
  Class: {
    create: () =>
      function () {
        this.initialize.apply(this, arguments);
      },
  },
  gs: {
    getProperty: (name) => ({ instance_name: "acme", "belay.event.credential": "c1" })[name],
    error: (text) => (sent.error = text),
  },
  GlideDateTime: class {
    getNumericValue() {
      return Number(seconds) * 1000 + 999;
    }
    getValue() {
      return new Date(Number(seconds) * 1000).toISOString().slice(0, 19).replace("T", " ");
    }
  },
  GlideCertificateEncryption: class {
    generateMac(key, algorithm, data) {
      if (algorithm !== "HmacSHA256") throw new Error("unknown algorithm " + algorithm);
      return crypto.createHmac("sha256", Buffer.from(key, "base64")).update(data, "latin1").digest("base64");
    }
  },
  sn_ws: { RESTMessageV2 },
  sn_cc: {
    StandardCredentialsProvider: class {
      getCredentialByID(id) {
        const key = Buffer.from("sample key of 16 bytes or more").toString("base64");
        return id === "c1" ? { getAttribute: (name) => ({ user_name: "k1", password: key })[name] } : null;
      }
    },
  },
};

vm.runInNewContext(fs.readFileSync(script, "utf8") + "; this.BelayEvents = BelayEvents;", context);
if (type === "record.attached") {
  const attachment = {
    getTableName: () => "sys_attachment",
    getUniqueValue: () => "fedcba9876543210fedcba9876543210",
    getValue: (name) => ({ ...row, table_name: "incident", table_sys_id: record.getUniqueValue() })[name],
  };
  new context.BelayEvents().attached(attachment);
} else {
  new context.BelayEvents().tell(record, type);
}
process.stdout.write(JSON.stringify(sent));
