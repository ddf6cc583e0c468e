package dev.belay.simulator.servicenow;

import static dev.belay.simulator.servicenow.Instance.INCIDENT;
import static dev.belay.simulator.servicenow.Instance.object;
import static dev.belay.simulator.servicenow.Instance.results;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.servicenow.event.EventTarget;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What only an instance of ServiceNow can be told to do. */
final class ControlTest {
    private final Instance instance = new Instance();

    @AfterEach
    void stop() {
        instance.close();
    }

    private JsonObject sim(String command, String json) {
        return object(instance.send(Instance.json(instance.plain("/_sim/" + command), "POST", json)));
    }

    private JsonArray deliveries() {
        assertThat(instance.snow.rule().awaitIdle(Duration.ofSeconds(10))).isTrue();
        return sim("deliveries", "{}").getArray("deliveries");
    }

    @Test
    void events_are_kept_back_sent_and_sent_again() {
        instance.snow.rule().target(new EventTarget(URI.create("http://127.0.0.1:9/"), new byte[] {1}, "key"));
        sim("hold", "{}");
        String id = instance.opened("{}");
        assertThat(sim("hold", "{}").getInt("held")).isOne();
        assertThat(deliveries()).isEmpty();
        sim("release", "{}");
        assertThat(deliveries()).hasSize(1);
        sim("redeliver", "{}");
        assertThat(deliveries()).hasSize(2).allSatisfy(delivery -> assertThat(
                        ((JsonObject) delivery).getString("event"))
                .contains(id));
        assertThat(sim("redeliver", "{\"number\":7}").getString("error")).isEqualTo("no delivery has the number 7");
    }

    @Test
    void roles_are_given_and_taken() {
        sim("grant", "{\"user\":\"jane.doe\",\"role\":\"dispatcher\"}");
        assertThat(jane().getArray("roles")).contains("dispatcher", "major_incident_manager");
        sim("revoke", "{\"user\":\"jane.doe\",\"role\":\"dispatcher\"}");
        assertThat(jane().getArray("roles")).containsExactly("major_incident_manager");
        sim("deactivate", "{\"user\":\"jane.doe\"}");
        assertThat(jane().getString("active")).isEqualTo("false");
        assertThat(sim("lock", "{\"user\":\"nobody\"}").getString("error")).isEqualTo("nobody is nobody");
    }

    @Test
    void managers_decide_and_people_are_put_on_call() {
        instance.snow.people().group("Major incidents");
        String id = instance.opened("{}");
        sim("join", "{\"user\":\"jane.doe\",\"group\":\"Major incidents\"}");
        sim("on-call", "{\"group\":\"Major incidents\",\"users\":\"jane.doe, admin\"}");
        sim("propose", "{\"incident\":\"" + number(id) + "\",\"user\":\"admin\"}");
        assertThat(majorState(id)).isEqualTo("proposed");
        sim("promote", "{\"incident\":\"" + id + "\",\"user\":\"jane.doe\",\"impact\":\"no sales\"}");
        assertThat(majorState(id)).isEqualTo("accepted");
        sim("demote", "{\"incident\":\"" + id + "\",\"user\":\"jane.doe\"}");
        assertThat(majorState(id)).isEqualTo("canceled");

        assertThat(sim("reject", "{\"incident\":\"" + id + "\",\"user\":\"jane.doe\"}")
                        .getString("error"))
                .isEqualTo(number(id) + " is not proposed");
        assertThat(sim("join", "{\"user\":\"jane.doe\",\"group\":\"None\"}").getString("error"))
                .isEqualTo("no group is None");
        assertThat(results(instance.get("/api/now/on_call_rota/whoisoncall"))).hasSize(2);
        assertThat(instance.snow.tables().rows("sys_user_grmember")).hasSize(1);
    }

    private String number(String id) {
        return instance.snow.tables().row("incident", id).orElseThrow().value("number");
    }

    private String majorState(String id) {
        return instance.snow.tables().row("incident", id).orElseThrow().value("major_incident_state");
    }

    private JsonObject jane() {
        return sim("people", "{}").getArray("people").stream()
                .map(JsonObject.class::cast)
                .filter(person -> person.getString("user").equals("jane.doe"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_told_in_other_words_is_healed_too() {
        String id = instance.opened("{\"work_notes\":\"first\"}");
        sim("journal-unreadable", "{\"on\":true}");
        sim("late-commit", "{\"reads\":9}");
        assertThat(instance.get(INCIDENT + "/" + id).statusCode()).isEqualTo(404);
        assertThat(results(instance.query("sys_journal_field", "element_id=" + id)))
                .isEmpty();
        sim("heal", "{}");
        assertThat(instance.get(INCIDENT + "/" + id).statusCode()).isEqualTo(200);
        assertThat(results(instance.query("sys_journal_field", "element_id=" + id)))
                .hasSize(1);
    }

    @Test
    void another_web_page_may_tell_it_nothing() {
        assertThat(instance.send(Instance.json(instance.plain("/_sim/heal"), "POST", "{}")
                                .header("Origin", "https://evil.example"))
                        .statusCode())
                .isEqualTo(403);
    }
}
