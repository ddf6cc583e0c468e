package dev.belay.aws;

import dev.belay.record.Sample;
import dev.belay.time.MovedClock;

/** Secrets with versions and stages on an engine, as a rotation and whoever stores a new value see them. */
public final class TestStages {
    private final StagedSecrets secrets;
    private final SecretStore store;

    public TestStages(AwsEngine engine) {
        Aws aws = engine.worker(MovedClock.at(Sample.OPENED));
        this.secrets = aws.stagedSecrets();
        this.store = aws.secretStore();
    }

    public StagedSecrets secrets() {
        return secrets;
    }

    /** Under a name that no test before had. */
    public String stored(String token) {
        String name = "belay/staged/" + Cloud.unique();
        store(name, token);
        return name;
    }

    public void store(String secret, String token) {
        store.put(secret, TestSecret.document(token));
    }
}
