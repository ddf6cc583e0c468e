package dev.belay.servicenow;

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
import dev.belay.pager.SampleOrder;
import dev.belay.record.SysId;
import dev.belay.settings.PagerSettings.Target;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.servicenow.outage.Failure;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a field of an answer about on-call is, somebody is named, or it is told that nobody is: never another exception. */
final class OnCallFuzzTest {
    private static final int DOCUMENTS = Enumeration.asked().of(2_000, 200);

    private final long seed = Enumeration.seed();
    private final Random random = new Random(seed);
    private final SimulatedInstance instance = new SimulatedInstance();
    private final SysId bob = instance.person("Bob Ross", "bob@acme.example");
    private final Target group = new Target(instance.serviceNow.people().group("Databases"), "Databases");

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void whatever_a_field_is_the_page_ends_in_what_can_be_told() throws JsonParserException {
        instance.serviceNow.onCall().always(group.id(), List.of(bob.value()));
        Map<String, String> trueAnswers = Map.of(
                "GET on_call_rota",
                        "{\"result\":[{\"userId\":\"" + bob + "\",\"order\":1,\"group\":\"" + group.id() + "\"}]}",
                "GET sys_user",
                        "{\"result\":[{\"sys_id\":\"" + bob + "\",\"name\":\"Bob Ross\",\"active\":\"true\"}]}");
        int named = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            for (Map.Entry<String, String> call : trueAnswers.entrySet()) {
                named += isNamed(call.getKey(), JsonParser.object().from(call.getValue())) ? 1 : 0;
            }
        }
        assertThat(named).as("seed %d", seed).isBetween(1, 2 * DOCUMENTS - 1);
    }

    private boolean isNamed(String call, JsonObject answer) {
        String done = FieldMutation.change(answer, random);
        Response said = Response.json(200, JsonWriter.string((Map<String, Object>) answer));
        instance.serviceNow.outage().failures().clear();
        instance.serviceNow.outage().next(1, call, new Failure.Answered(said));
        try {
            return instance.onCall.page(SampleOrder.of("1", List.of(group)), false) instanceof Outcome.Paged;
        } catch (ExternalFailure e) {
            return false;
        } catch (RuntimeException e) {
            return fail("seed %d: %s of %s".formatted(seed, done, call), e);
        }
    }
}
