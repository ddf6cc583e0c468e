package dev.belay.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.failure.ExternalFailure;
import dev.belay.pager.Pager.Outcome;
import dev.belay.pager.SampleOrder;
import dev.belay.simulator.call.HttpFailure;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither the token, nor what a person wrote, nor PagerDuty's own words are logged or told. */
final class LogTest {
    private static final String FOREIGN = "user jane@acme.example wrote the secret plan";

    private final AccountStage stage = new AccountStage();
    private final List<String> lines = new ArrayList<>();
    private final Logger logger = Logger.getLogger("dev.belay.pagerduty");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    LogTest() {
        handler.setLevel(Level.ALL);
        logger.setLevel(Level.ALL);
        logger.addHandler(handler);
    }

    @AfterEach
    void close() {
        logger.removeHandler(handler);
        logger.setLevel(null);
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 429, 500})
    void an_error_is_told_by_its_status_and_code(int status) {
        stage.pagerDuty
                .failing()
                .next(
                        2,
                        "createIncident",
                        new HttpFailure.Answered(Response.json(
                                status,
                                "{\"error\":{\"message\":\"" + FOREIGN + "\",\"code\":2001,\"errors\":[\"" + FOREIGN
                                        + "\"]}}")));
        String told;
        try {
            told = ((Outcome.Refused) stage.pager.page(stage.order("1", AccountStage.MAJOR), false)).sentence();
        } catch (ExternalFailure e) {
            told = e.getMessage();
        }
        lines.add(told);
        assertSilent();
    }

    @Test
    void what_is_sent_is_not_logged() {
        stage.pager.page(stage.order("1", AccountStage.MAJOR, AccountStage.DATABASES), false);
        assertThat(lines).isNotEmpty();
        assertSilent();
    }

    private void assertSilent() {
        assertThat(lines)
                .noneMatch(line -> line.contains("secret plan"))
                .noneMatch(line -> line.contains(SampleOrder.MESSAGE))
                .noneMatch(line -> line.contains("acme.example"))
                .noneMatch(line -> line.contains(AcmeAccount.TOKEN));
    }
}
