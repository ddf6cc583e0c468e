package dev.belay.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.failure.ExternalFailure;
import dev.belay.fuzz.Enumeration;
import dev.belay.fuzz.FieldMutation;
import dev.belay.pager.Pager.Outcome;
import dev.belay.simulator.call.HttpFailure;
import dev.belay.simulator.http.Response;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a field of PagerDuty's answers is, the page is taken, refused, not known, or to be tried again: never another exception. */
final class AnswersFuzzTest {
    private static final int DOCUMENTS = Enumeration.asked().of(2_000, 200);

    /** An account that holds many requests answers slowly. */
    private static final int PER_ACCOUNT = 10;

    private static final String INCIDENT = """
            {"incident":{"id":"Q1","incident_number":42,"status":"triggered","title":"INC0010023 [0123456789]",
            "responder_requests":[{"id":"P1","message":"please"}]}}""";
    private static final String ERROR = """
            {"error":{"message":"Arguments Caused Error","code":2002,"errors":["no"]}}""";
    private static final Map<String, String> TRUE_ANSWERS = Map.of(
            "createIncident",
            INCIDENT,
            "getIncident",
            INCIDENT,
            "listIncidents",
            INCIDENT.replace("{\"incident\":", "{\"incidents\":[").replaceAll("}$", "],\"more\":false}"),
            "createIncidentResponderRequest",
            "{\"responder_request\":{\"id\":\"P1\"}}");

    private final long seed = Enumeration.seed();
    private final Random random = new Random(seed);

    @Test
    void whatever_a_field_of_an_answer_is_the_page_ends_in_one_of_its_ways() throws JsonParserException {
        int answered = 0;
        for (int i = 0; i < DOCUMENTS; i += PER_ACCOUNT) {
            try (AccountStage stage = new AccountStage()) {
                stage.pagerDuty.rateLimits().perToken(Integer.MAX_VALUE);
                answered += ended(stage);
            }
        }
        assertThat(answered).as("seed %d", seed).isPositive();
    }

    private int ended(AccountStage stage) throws JsonParserException {
        int answered = 0;
        for (int i = 0; i < PER_ACCOUNT; i++) {
            for (Map.Entry<String, String> call : TRUE_ANSWERS.entrySet()) {
                answered += ends(stage, call.getKey(), random.nextInt(8) == 0 ? ERROR : call.getValue()) ? 1 : 0;
            }
        }
        return answered;
    }

    private boolean ends(AccountStage stage, String call, String answer) throws JsonParserException {
        JsonObject document = JsonParser.object().from(answer);
        String done = FieldMutation.change(document, random);
        int status = answer.equals(ERROR) ? 400 : call.startsWith("create") ? 201 : 200;
        Response said = Response.json(status, JsonWriter.string((Map<String, Object>) document));
        stage.pagerDuty.failing().end();
        stage.pagerDuty.failing().next(1, call, new HttpFailure.Answered(said));
        String id = Integer.toString(random.nextInt());
        try {
            Outcome outcome =
                    stage.pager.page(stage.order(id, AccountStage.MAJOR, AccountStage.DATABASES), random.nextBoolean());
            assertThat(outcome).as("seed %d: %s of %s", seed, done, call).isNotNull();
            return true;
        } catch (ExternalFailure e) {
            return false;
        } catch (RuntimeException e) {
            return fail("seed %d: %s of %s".formatted(seed, done, call), e);
        }
    }
}
