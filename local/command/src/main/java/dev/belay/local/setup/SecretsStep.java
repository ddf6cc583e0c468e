package dev.belay.local.setup;

import com.grack.nanojson.JsonObject;
import dev.belay.aws.Aws;
import dev.belay.aws.Secret;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Fills the stack's secrets: what has a value stays as it is, the key of events is generated, and a person types the rest unseen. */
final class SecretsStep {
    private final Surroundings around;
    private final SetupReport report;
    private final SecretWriter writer;
    private final Path keyFile;
    private final RandomGenerator random;
    private final boolean renewsKey;

    /**
     * @param keyFile where the key of events is written for ServiceNow's administrator
     * @param renewsKey whether the key of events is replaced, the one before staying good
     */
    SecretsStep(Surroundings around, SetupReport report, Path keyFile, RandomGenerator random, boolean renewsKey) {
        this.around = around;
        this.report = report;
        this.writer = new SecretWriter(around.out(), around.errors());
        this.keyFile = keyFile;
        this.random = random;
        this.renewsKey = renewsKey;
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
            owners.put(SecretKind.TEAMS, answers.text("teams.tenant_id"));
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
        if (kind == SecretKind.SERVICENOW_EVENTS && (standing != Standing.FILLED || renewsKey)) {
            generate(there, id, standing);
        } else if (standing == Standing.FILLED) {
            report.tell(Verb.STANDS, id + remark(kind));
        } else {
            ask(store, id, kind, answers);
        }
    }

    private String remark(SecretKind kind) {
        return kind == SecretKind.SERVICENOW_EVENTS && Files.exists(keyFile)
                ? "; delete " + keyFile + " when its key is in ServiceNow"
                : "";
    }

    /** The file comes first: a key that is stored and written nowhere would be of no use to anybody. */
    private void generate(Aws there, String id, Standing standing) {
        Map<String, String> before = standing == Standing.FILLED
                ? there.secrets((_, _) -> {}).findNow(id).map(Secret::texts).orElse(Map.of())
                : Map.of();
        EventKey key = EventKey.generate(random, before);
        key.write(keyFile);
        if (writer.store(there.secretStore(), id, SecretKind.SERVICENOW_EVENTS, key.document(before))) {
            report.tell(standing == Standing.FILLED ? Verb.CHANGED : Verb.NEW, id + ": the key " + key.id());
            report.tell(Verb.TO_DO, "hand " + keyFile + " to ServiceNow's administrator by a safe way, then delete it");
        } else {
            delete();
            report.tell(Verb.TO_DO, id + ": run setup again when AWS takes it");
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(keyFile);
        } catch (IOException e) {
            throw new UncheckedIOException(keyFile + " holds a key that is not stored, and cannot be deleted", e);
        }
    }

    private void ask(SecretStore store, String id, SecretKind kind, Answers answers) {
        Terminal terminal = around.terminal();
        if (terminal.isInteractive()
                && !terminal.ask(id + " has no value yet: " + where(kind) + ". Type it now? [Y/n] ")
                        .strip()
                        .matches("(?i)n|no")) {
            JsonObject document = document(kind, answers);
            if (writer.isGood(id, kind, document) && writer.store(store, id, kind, document)) {
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
