package dev.belay.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.credential.Finding;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Unavailable;
import dev.belay.simulator.call.HttpFailure;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.pagerduty.account.Account;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A token of PagerDuty is what its account says of it. */
final class PagerDutyTokenCheckTest {
    private static final String ABILITIES = "listAbilities";

    private final AccountStage stage = new AccountStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void a_token_that_is_accepted_is_taken() {
        assertThat(stage.tokenCheck().check())
                .isEqualTo(new Finding.Taken("PagerDuty accepts it", Optional.empty(), List.of()));
    }

    @Test
    void an_account_that_asks_nobody_to_join_is_remarked() {
        stage.account().ability(Account.RESPONDING, false);
        assertThat(((Finding.Taken) stage.tokenCheck().check()).remarks())
                .singleElement()
                .asString()
                .contains("coordinated_responding");
    }

    @Test
    void a_revoked_token_is_refused() {
        stage.account().revoke(AcmeAccount.TOKEN);
        assertThatThrownBy(() -> stage.tokenCheck().check())
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining("Store a valid one")
                .hasMessageNotContaining(AcmeAccount.TOKEN);
        assertThat(stage.counted).containsExactly("TokenRejected pagerduty");
    }

    @Test
    void what_is_no_answer_about_the_token_is_not_taken_for_one() {
        stage.pagerDuty
                .failing()
                .next(
                        1,
                        ABILITIES,
                        new HttpFailure.Answered(
                                Response.json(403, "{\"error\":{\"code\":2010,\"message\":\"Access Denied\"}}")));
        Finding.Taken taken = (Finding.Taken) stage.tokenCheck().check();
        assertThat(taken.proof()).isEqualTo("PagerDuty lets it in");
        assertThat(taken.remarks()).singleElement().asString().contains("HTTP 403, code 2010");
        stage.pagerDuty.failing().next(1, ABILITIES, new HttpFailure.Answered(Response.json(200, "{}")));
        assertThatThrownBy(() -> stage.tokenCheck().check()).isInstanceOf(Unavailable.class);
    }
}
