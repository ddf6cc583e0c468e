package dev.belay.aws;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.aws.protocol.SecretReader;
import dev.belay.coldhttp.Tls;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.time.Clock;
import java.util.UUID;

/** A secret that no test had before: as a person stores it, as a worker and ingress read it, and as Secrets Manager holds it. */
public final class TestSecret {
    private final AwsEngine engine;
    private final String name = "belay/test/" + Cloud.unique();
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final Secrets secrets;
    private final SecretStore store;

    public TestSecret(AwsEngine engine) {
        this.engine = engine;
        Aws aws = engine.worker(clock);
        this.secrets = aws.secrets((_, _) -> {});
        this.store = aws.secretStore();
    }

    String name() {
        return name;
    }

    String arn() {
        return call("DescribeSecret", new JsonObject()).getString("ARN", "");
    }

    MovedClock clock() {
        return clock;
    }

    Secrets secrets() {
        return secrets;
    }

    SecretStore store() {
        return store;
    }

    SecretStore.Stored store(String token) {
        return store.put(name, document(token));
    }

    /** As CloudFormation makes a secret that nobody gave a value. */
    void createEmpty() {
        engine.operator()
                .call(
                        "secretsmanager",
                        "CreateSecret",
                        JsonObject.builder().value("Name", name).done());
    }

    /** What a worker knows, which may be five minutes old. */
    String token() {
        return secrets.secret(name).text("token");
    }

    /** What ingress reads now. */
    String ingressReads() {
        return new SecretReader(engine.environment(), Clock.systemUTC(), new Tls()).read(arn());
    }

    /** What Secrets Manager has under a staging label. */
    String staged(String label) {
        JsonObject arguments = JsonObject.builder().value("VersionStage", label).done();
        return call("GetSecretValue", arguments).getString("SecretString", "");
    }

    /** Puts a version that is not current yet, as a rotation does. */
    void pend(String token) {
        call(
                "PutSecretValue",
                JsonObject.builder()
                        .value("SecretString", document(token))
                        .value("ClientRequestToken", UUID.randomUUID().toString())
                        .value("VersionStages", JsonArray.from("AWSPENDING"))
                        .done());
    }

    /** Creates the secret under an idempotency token, and says which version that made. */
    String create(String token, UUID idempotency) {
        JsonObject arguments = JsonObject.builder()
                .value("Name", name)
                .value("SecretString", document(token))
                .value("ClientRequestToken", idempotency.toString())
                .done();
        return engine.operator()
                .call("secretsmanager", "CreateSecret", arguments)
                .getString("VersionId", "");
    }

    static String document(String token) {
        return "{\"token\":\"" + token + "\"}";
    }

    private JsonObject call(String operation, JsonObject arguments) {
        arguments.put("SecretId", name);
        return engine.operator().call("secretsmanager", operation, arguments);
    }
}
