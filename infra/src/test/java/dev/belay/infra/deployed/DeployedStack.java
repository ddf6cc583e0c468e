package dev.belay.infra.deployed;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.infra.ToolRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A stack at the emulator, made from the template by {@code sam deploy}. */
final class DeployedStack {
    /** What ministack 1.5.33 does not know. Nothing that works depends on them: they ring, and are looked at. */
    private static final List<String> UNKNOWN =
            List.of("AWS::CloudWatch::CompositeAlarm", "AWS::Logs::QueryDefinition");

    private static final String SETTINGS = "/belay/settings";

    private static final Path TEMPLATE = Path.of("../template.yaml");

    private final Terminal terminal;
    private final Path template;
    private final String name;

    /** @param folder where a person stands who deploys: the template is written there as the emulator takes it */
    DeployedStack(Terminal terminal, Path folder, String name) {
        this.terminal = terminal;
        this.template = folder.resolve("template.yaml");
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Runs {@code sam deploy}, which finds what it needs beside the template. */
    ToolRun deploy(String command) {
        List<String> emulated =
                new ArrayList<>(List.of("python/emulated.py", TEMPLATE.toString(), template.toString()));
        emulated.addAll(UNKNOWN);
        ToolRun written = terminal.python(emulated.toArray(String[]::new));
        if (written.status() != 0) {
            throw new AssertionError(written.output());
        }
        ToolRun deployed = terminal.type(command);
        if (deployed.status() == 0) {
            emptySecrets();
        }
        return deployed;
    }

    /** A secret that a template gives no value has none on AWS; the emulator makes a version whose text is empty, which AWS takes nowhere. */
    private void emptySecrets() {
        for (String secret : terminal.listed("secretsmanager", "list-secrets", "SecretList[].Name")) {
            JsonObject value = terminal.aws("secretsmanager", "get-secret-value", "--secret-id", secret);
            if (value.getString("SecretString", "").isEmpty()) {
                terminal.aws(
                        "secretsmanager",
                        "update-secret-version-stage",
                        "--secret-id",
                        secret,
                        "--version-stage",
                        "AWSCURRENT",
                        "--remove-from-version-id",
                        value.getString("VersionId"));
            }
        }
    }

    /** {@code sam delete}. */
    ToolRun delete() {
        return terminal.type("sam delete --stack-name " + name + " --no-prompts --region " + Emulator.REGION);
    }

    /** What the stack tells of itself. */
    String output(String key) {
        return objects(terminal.aws("cloudformation", "describe-stacks", "--stack-name", name)
                        .getArray("Stacks")
                        .getObject(0)
                        .getArray("Outputs"))
                .filter(output -> key.equals(output.getString("OutputKey")))
                .map(output -> output.getString("OutputValue"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no output is called " + key));
    }

    /** Why a part of it could not be made, as CloudFormation says. */
    List<String> failures() {
        return objects(terminal.aws("cloudformation", "describe-stack-events", "--stack-name", name)
                        .getArray("StackEvents"))
                .filter(event -> "CREATE_FAILED".equals(event.getString("ResourceStatus")))
                .map(event -> event.getString("LogicalResourceId") + ": " + event.getString("ResourceStatusReason"))
                .toList();
    }

    /** What AWS calls the secrets that the stack has made. */
    List<String> secrets() {
        return objects(terminal.aws("cloudformation", "describe-stack-resources", "--stack-name", name)
                        .getArray("StackResources"))
                .filter(resource -> "AWS::SecretsManager::Secret".equals(resource.getString("ResourceType")))
                .map(resource -> resource.getString("PhysicalResourceId"))
                .toList();
    }

    /** What AWS calls the resource that the template calls so. */
    String resource(String id) {
        return terminal.aws(
                        "cloudformation", "describe-stack-resource", "--stack-name", name, "--logical-resource-id", id)
                .getObject("StackResourceDetail")
                .getString("PhysicalResourceId");
    }

    /** Invokes a function now, as its schedule would. */
    JsonObject invoke(String function, Path answer) {
        return terminal.aws(
                "lambda",
                "invoke",
                "--function-name",
                name + "-" + function,
                "--payload",
                "{}",
                answer.toAbsolutePath().toString());
    }

    /**
     * Stores what is wrong, or takes away what should be there, as somebody does who does not use our commands.
     *
     * @return what puts back what was there
     */
    Runnable mistaken(Mistake mistake) {
        if (mistake.secret().isEmpty()) {
            String right = terminal.aws("ssm", "get-parameter", "--name", SETTINGS)
                    .getObject("Parameter")
                    .getString("Value");
            if (mistake.stored().isPresent()) {
                storeSettings(mistake.stored().get());
            } else {
                terminal.aws("ssm", "delete-parameter", "--name", SETTINGS);
            }
            return () -> storeSettings(right);
        }
        String secret = name + "/" + mistake.secret().get();
        String right = terminal.aws("secretsmanager", "get-secret-value", "--secret-id", secret)
                .getString("SecretString");
        storeSecret(secret, mistake.stored().orElseThrow());
        return () -> storeSecret(secret, right);
    }

    private void storeSettings(String document) {
        terminal.aws(
                "ssm", "put-parameter", "--overwrite", "--name", SETTINGS, "--type", "String", "--value", document);
    }

    private void storeSecret(String secret, String document) {
        terminal.aws("secretsmanager", "put-secret-value", "--secret-id", secret, "--secret-string", document);
    }

    /** What a function has logged, a line each. */
    List<String> logged(String function) {
        return objects(terminal.aws("logs", "filter-log-events", "--log-group-name", resource(function + "Logs"))
                        .getArray("events"))
                .map(event -> event.getString("message"))
                .toList();
    }

    /** How many messages wait in a queue, seen or not. */
    int waiting(String queue) {
        JsonObject attributes = terminal.aws(
                        "sqs",
                        "--endpoint-url",
                        terminal.endpoint(),
                        "get-queue-attributes",
                        "--queue-url",
                        resource(queue),
                        "--attribute-names",
                        "ApproximateNumberOfMessages",
                        "ApproximateNumberOfMessagesNotVisible")
                .getObject("Attributes");
        return Stream.of("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible")
                .mapToInt(attribute -> Integer.parseInt(attributes.getString(attribute)))
                .sum();
    }

    /**
     * Takes one permission away from a function's role.
     *
     * @param function as the template calls it
     * @param resource the end of the resource that the statement names
     * @return what puts it back
     */
    Runnable withhold(String function, String action, String resource) {
        String role = resource(function + "Role");
        JsonObject policy = terminal.aws("iam", "get-role-policy", "--role-name", role, "--policy-name", "code")
                .getObject("PolicyDocument");
        JsonObject less = new JsonObject(policy);
        JsonArray statements = new JsonArray();
        boolean taken = false;
        for (JsonObject statement : objects(policy.getArray("Statement")).toList()) {
            boolean meant = names(statement.get("Resource")).stream().anyMatch(each -> each.endsWith(resource))
                    && names(statement.get("Action")).contains(action);
            JsonObject kept = new JsonObject(statement);
            if (meant) {
                taken = true;
                kept.put(
                        "Action",
                        new JsonArray(names(statement.get("Action")).stream()
                                .filter(each -> !each.equals(action))
                                .toList()));
            }
            if (!meant || !kept.getArray("Action").isEmpty()) {
                statements.add(kept);
            }
        }
        if (!taken) {
            throw new AssertionError(function + " never had " + action + " on " + resource);
        }
        less.put("Statement", statements);
        put(role, less);
        return () -> put(role, policy);
    }

    private void put(String role, JsonObject policy) {
        terminal.aws(
                "iam",
                "put-role-policy",
                "--role-name",
                role,
                "--policy-name",
                "code",
                "--policy-document",
                JsonWriter.string(policy));
    }

    private static List<String> names(@Nullable Object oneOrMore) {
        return oneOrMore instanceof JsonArray many
                ? many.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(oneOrMore));
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }
}
