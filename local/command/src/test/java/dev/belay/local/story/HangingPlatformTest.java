package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.belay.chat.Platform;
import dev.belay.local.gateway.HttpApi;
import dev.belay.local.world.Running;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Written;
import dev.belay.simulator.time.PassingClock;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One platform does not answer, and keeps each worker that it gets; what that does to the other platform. */
@ParameterizedClass
@EnumSource(Platform.class)
final class HangingPlatformTest {
    /** As many as a stack has by default. */
    private static final int WORKERS = 10;

    private final Platform hanging;
    private final PassingClock clock = new PassingClock(Clock.systemUTC());
    private final SimulatedAws aws = SimulatedAws.start(0, new Faults(), clock).ready();
    private final World world;
    private final HttpApi gateway;

    HangingPlatformTest(Platform hanging) {
        this.hanging = hanging;
        this.world = World.start(
                World.Setup.simulated(clock, new Faults(), EnumSet.allOf(Platform.class)),
                aws,
                new Stack(Bench.unusedStack()));
        this.gateway = Running.gateway(world, 0);
        world.serviceNow().rule().holdOf("belay.integration");
        world.slack().rateLimits().enforce(false);
        world.teams().rateLimits().enforce(false);
    }

    @AfterEach
    void all_stops() {
        PermissionLog.keep(aws);
        gateway.close();
        world.close();
        aws.close();
    }

    @Test
    void a_platform_that_keeps_all_its_workers_keeps_no_record_from_the_other() {
        List<String> incidents = new ArrayList<>();
        for (int i = 0; i < WORKERS + 2; i++) {
            incidents.add(open("Outage " + i));
        }
        Platform other = hanging == Platform.SLACK ? Platform.TEAMS : Platform.SLACK;
        int kept = hang(WORKERS, () -> {
            deliver(other);
            assertThat(incidents).allSatisfy(incident -> {
                assertThat(bears(incident, other)).isNotEmpty();
                assertThat(bears(incident, hanging)).isEmpty();
            });
        });
        assertThat(kept).isEqualTo(WORKERS);
    }

    /** So many workers take a message each and are not done with it when all of this is done. */
    private int hang(int workers, Runnable meanwhile) {
        int[] kept = {0};
        mapping(hanging, (event, context) -> {
                    kept[0] = 1;
                    if (workers > 1) {
                        kept[0] += hang(workers - 1, meanwhile);
                    } else {
                        meanwhile.run();
                    }
                    return notDone(event);
                })
                .run();
        return kept[0];
    }

    private static SQSBatchResponse notDone(SQSEvent event) {
        return new SQSBatchResponse(event.getRecords().stream()
                .map(message -> new BatchItemFailure(message.getMessageId()))
                .toList());
    }

    private void deliver(Platform platform) {
        var function = world.installation().incidentOpened();
        for (int i = 0; i < WORKERS + 2; i++) {
            mapping(platform, function).run();
        }
    }

    private Runnable mapping(Platform platform, RequestHandler<SQSEvent, SQSBatchResponse> function) {
        var mapping = Running.incidentOpenedMapping(world, platform.id(), function);
        return () -> assertThat(mapping.poll(Duration.ZERO)).isOne();
    }

    private String open(String shortDescription) {
        Written written = world.serviceNow()
                .tables()
                .insert(
                        "incident",
                        Map.of("impact", "1", "urgency", "1", "short_description", shortDescription),
                        "admin");
        assertThat(world.serviceNow().rule().awaitIdle(Duration.ofSeconds(20))).isTrue();
        return ((Written.Done) written).row().sysId();
    }

    /** The id of the conversation that the record bears; empty while it has none on this platform. */
    private String bears(String incident, Platform platform) {
        Row row = world.serviceNow().tables().row("incident", incident).orElseThrow();
        return row.value(platform == Platform.SLACK ? "x_belay_chat_slack" : "x_belay_chat_teams");
    }
}
