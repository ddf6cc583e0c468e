package dev.belay.local.setup;

import com.grack.nanojson.JsonObject;
import dev.belay.aws.Aws;
import dev.belay.aws.SecretStore;
import dev.belay.aws.SecretStore.Standing;
import dev.belay.chat.Platform;
import dev.belay.failure.ExternalFailure;
import dev.belay.local.secrets.SecretWriter;
import dev.belay.local.secrets.Surroundings;
import dev.belay.local.secrets.Terminal;
import dev.belay.local.setup.SetupReport.Verb;
import dev.belay.local.setup.answer.Answers;
import dev.belay.secret.SecretKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fills the stack's secrets: what has a value stays as it is, the key of events is generated, and a person types the rest unseen. */
final class SecretsStep {
    private final Surroundings around;
    private final SetupReport report;
    private final SecretWriter writer;
    private final EventKeyStep eventKey;

    /** @param eventKey sees to the key of events */
    SecretsStep(Surroundings around, SetupReport report, EventKeyStep eventKey) {
        this.around = around;
        this.report = report;
        this.writer = new SecretWriter(around.out(), around.errors());
        this.eventKey = eventKey;
    }

    /**
     * Fills them, and returns whether AWS took and told all that it was asked for.
     *
     * @param given the secrets that the stack was given in place of its own
     */
    boolean run(Aws there, Answers answers, Map<SecretKind, String> given) {
        boolean good = true;
        for (Map.Entry<SecretKind, String> needed : owners(answers).entrySet()) {
            SecretKind kind = needed.getKey();
            String name = kind.name(needed.getValue());
            if (given.containsKey(kind)) {
                report.tell(Verb.STANDS, name + ": " + given.get(kind));
            } else {
                good &= fill(there, answers.text("stack") + "/" + name, kind, answers);
            }
        }
        return good;
    }

    private boolean fill(Aws there, String id, SecretKind kind, Answers answers) {
        try {
            one(there, id, kind, answers);
            return true;
        } catch (ExternalFailure e) {
            report.tell(Verb.TO_DO, id + ": " + e.getMessage() + "; mend that, and run setup again");
            return false;
        }
    }

    /** Each kind that is needed, with the workspace, tenant or instance that it is for. */
    private static Map<SecretKind, String> owners(Answers answers) {
        Map<SecretKind, String> owners = new LinkedHashMap<>();
        String instance = answers.text("servicenow.instance");
        owners.put(SecretKind.SERVICENOW_EVENTS, instance);
        owners.put(SecretKind.SERVICENOW_CLIENT, instance);
        if (answers.has(Platform.SLACK)) {
            owners.put(SecretKind.SLACK_SIGNING, "");
            answers.find("slack.workspace_id").ifPresent(id -> owners.put(SecretKind.SLACK_TOKENS, id));
        }
        if (answers.has(Platform.TEAMS)) {
            answers.find("teams.tenant_id").ifPresent(id -> owners.put(SecretKind.TEAMS, id));
        }
        if (isPagedWithKey(answers)) {
            owners.put(SecretKind.PAGERS, "");
        }
        return owners;
    }

    private static boolean isPagedWithKey(Answers answers) {
        return answers.find("pager.kind")
                .filter(kind -> kind.equals("pagerduty") || kind.equals("webhook"))
                .isPresent();
    }

    private void one(Aws there, String id, SecretKind kind, Answers answers) {
        SecretStore store = there.secretStore();
        Standing standing = store.standing(id);
        if (kind == SecretKind.SERVICENOW_EVENTS) {
            eventKey.run(there, id, standing);
        } else if (standing == Standing.FILLED) {
            report.tell(Verb.STANDS, id);
        } else {
            ask(store, id, kind, answers);
        }
    }

    private void ask(SecretStore store, String id, SecretKind kind, Answers answers) {
        Terminal terminal = around.terminal();
        if (terminal.isInteractive()
                && !terminal.ask(id + " has no value yet: " + where(kind) + ". Type it now? [Y/n] ")
                        .strip()
                        .matches("(?i)n|no")) {
            JsonObject document = document(kind, answers);
            if (writer.isGood(id, kind, document)
                    && writer.store(store, id, kind, document) == SecretWriter.Outcome.STORED) {
                report.tell(Verb.NEW, id);
                return;
            }
        }
        String name = id.substring(answers.text("stack").length() + 1);
        report.tell(Verb.TO_DO, id + ": " + Commands.of(answers).putSecret(name));
    }

    private JsonObject document(SecretKind kind, Answers answers) {
        if (kind != SecretKind.PAGERS) {
            return SecretWriter.ask(kind, around.terminal());
        }
        String pager = answers.text("pager.kind");
        return JsonObject.builder()
                .value(pager, around.terminal().askHidden(pager + ", its API token or signing key: "))
                .done();
    }

    private static String where(SecretKind kind) {
        return switch (kind) {
            case SLACK_SIGNING -> "Basic Information > Signing Secret of the Slack app";
            case SLACK_TOKENS -> "OAuth & Permissions > Bot User OAuth Token of the Slack app";
            case SLACK_APP -> "Basic Information of the Slack app";
            case TEAMS -> "a client secret of the app registration";
            case SERVICENOW_CLIENT -> "the OAuth client in ServiceNow's Application Registry";
            case SERVICENOW_EVENTS -> "setup generates it";
            case PAGERS -> "docs/secrets.md";
        };
    }
}
