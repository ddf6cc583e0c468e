package dev.belay.simulator.aws.store;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.call.AwsError;
import dev.belay.simulator.aws.call.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Secrets Manager: named values whose versions carry stages. A value put without a stage becomes {@code AWSCURRENT}, and
 * the one that it replaces {@code AWSPREVIOUS}. A {@code ClientRequestToken} names the version: the same value again changes nothing,
 * and another value is refused; a raw request has to bring one. A stage is moved from the version that is said to have it, or
 * not at all (docs.aws.amazon.com/secretsmanager/latest/apireference: API_PutSecretValue, API_UpdateSecretVersionStage).
 */
public final class Secrets {
    private static final String CURRENT = "AWSCURRENT";
    private static final String PREVIOUS = "AWSPREVIOUS";
    private static final int MOST_STAGES = 20;
    private static final int SHORTEST_ID = 32;
    private static final int LONGEST_ID = 64;

    private record Version(String id, String text, Instant created) {}

    private static final class Secret {
        private final String arn;
        private final String name;
        private final Map<String, Version> versions = new LinkedHashMap<>();
        private final Map<String, String> stages = new LinkedHashMap<>();

        Secret(String arn, String name) {
            this.arn = arn;
            this.name = name;
        }

        List<String> stagesOf(String version) {
            return stages.keySet().stream()
                    .filter(stage -> version.equals(stages.get(stage)))
                    .toList();
        }
    }

    private final Map<String, Secret> byName = new HashMap<>();
    private final Map<String, Secret> byArn = new HashMap<>();
    private final String arnPrefix;
    private final Clock clock;

    public Secrets(String region, String account, Clock clock) {
        this.arnPrefix = "arn:aws:secretsmanager:" + region + ":" + account + ":secret:";
        this.clock = clock;
    }

    public synchronized JsonObject perform(Operation operation) {
        JsonObject arguments = operation.arguments();
        return switch (operation.name()) {
            case "GetSecretValue" -> value(find(arguments), arguments);
            case "DescribeSecret" -> description(find(arguments));
            case "CreateSecret" -> create(withToken(arguments));
            case "PutSecretValue" -> put(find(arguments), withToken(arguments));
            case "UpdateSecretVersionStage" -> restage(find(arguments), arguments);
            case "DeleteSecret" -> delete(find(arguments));
            default -> throw AwsError.unknownOperation();
        };
    }

    /** The name of the secret that a name or an ARN stands for. */
    public synchronized Optional<String> name(String id) {
        return lookUp(id).map(secret -> secret.name);
    }

    private Secret find(JsonObject arguments) {
        return lookUp(arguments.getString("SecretId", ""))
                .orElseThrow(() -> notFound("Secrets Manager can't find the specified secret."));
    }

    /** By its name, its whole ARN, or its ARN without the six characters that end it. */
    private Optional<Secret> lookUp(String id) {
        String name = id.startsWith(arnPrefix) ? id.substring(arnPrefix.length()) : id;
        return Optional.ofNullable(byArn.get(id)).or(() -> Optional.ofNullable(byName.get(name)));
    }

    private JsonObject value(Secret secret, JsonObject arguments) {
        String stage = arguments.getString("VersionStage");
        String id = arguments.getString("VersionId");
        Version version = id == null ? staged(secret, stage == null ? CURRENT : stage) : secret.versions.get(id);
        if (version == null || (id != null && stage != null && !id.equals(secret.stages.get(stage)))) {
            throw notFound("Secrets Manager can't find the specified secret value for VersionId: " + id);
        }
        JsonObject answer = identity(secret);
        answer.put("VersionId", version.id);
        answer.put("SecretString", version.text);
        answer.put("VersionStages", new JsonArray(secret.stagesOf(version.id)));
        answer.put("CreatedDate", version.created.toEpochMilli() / 1000.0);
        return answer;
    }

    private static Version staged(Secret secret, String stage) {
        Version version = secret.versions.get(secret.stages.getOrDefault(stage, ""));
        if (version == null) {
            throw notFound("Secrets Manager can't find the specified secret value for staging label: " + stage);
        }
        return version;
    }

    private JsonObject description(Secret secret) {
        JsonObject stages = new JsonObject();
        secret.versions.keySet().stream()
                .filter(id -> !secret.stagesOf(id).isEmpty())
                .forEach(id -> stages.put(id, new JsonArray(secret.stagesOf(id))));
        JsonObject answer = identity(secret);
        answer.put("VersionIdsToStages", stages);
        return answer;
    }

    private JsonObject create(JsonObject arguments) {
        String name = arguments.getString("Name", "");
        if (!name.matches("[A-Za-z0-9/_+=.@-]{1,512}")) {
            throw new AwsError(
                    400,
                    "ValidationException",
                    "Invalid name. Must be a valid name containing alphanumeric"
                            + " characters, or any of the following: -/_+=.@!");
        }
        Optional<Secret> existing = Optional.ofNullable(byName.get(name));
        if (existing.filter(secret -> isRetry(secret, arguments)).isPresent()) {
            JsonObject answer = identity(existing.get());
            answer.put("VersionId", arguments.getString("ClientRequestToken"));
            return answer;
        }
        if (existing.isPresent()) {
            throw new AwsError(
                    400,
                    "ResourceExistsException",
                    "The operation failed because the secret " + name + " already exists.");
        }
        Secret secret =
                new Secret(arnPrefix + name + "-" + UUID.randomUUID().toString().substring(0, 6), name);
        byName.put(secret.name, secret);
        byArn.put(secret.arn, secret);
        return arguments.has("SecretString") ? put(secret, arguments) : identity(secret);
    }

    /** "If you generate a raw HTTP request …, then you must generate a ClientRequestToken" (API_CreateSecret.html). */
    private static JsonObject withToken(JsonObject arguments) {
        if (arguments.getString("ClientRequestToken", "").isEmpty()) {
            throw new AwsError(
                    400,
                    "InvalidRequestException",
                    "You must provide a ClientRequestToken value. We recommend a UUID-type value.");
        }
        return arguments;
    }

    /** The same creation again is ignored, by its idempotency token and its value (API_CreateSecret.html, ClientRequestToken). */
    private static boolean isRetry(Secret secret, JsonObject arguments) {
        Version version = secret.versions.get(arguments.getString("ClientRequestToken", ""));
        return version != null && version.text.equals(arguments.getString("SecretString"));
    }

    private JsonObject put(Secret secret, JsonObject arguments) {
        String id = versionId(arguments, "ClientRequestToken");
        String text = Optional.ofNullable(arguments.getString("SecretString"))
                .orElseThrow(() -> invalidParameter("You must provide either SecretString or SecretBinary."));
        JsonArray stages = arguments.getArray("VersionStages", JsonArray.from(CURRENT));
        if (stages.isEmpty() || stages.size() > MOST_STAGES) {
            throw validation("Member must have length between 1 and " + MOST_STAGES + ": versionStages");
        }
        Version before = secret.versions.get(id);
        if (before == null) {
            secret.versions.put(id, new Version(id, text, clock.instant()));
            stages.forEach(stage -> move(secret, (String) stage, id));
        } else if (!before.text.equals(text)) {
            throw new AwsError(
                    400,
                    "ResourceExistsException",
                    "You can't use ClientRequestToken " + id + " because that value is already in use for a version of"
                            + " secret " + secret.arn + ".");
        }
        JsonObject answer = identity(secret);
        answer.put("VersionId", id);
        answer.put("VersionStages", new JsonArray(secret.stagesOf(id)));
        return answer;
    }

    private static String versionId(JsonObject arguments, String name) {
        String id = arguments.getString(name, "");
        if (id.length() < SHORTEST_ID || id.length() > LONGEST_ID) {
            throw validation("Member must have length between " + SHORTEST_ID + " and " + LONGEST_ID + ": " + name);
        }
        return id;
    }

    private static void move(Secret secret, String stage, String id) {
        String before = secret.stages.put(stage, id);
        if (stage.equals(CURRENT) && before != null && !before.equals(id)) {
            secret.stages.put(PREVIOUS, before);
        }
    }

    private static JsonObject restage(Secret secret, JsonObject arguments) {
        String stage = Optional.ofNullable(arguments.getString("VersionStage"))
                .orElseThrow(() -> validation("Member must not be null: versionStage"));
        boolean moves = arguments.has("MoveToVersionId");
        boolean removes = arguments.has("RemoveFromVersionId");
        String to = moves ? versionId(arguments, "MoveToVersionId") : "";
        String from = removes ? versionId(arguments, "RemoveFromVersionId") : "";
        String holder = secret.stages.get(stage);
        if (moves && !secret.versions.containsKey(to)) {
            throw notFound("Secrets Manager can't find the specified secret value for VersionId: " + to);
        }
        if (!moves && (!removes || stage.equals(CURRENT))) {
            throw invalidParameter("You can only move staging label " + stage + " to a different secret version. It"
                    + " can't be completely removed.");
        }
        if (removes ? !from.equals(holder) : holder != null && !holder.equals(to)) {
            throw invalidParameter("The parameter RemoveFromVersionId must be the version that staging label " + stage
                    + " is currently attached to.");
        }
        if (moves) {
            move(secret, stage, to);
        } else {
            secret.stages.remove(stage);
        }
        return identity(secret);
    }

    private JsonObject delete(Secret secret) {
        byName.remove(secret.name);
        byArn.remove(secret.arn);
        return identity(secret);
    }

    private static JsonObject identity(Secret secret) {
        JsonObject answer = new JsonObject();
        answer.put("ARN", secret.arn);
        answer.put("Name", secret.name);
        return answer;
    }

    private static AwsError invalidParameter(String message) {
        return new AwsError(400, "InvalidParameterException", message);
    }

    private static AwsError validation(String message) {
        return new AwsError(400, "ValidationException", message);
    }

    private static AwsError notFound(String message) {
        return new AwsError(400, "ResourceNotFoundException", message);
    }
}
