package dev.belay.aws.protocol;

import com.grack.nanojson.JsonWriter;
import dev.belay.coldhttp.Tls;
import dev.belay.failure.Rejected;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads secrets from Secrets Manager. */
public final class SecretReader {
    private final AwsService service;

    /**
     * @param environment the process's variables: region, credentials, another endpoint
     * @throws IllegalStateException when region or credentials are missing
     */
    public SecretReader(Function<String, @Nullable String> environment, Clock clock, Tls tls) {
        this.service = new AwsService(
                new AwsService.Name(
                        "secretsmanager", "SECRETS_MANAGER", "secretsmanager", "application/x-amz-json-1.1"),
                environment,
                clock,
                tls);
    }

    /**
     * The current value.
     *
     * @throws dev.belay.failure.Unavailable when it cannot be read now
     * @throws Rejected when we may not read it, or it is not there
     */
    public String read(String arn) {
        String arguments =
                JsonWriter.string().object().value("SecretId", arn).end().done();
        String value = service.call("GetSecretValue", arguments).getString("SecretString");
        if (value == null) {
            throw new Rejected("aws", "secretsmanager GetSecretValue: the secret holds no text");
        }
        return value;
    }
}
