package dev.belay.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Unavailable;
import dev.belay.pager.PageOrder;
import dev.belay.pager.Pager.Outcome;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.webhook.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a receiver gets, and what is made of its answers. */
final class WebhookPagerTest {
    private final ReceiverStage stage = new ReceiverStage();

    @AfterEach
    void close() {
        stage.close();
    }

    private Outcome page() {
        return stage.pager.page(stage.order("order-1"), false);
    }

    private String answer(Response answer) {
        stage.receiver.work(_ -> answer);
        String id = "order-" + stage.receiver.received().size();
        return ((Outcome.Paged) stage.pager.page(stage.order(id), false)).answer();
    }

    private void answers(int status) {
        stage.receiver.work(_ -> Response.json(status, "{\"error\":\"the secret plan of jane@acme.example\"}"));
    }

    @Test
    void the_body_is_the_one_that_is_documented() {
        page();

        Delivery delivery = stage.receiver.effects().getFirst();
        assertThat(delivery.key()).isEqualTo("order-1");
        assertThat(delivery.request().path()).isEqualTo("/belay");
        assertThat(delivery.body()).isEqualTo("""
                {"schema":1,"id":"order-1","record":{"table":"incident",\
                "sys_id":"0123456789abcdef0123456789abcdef","number":"INC0010023","title":"Checkout fails","priority":1,\
                "link":"https://acme.service-now.com/incident"},"by":{"sys_id":"00000000000000000000000000000001",\
                "name":"Jane Doe","email":"jane@acme.example"},"targets":[{"id":"databases","label":"Databases"},\
                {"id":"network","label":"Network"}],"message":"Checkout is down, please join the call"}""");
    }

    @Test
    void what_the_receiver_says_is_told_in_one_line() {
        assertThat(answer(Response.json(200, "{\"answer\":\"Bob was\\npaged\"}")))
                .isEqualTo("Bob was paged");
        assertThat(answer(Response.json(202, "{}"))).isEqualTo("our-pager took it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "paged", "[]", "{\"answer\":7}", "{\"answer\":\"\"}", "{\"answer\":\"\\u202e\"}"})
    void a_receiver_that_says_nothing_readable_took_it(String body) {
        assertThat(answer(Response.text(200, "text/plain", body))).isEqualTo("our-pager took it");
    }

    @Test
    void a_long_answer_is_cut() {
        assertThat(answer(Response.json(200, "{\"answer\":\"" + "paged ".repeat(100) + "\"}")))
                .hasSizeLessThan(130)
                .endsWith("…");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 410, 413, 422})
    void what_it_refuses_is_told_with_its_status_and_none_of_its_words(int status) {
        answers(status);

        assertThat(((Outcome.Refused) page()).sentence())
                .isEqualTo(
                        "The pager our-pager refused it (HTTP " + status + "). Ask who runs it, or page another way.");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 308, 400, 403, 404, 410, 413, 422})
    void a_repeat_that_it_refuses_does_not_say_what_came_of_the_first(int status) {
        answers(status);

        assertThat(stage.pager.page(stage.order("order-1"), true))
                .isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> assertThat(unknown.sentence())
                        .contains("our-pager", "Ask who was paged")
                        .doesNotContain("secret plan"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void a_redirection_is_not_followed(int status) {
        stage.receiver.work(_ -> Response.empty(status).with("Location", stage.receiver.url() + "/elsewhere"));

        assertThat(((Outcome.Refused) page()).sentence()).contains("has moved (HTTP " + status + ")");
        assertThat(stage.receiver.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 425, 429, 500, 503})
    void what_may_go_better_later_is_tried_again(int status) {
        answers(status);

        assertThatThrownBy(this::page).isInstanceOf(Unavailable.class).hasMessageNotContaining("secret plan");
    }

    @ParameterizedTest
    @CsvSource({"408,true", "409,true", "425,false", "429,false", "500,true", "503,true"})
    void what_proves_that_nothing_was_done_is_no_doubt(int status, boolean mayBeDone) {
        answers(status);

        assertThatThrownBy(this::page).isInstanceOfSatisfying(Unavailable.class, e -> assertThat(e.mayBeDone())
                .isEqualTo(mayBeDone));
    }

    @Test
    void a_limit_is_counted() {
        answers(429);

        assertThatThrownBy(this::page).isInstanceOf(Unavailable.class);
        assertThat(stage.counted).containsExactly("RateLimited webhook");
    }

    @Test
    void a_limit_is_waited_for_as_long_as_it_says() {
        stage.receiver.work(_ -> Response.json(429, "{}").with("Retry-After", "40"));

        assertThatThrownBy(this::page).isInstanceOfSatisfying(Unavailable.class, e -> assertThat(e.retryAfter())
                .contains(Duration.ofSeconds(40)));
    }

    @Test
    void a_key_that_was_rotated_is_read_again_once() {
        stage.keys.key(ReceiverStage.NAME, ReceiverStage.bytes("newer"));
        stage.stored = "newer";

        assertThat(page()).isInstanceOf(Outcome.Paged.class);
        assertThat(stage.counted).isEmpty();
        assertThat(stage.refusals).isEmpty();
    }

    @Test
    void a_key_that_is_refused_also_as_it_was_read_again_is_told_of() {
        stage.cached = "an old key";
        stage.stored = "a key that the receiver does not know";

        assertThatThrownBy(this::page).isInstanceOf(CredentialsRefused.class);
        assertThat(stage.refusals)
                .containsExactly("our-pager: our signature is refused. Store its key in the pagers' secret");
    }

    @Test
    void a_page_that_the_receiver_knows_otherwise_is_not_called_refused() {
        page();
        PageOrder other = new PageOrder(
                "order-1",
                stage.order("order-1").about(),
                stage.order("order-1").by(),
                List.of(ReceiverStage.NETWORK),
                "",
                Optional.empty());

        assertThat(stage.pager.page(other, true)).isInstanceOf(Outcome.Unknown.class);
        assertThat(stage.pager.page(other, false)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_repeat_has_a_signature_of_its_own_time_and_the_same_body() {
        page();
        stage.clock.advance(Duration.ofMinutes(6));
        stage.pager.page(stage.order("order-1"), true);

        assertThat(stage.receiver.received())
                .extracting(Delivery::outcome)
                .containsExactly(Delivery.Outcome.DONE, Delivery.Outcome.REPEATED);
    }
}
