package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonWriter;
import dev.belay.aws.Aws;
import dev.belay.aws.AwsAccess;
import dev.belay.credential.Finding;
import dev.belay.document.SettingsDocument;
import dev.belay.local.world.Acme;
import dev.belay.servicenow.credential.ClientCredentials;
import dev.belay.servicenow.table.TableApi;
import dev.belay.settings.Settings;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.servicenow.SimulatedServiceNow;
import dev.belay.simulator.servicenow.event.BusinessRule;
import dev.belay.simulator.servicenow.outage.Failure;
import dev.belay.wiring.credential.InboundCheck;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** ServiceNow's calls do not reach us, for one reason after another, and the check finds it where nothing else would. */
final class SilentPlatformTest extends OnEachPlatform {
    private static final Duration A_WHILE = Duration.ofMinutes(11);
    private static final String LOG = "sys_outbound_http_log";

    private String endpoint = "";

    @BeforeEach
    void all_is_well() {
        opened("Checkout down");
        endpoint = serviceNow().outbound().getLast().target().toString();
        assertThat(taken().proof()).startsWith("ServiceNow's calls reach us, the newest at ");
        bench.pass(A_WHILE);
    }

    private SimulatedServiceNow serviceNow() {
        return bench.world().serviceNow();
    }

    private BusinessRule rule() {
        return serviceNow().rule();
    }

    /** An incident, and its conversation where its event came. */
    private String opened(String title) {
        String incident = bench.open(1, 1, title);
        bench.hints();
        return incident;
    }

    /** The one call: as the scheduled function makes it, with what the workers remember and what ServiceNow shows us. */
    private Finding find() {
        Credentials tester = bench.world().aws().operator("tester");
        AwsAccess access = new AwsAccess(
                SimulatedAws.REGION,
                Optional.of(bench.world().aws().url()),
                Optional.of(new AwsAccess.Keys(tester.accessKeyId(), tester.secretAccessKey(), Optional.empty())));
        try (Aws there = new Aws(access, clock)) {
            TableApi api = new TableApi(
                    serviceNow().url(),
                    () -> new ClientCredentials(Acme.CLIENT_ID, Acme.CLIENT_SECRET),
                    (metric, kind) -> {},
                    clock);
            return new InboundCheck(
                            api,
                            URI.create(endpoint),
                            there.receivedEvents(bench.world().stack().eventTable()),
                            settings(),
                            clock)
                    .check();
        }
    }

    private Settings settings() {
        AtomicReference<String> document = new AtomicReference<>("");
        bench.world().installation().changeSettings(now -> document.set(JsonWriter.string(now)));
        return SettingsDocument.read(Objects.requireNonNull(document.get())).settings();
    }

    private Finding.Taken taken() {
        Finding found = find();
        assertThat(found).isInstanceOf(Finding.Taken.class);
        return (Finding.Taken) found;
    }

    private String refused() {
        Finding found = find();
        assertThat(found).isInstanceOf(Finding.Refused.class);
        return ((Finding.Refused) found).why();
    }

    @Test
    void the_function_tells_it_once_each_way() {
        bench.check();
        int before = bench.published().size();
        rule().signWrongly(true);
        opened("Payments down");
        bench.check();
        bench.check();
        assertThat(bench.published()).hasSize(before + 1);
        assertThat(bench.published().getLast().message())
                .contains("ServiceNow's calls to us (servicenow-events/acme) do not arrive", "401", "signing key");

        rule().signWrongly(false);
        opened("Search down");
        bench.check();
        bench.check();
        assertThat(bench.published()).hasSize(before + 2);
        assertThat(bench.published().getLast().message()).contains("arrive again");
    }

    @Test
    void a_call_that_is_answered_401_is_found_and_only_one_that_is_taken_makes_it_good() {
        rule().signWrongly(true);
        String unheard = opened("Payments down");
        assertThat(bench.incident(unheard).value(bench.room().field())).isEmpty();
        assertThat(refused()).contains("ServiceNow's last call to us failed: answered 401", "signing key");

        rule().signWrongly(false);
        assertThat(refused()).as("nothing proves that the key is right again").contains("401");

        opened("Search down");
        assertThat(taken().remarks()).isEmpty();
    }

    @Test
    void a_record_whose_event_is_never_sent_is_found_after_a_while() {
        rule().active(false);
        opened("Payments down");
        assertThat(taken().remarks()).as("it may be on its way").isEmpty();
        bench.pass(A_WHILE);
        assertThat(refused())
                .startsWith("ServiceNow sent no event of a record of incident")
                .contains("business rules");

        rule().active(true);
        opened("Search down");
        taken();
    }

    @Test
    void where_we_may_not_read_the_log_it_is_said_in_the_same_words_each_time_and_silence_is_found_all_the_same() {
        serviceNow().control().withdraw(Acme.INTEGRATION_USER, LOG);
        Finding.Taken first = taken();
        assertThat(first.remarks()).singleElement().asString().contains(LOG, "its role integration");
        bench.pass(Duration.ofHours(1));
        assertThat(find()).as("no change, so no second notice").isEqualTo(first);

        rule().signWrongly(true);
        opened("Payments down");
        bench.pass(A_WHILE);
        assertThat(refused()).contains("no event", "its calls fail", LOG);

        serviceNow().control().harden(Acme.INTEGRATION_USER);
        assertThat(refused()).contains("answered 401");
    }

    @Test
    void a_mid_server_that_is_down_is_named_and_what_it_carries_too_late_is_no_event() {
        rule().carriage().by("mid-1");
        opened("Payments down");
        assertThat(taken().remarks()).isEmpty();
        bench.pass(A_WHILE);

        rule().carriage().up(false);
        opened("Search down");
        assertThat(refused()).contains("the MID Server mid-1", "is Down");
        bench.pass(A_WHILE);

        rule().carriage().up(true);
        assertThat(refused()).as("its signature was five minutes good").contains("answered 401");
        opened("Mail down");
        taken();
    }

    @Test
    void an_instance_that_does_not_answer_is_not_checked_and_nobody_is_blamed() {
        serviceNow().outage().next(100, Failure.page(503));
        assertThat(find()).isInstanceOf(Finding.NotChecked.class);
    }
}
