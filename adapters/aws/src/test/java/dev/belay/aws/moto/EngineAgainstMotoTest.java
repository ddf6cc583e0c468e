package dev.belay.aws.moto;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.aws.Cloud;
import dev.belay.aws.moto.Deed.Answer;
import dev.belay.simulator.aws.AwsClient;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Our engine answers as moto does, but for what is listed in {@link Difference}. */
@Requires(Tool.PYTHON)
final class EngineAgainstMotoTest {
    private static final int MANY = 500;
    private static final Credentials KEYS = Cloud.AWS.operator("comparison");
    private static final String TABLE = """
            {
              "TableName": "%s",
              "BillingMode": "PAY_PER_REQUEST",
              "AttributeDefinitions": [
                {"AttributeName": "pk", "AttributeType": "S"},
                {"AttributeName": "sk", "AttributeType": "N"},
                {"AttributeName": "st", "AttributeType": "S"},
                {"AttributeName": "due", "AttributeType": "N"}
              ],
              "KeySchema": [
                {"AttributeName": "pk", "KeyType": "HASH"},
                {"AttributeName": "sk", "KeyType": "RANGE"}
              ],
              "GlobalSecondaryIndexes": [
                {
                  "IndexName": "by_state",
                  "KeySchema": [
                    {"AttributeName": "st", "KeyType": "HASH"},
                    {"AttributeName": "due", "KeyType": "RANGE"}
                  ],
                  "Projection": {"ProjectionType": "ALL"}
                }
              ]
            }
            """;

    private static final AwsClient OURS = Cloud.AWS.client(KEYS);

    @BeforeAll
    static void create() throws JsonParserException {
        for (String name : List.of(Deeds.TABLE, "refusing")) {
            OURS.call("dynamodb", "CreateTable", JsonParser.object().from(TABLE.formatted(name)));
            Moto.CLIENT.call("dynamodb", "CreateTable", JsonParser.object().from(TABLE.formatted(name)));
        }
    }

    @Test
    void requests_drawn_at_random_are_answered_alike() {
        int seed = Integer.getInteger("seed", 2026);
        Deeds deeds = new Deeds(new Random(seed));
        Set<Difference> met = EnumSet.noneOf(Difference.class);
        try (DynamoDbClient ours = client(Cloud.AWS.url(), KEYS);
                DynamoDbClient moto = client(Moto.URL, Moto.KEYS)) {
            for (int number = 0; number < MANY; number++) {
                Deed deed = deeds.next();
                Answer our = deed.on(ours);
                Answer its = deed.on(moto);
                Difference.between(deed, our, its)
                        .filter(_ -> !our.equals(its))
                        .ifPresentOrElse(met::add, () -> assertThat(our)
                                .as("seed " + seed + ": " + deed.said())
                                .isEqualTo(its));
            }
        }
        assertThat(met).as("differences that are still there").containsExactly(Difference.values());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "refused.jsonl", delimiter = '\t', quoteCharacter = '\0', maxCharsPerColumn = -1)
    void what_one_refuses_the_other_refuses_alike(String request) throws JsonParserException {
        JsonObject json = JsonParser.object().from(request);
        String operation = json.keySet().iterator().next();
        String refusal = refusal(OURS, operation, json.getObject(operation));
        assertThat(refusal).endsWith("Exception").isEqualTo(refusal(Moto.CLIENT, operation, json.getObject(operation)));
    }

    private static String refusal(AwsClient client, String operation, JsonObject arguments) {
        try {
            return client.call("dynamodb", operation, arguments).toString();
        } catch (AwsClient.Refused e) {
            return e.code();
        }
    }

    private static DynamoDbClient client(URI url, Credentials keys) {
        return DynamoDbClient.builder()
                .endpointOverride(url)
                .region(Region.of(SimulatedAws.REGION))
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())))
                .overrideConfiguration(override -> override.retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }
}
