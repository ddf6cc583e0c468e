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

    private static final String SECRET = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:sample-AbCdEf";
    private static final String GUID = "7f3c2c1e-0b52-4c8e-9d61-aa00acae0001";

    /** With all that can be had. */
    static Template read() {
        return read("slack,teams");
    }

    static Template read(String platforms) {
        try (Reader reader = Files.newBufferedReader(FILE)) {
            return new Template(Decided.of(new Tree(new Yaml(new Intrinsics()).load(reader)), given(platforms)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a person gives who deploys for these platforms. */
    static Map<String, String> given(String platforms) {
        Map<String, String> given = new HashMap<>(
                Map.of("AlarmTopicArn", "arn:aws:sns:eu-central-1:123456789012:alarms", "PagersSecretArn", SECRET));
        if (platforms.contains("slack")) {
            given.putAll(Map.of(
                    "SlackSigningSecretArn",
                    SECRET,
                    "SlackTokensSecretArn",
                    SECRET,
                    "SlackApiUrl",
                    "https://slack-gov.com/api/"));
        }
        if (platforms.contains("teams")) {
            given.putAll(Map.of(
                    "TeamsSecretArn",
                    SECRET,
                    "TeamsAppId",
                    GUID,
                    "TeamsTenants",
                    GUID,
                    "TeamsServiceHosts",
                    "smba.trafficmanager.net"));
        }
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
