package dev.belay.infra;

import dev.belay.simulator.aws.Intrinsics;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** {@code template.yaml} with its parameters given, before SAM expands it. */
record Template(Tree tree) {
    static final Path FILE = Path.of("../template.yaml");

    private static final String SECRET = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:mine/";

    /** The parameter of each secret, and the ARN that it is given. */
    static final Map<String, String> SECRETS = Map.of(
            "ServiceNowEventSecretArn", SECRET + "events-AbCdEf",
            "ServiceNowClientSecretArn", SECRET + "client-AbCdEf",
            "SlackSigningSecretArn", SECRET + "signing-AbCdEf",
            "SlackTokensSecretArn", SECRET + "T01ACME-AbCdEf," + SECRET + "T02ACME-AbCdEf",
            "SlackAppSecretArn", SECRET + "app-AbCdEf",
            "TeamsSecretArn", SECRET + "teams-AbCdEf",
            "PagersSecretArn", SECRET + "pagers-AbCdEf");

    private static final String GUID = "7f3c2c1e-0b52-4c8e-9d61-aa00acae0001";

    /** With all that can be had. */
    static Template read() {
        return read("slack,teams");
    }

    static Template read(String platforms) {
        return read(given(platforms));
    }

    static Template read(Map<String, String> given) {
        try (Reader reader = Files.newBufferedReader(FILE)) {
            return new Template(Decided.of(new Tree(new Yaml(new Intrinsics()).load(reader)), given));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a person gives who deploys for these platforms, with the secrets under the stack's own names. */
    static Map<String, String> given(String platforms) {
        Map<String, String> given = new HashMap<>(
                Map.of("AlarmTopicArn", "arn:aws:sns:eu-central-1:123456789012:alarms", "Platforms", platforms));
        if (platforms.contains("slack")) {
            given.put("SlackApiUrl", "https://slack-gov.com/api/");
        }
        if (platforms.contains("teams")) {
            given.putAll(
                    Map.of("TeamsAppId", GUID, "TeamsTenants", GUID, "TeamsServiceHosts", "smba.trafficmanager.net"));
        }
        return given;
    }

    /** The same, where secrets were there before: their ARNs are given, and say which platforms there are. */
    static Map<String, String> givenArns(String platforms) {
        Map<String, String> given = new HashMap<>(given(platforms));
        given.remove("Platforms");
        SECRETS.forEach((parameter, arn) -> {
            String platform = parameter.startsWith("Slack") ? "slack" : parameter.startsWith("Teams") ? "teams" : "";
            if (platforms.contains(platform)) {
                given.put(parameter, arn);
            }
        });
        return given;
    }

    Tree resource(String id) {
        return tree.at("Resources", id);
    }

    List<TemplateFunction> functions() {
        return tree.at("Resources").names().stream()
                .filter(id -> resource(id).at("Type").text().equals("AWS::Serverless::Function"))
                .map(id -> new TemplateFunction(this, id))
                .toList();
    }
}
