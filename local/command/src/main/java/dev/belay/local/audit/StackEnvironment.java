package dev.belay.local.audit;

import dev.belay.aws.Aws;
import dev.belay.aws.AwsAccess;
import dev.belay.chat.Platform;
import dev.belay.document.SettingsDocument;
import dev.belay.secret.SecretKind;
import dev.belay.secret.SecretNames;
import dev.belay.wiring.settings.Environment.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the template tells the function {@code link-audit}, found out from the stack's name: its tables, secrets and queues. */
final class StackEnvironment {
    private final Map<String, String> variables = new HashMap<>();

    private StackEnvironment() {}

    /**
     * @param parameter the name of the settings document
     * @param links the name of the link table
     * @throws dev.belay.failure.ExternalFailure when AWS does not answer or refuses
     * @throws dev.belay.document.InvalidSettings when the document is not valid
     */
    static StackEnvironment of(AwsAccess access, Aws there, SecretNames names, String parameter, String links) {
        StackEnvironment environment = new StackEnvironment();
        environment.reach(access);
        SettingsDocument document =
                SettingsDocument.read(there.parameters((_, _) -> {}).text(parameter));
        String stack = names.stack();
        String instance = document.connections().serviceNow().instance();
        environment.put(Name.BELAY_STACK, stack);
        environment.put(Name.BELAY_SETTINGS_PARAMETER, parameter);
        environment.put(Name.BELAY_LINK_TABLE, links);
        environment.put(Name.BELAY_EVENTS_TABLE, stack + "-events");
        environment.put(Name.BELAY_SERVICENOW_SECRET_ARN, first(names.ids(SecretKind.SERVICENOW_CLIENT, instance)));
        environment.put(Name.BELAY_SLACK_TOKENS_SECRET_ARN, names.listed(SecretKind.SLACK_TOKENS));
        environment.put(Name.BELAY_TEAMS_SECRET_ARN, names.listed(SecretKind.TEAMS));
        for (Platform platform : Platform.values()) {
            there.queues()
                    .url(stack + "-" + platform.id() + "-records.fifo")
                    .ifPresent(url -> environment.variables.put(
                            "BELAY_" + platform.name().toUpperCase(Locale.ROOT) + "_RECORDS_QUEUE_URL", url));
        }
        return environment;
    }

    private static String first(List<String> ids) {
        return ids.isEmpty() ? "" : ids.getFirst();
    }

    private void reach(AwsAccess access) {
        variables.put("AWS_REGION", access.region());
        access.endpoint().ifPresent(url -> variables.put("AWS_ENDPOINT_URL", url.toString()));
        access.keys().ifPresent(keys -> {
            variables.put("AWS_ACCESS_KEY_ID", keys.accessKeyId());
            variables.put("AWS_SECRET_ACCESS_KEY", keys.secretAccessKey());
            keys.sessionToken().ifPresent(token -> variables.put("AWS_SESSION_TOKEN", token));
        });
    }

    private void put(Name name, String value) {
        variables.put(name.name(), value);
    }

    @Nullable
    String get(String name) {
        return variables.get(name);
    }
}
