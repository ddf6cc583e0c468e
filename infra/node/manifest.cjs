// Holds a Teams app's manifest against Microsoft's schema of its version: node manifest.cjs MANIFEST prints what is wrong, and ends with 1 if anything is.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { AppManifestUtils } = require("@microsoft/app-manifest");

const SCHEMAS = path.join(path.dirname(require.resolve("@microsoft/app-manifest")), "json-schemas", "teams");

const manifest = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
// Its patterns hold \a, which JavaScript's do not know; the package's own reader of schemas does the same.
const text = fs.readFileSync(path.join(SCHEMAS, `v${manifest.manifestVersion}`, "MicrosoftTeams.schema.json"), "utf8");
const schema = JSON.parse(text.replace(/\\a/g, "\\x07"));

AppManifestUtils.validateAgainstSchema(manifest, schema).then((wrong) => {
  wrong.forEach((each) => console.log(each));
  process.exitCode = wrong.length === 0 ? 0 : 1;
});
