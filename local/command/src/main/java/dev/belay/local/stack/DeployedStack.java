package dev.belay.local.stack;

import dev.belay.chat.Platform;
import dev.belay.secret.SecretKind;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A stack of Belay as it is deployed.
 *
 * @param status as CloudFormation says it, such as {@code CREATE_COMPLETE}
 * @param parameters what it was deployed with, by name
 * @param outputs what it tells, by name
 */
public record DeployedStack(String status, Map<String, String> parameters, Map<String, String> outputs) {
    private static final String EVENTS = "/servicenow/events";

    public DeployedStack {
        parameters = Map.copyOf(parameters);
        outputs = Map.copyOf(outputs);
    }

    /** The API's address without a path; none before the stack is there, or where it is another than Belay's. */
    public Optional<URI> api() {
        return Optional.ofNullable(outputs.get("ServiceNowEventUrl"))
                .filter(url -> url.endsWith(EVENTS))
                .map(url -> URI.create(url.substring(0, url.length() - EVENTS.length())));
    }

    /** The name of the parameter with the settings document. */
    public Optional<String> settingsParameter() {
        return Optional.ofNullable(parameters.get("SettingsParameter")).filter(name -> !name.isEmpty());
    }

    /** The name of its link table, its own or one that was there before it; none of an earlier version's stack. */
    public Optional<String> linkTable() {
        return Optional.ofNullable(outputs.get("LinkTable"));
    }

    /** What it was given in place of a secret of its own; none where it has its own. */
    public Optional<String> given(String parameter) {
        return Optional.ofNullable(parameters.get(parameter)).filter(arn -> !arn.isEmpty());
    }

    /** The platforms that it is deployed for: those that were named, else those whose secrets were given, as the template decides. */
    public Set<Platform> platforms() {
        Optional<String> named = given("Platforms");
        return Arrays.stream(Platform.values())
                .filter(platform -> named.map(
                                list -> List.of(list.split(",", -1)).contains(platform.id()))
                        .orElseGet(() -> hasSecret(platform)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean hasSecret(Platform platform) {
        return switch (platform) {
            case SLACK ->
                given(parameter(SecretKind.SLACK_SIGNING)).isPresent()
                        || given(parameter(SecretKind.SLACK_TOKENS)).isPresent();
            case TEAMS -> given(parameter(SecretKind.TEAMS)).isPresent();
        };
    }

    /** The secrets that it was given in place of its own, by the kinds that they are of. */
    public Map<SecretKind, String> secrets() {
        Map<SecretKind, String> secrets = new EnumMap<>(SecretKind.class);
        for (SecretKind kind : SecretKind.values()) {
            given(parameter(kind)).ifPresent(arns -> secrets.put(kind, arns));
        }
        return secrets;
    }

    private static String parameter(SecretKind kind) {
        return switch (kind) {
            case SLACK_SIGNING -> "SlackSigningSecretArn";
            case SLACK_APP -> "SlackAppSecretArn";
            case SLACK_TOKENS -> "SlackTokensSecretArn";
            case TEAMS -> "TeamsSecretArn";
            case SERVICENOW_CLIENT -> "ServiceNowClientSecretArn";
            case SERVICENOW_EVENTS -> "ServiceNowEventSecretArn";
            case PAGERS -> "PagersSecretArn";
        };
    }
}
