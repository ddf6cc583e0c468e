package dev.belay.aws.localstack;

import static org.assertj.core.api.Assertions.fail;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.aws.AwsAccess;
import dev.belay.aws.AwsEngine;
import dev.belay.simulator.aws.AwsClient;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.tool.LocalStackImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** One LocalStack for all tests of this JVM, in a container that goes when the JVM ends. */
final class LocalStack {
    /** Whose deviations are known here. */
    private static final String VERSION = "4.14.0";

    /** Where the image that LocalStack publishes has its DynamoDB. */
    private static final String DYNAMODB = "/usr/lib/localstack/dynamodb-local";

    private static final LocalStackContainer CONTAINER = started();

    /** LocalStack takes an account's number for its access key, and does not look at signatures. */
    private static final Credentials KEYS =
            new Credentials("test", SimulatedAws.ACCOUNT, "what LocalStack does not ask for", Optional.empty());

    static final AwsEngine ENGINE = new AwsEngine(
            new AwsAccess(SimulatedAws.REGION, Optional.of(CONTAINER.getEndpoint()), Optional.empty())
                    .with(new AwsAccess.Keys(KEYS.accessKeyId(), KEYS.secretAccessKey(), KEYS.sessionToken())),
            AwsClient.of(CONTAINER.getEndpoint(), SimulatedAws.REGION, KEYS));

    private LocalStack() {}

    /** Whether the image has a DynamoDB; one that is built from packages has none. */
    static boolean hasTables() {
        try {
            return CONTAINER.execInContainer("test", "-d", DYNAMODB).getExitCode() == 0;
        } catch (IOException e) {
            throw new IllegalStateException("LocalStack's container does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A stack whose tables are there. */
    static Stack stackWithTables() {
        return new Stack("test").createTables(ENGINE.operator(), Stack.Expiry.OFF);
    }

    /**
     * Runs a contract that this LocalStack is known to break: the test is skipped, and says in what LocalStack deviates. It fails
     * where the contract is broken in another way, and where LocalStack no longer breaks it.
     *
     * @param deviation what LocalStack does, and what AWS does
     * @param symptom part of the failure's message
     */
    static void deviates(String deviation, String symptom, Runnable contract) {
        try {
            contract.run();
        } catch (AssertionError | AwsClient.Refused e) {
            if (!String.valueOf(e.getMessage()).contains(symptom)) {
                throw e;
            }
            String skipped = "LocalStack " + version() + " deviates: " + deviation;
            System.out.println("Skipped: " + skipped);
            Assumptions.abort(skipped);
        }
        if (version().equals(VERSION)) {
            fail("LocalStack " + VERSION + " keeps this contract: it does not deviate any more. It was: " + deviation);
        }
    }

    private static String version() {
        URI health = CONTAINER.getEndpoint().resolve("/_localstack/health");
        try (HttpClient http = HttpClient.newHttpClient()) {
            String answer = http.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            JsonObject told = JsonParser.object().from(answer);
            return told.getString("version", "of an unknown version");
        } catch (IOException | JsonParserException e) {
            throw new IllegalStateException("LocalStack does not say how it is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static LocalStackContainer started() {
        LocalStackContainer container = new LocalStackContainer(DockerImageName.parse(LocalStackImage.name())
                        .asCompatibleSubstituteFor("localstack/localstack"))
                .withServices("sqs", "secretsmanager", "ssm", "dynamodb");
        container.start();
        return container;
    }
}
