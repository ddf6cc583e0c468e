package dev.belay.aws;

import com.grack.nanojson.JsonObject;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;

/** A parameter that no test had before: as whoever deploys puts it, and as a worker reads it. */
public final class TestParameter {
    private final AwsEngine engine;
    private final String name = "/belay/settings-" + Cloud.unique();
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final Parameters parameters;
    private final ParameterStore store;

    public TestParameter(AwsEngine engine) {
        this.engine = engine;
        Aws aws = engine.worker(clock);
        this.parameters = aws.parameters((_, _) -> {});
        this.store = aws.parameterStore();
    }

    MovedClock clock() {
        return clock;
    }

    String name() {
        return name;
    }

    /** As whoever deploys puts it. */
    ParameterStore store() {
        return store;
    }

    /** What a worker knows, which may be a minute old. */
    String text() {
        return parameters.text(name);
    }

    void put(String text) {
        engine.operator()
                .call(
                        "ssm",
                        "PutParameter",
                        JsonObject.builder()
                                .value("Name", name)
                                .value("Type", "String")
                                .value("Value", text)
                                .value("Tier", "Intelligent-Tiering")
                                .value("Overwrite", true)
                                .done());
    }
}
