package dev.belay.local.command;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.aws.Aws;
import dev.belay.aws.AwsAccess;
import dev.belay.local.audit.AuditCommand;
import dev.belay.local.secrets.Surroundings;
import dev.belay.local.secrets.Terminal;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Written;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.time.PassingClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A command line and a stack, at all that {@code ./belay local} simulates. */
final class AuditStage implements AutoCloseable {
    private static final String STACK = "belay";

    final PassingClock clock = new PassingClock(Clock.systemUTC());
    final World world = World.start(World.Setup.simulated(clock), new Stack(STACK, Template.ofCheckout()));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    final Deque<String> answers = new ArrayDeque<>();

    /** A person at a terminal while answers are left. */
    private final class Typed implements Terminal {
        private final boolean there = !answers.isEmpty();

        @Override
        public boolean isInteractive() {
            return there;
        }

        @Override
        public String askHidden(String prompt) {
            throw new AssertionError("nothing is secret here");
        }

        @Override
        public String ask(String prompt) {
            return answers.remove();
        }

        @Override
        public String piped() {
            return "";
        }
    }

    private final List<Aws> opened = new ArrayList<>();

    @Override
    public void close() {
        opened.forEach(Aws::close);
        world.close();
    }

    /** Somebody opens an incident of priority 1, and nobody tells of it; tells its number. */
    String incident() {
        world.serviceNow().rule().active(false);
        Written written = world.serviceNow()
                .tables()
                .insert(
                        "incident",
                        Map.of("impact", "1", "urgency", "1", "short_description", "Checkout down"),
                        "admin");
        return ((Written.Done) written).row().value("number");
    }

    /** Another integration made a channel in Slack for the incident of this number; tells its id. */
    String bound(String number) {
        String id = world.slack().workspace().atomically(() -> {
            Channel made = world.slack()
                    .workspace()
                    .createChannel("sev1-" + number.toLowerCase(Locale.ROOT), AcmeWorkspace.BOB, false);
            made.describe(new Channel.Words("Everything about " + number, AcmeWorkspace.BOB, 0));
            made.members().add(AcmeWorkspace.APP.botUser());
            return made.id();
        });
        clock.pass(Duration.ofMinutes(20));
        return id;
    }

    int audit(String... options) {
        List<String> all = new ArrayList<>(
                List.of("audit", "--settings", world.installation().settingsParameter(), "--fresh"));
        all.addAll(List.of(options));
        return run(all.toArray(String[]::new));
    }

    List<JsonObject> findings() throws JsonParserException {
        return JsonParser.object().from(text(out)).getArray("findings").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    JsonObject link(String sysId) {
        return world.aws()
                .client("deployment")
                .call(
                        "dynamodb",
                        "GetItem",
                        JsonObject.builder()
                                .value("TableName", world.stack().linkTable())
                                .object("Key")
                                .object("pk")
                                .value("S", "record#slack#incident#" + sysId)
                                .end()
                                .end()
                                .done())
                .getObject("Item", new JsonObject());
    }

    String sysId(String number) {
        return world.serviceNow().tables().rows("incident").stream()
                .filter(row -> row.value("number").equals(number))
                .map(Row::sysId)
                .findFirst()
                .orElseThrow();
    }

    /** A person of operations, at the stack's own tables. */
    Aws operator() {
        Credentials operator = world.aws().operator("you");
        AwsAccess access = new AwsAccess(
                        SimulatedAws.REGION, Optional.of(world.aws().url()), Optional.empty())
                .with(new AwsAccess.Keys(operator.accessKeyId(), operator.secretAccessKey(), operator.sessionToken()));
        Aws there = new Aws(access, clock);
        opened.add(there);
        return there;
    }

    /** Adoption, as a script without a terminal runs it where nobody has an answer. */
    int adopt(String... options) {
        List<String> all = new ArrayList<>(
                List.of("--adopt", "--settings", world.installation().settingsParameter()));
        all.addAll(List.of(options));
        return AuditCommand.in(surroundings(), clock::pass).execute(all.toArray(String[]::new));
    }

    String out() {
        return text(out);
    }

    String errors() {
        return text(errors);
    }

    private static String text(ByteArrayOutputStream written) {
        return written.toString(StandardCharsets.UTF_8);
    }

    int run(String... arguments) {
        Surroundings around = surroundings();
        return new Belay(around.out(), Template::ofCheckout, around).run(List.of(arguments));
    }

    private Surroundings surroundings() {
        Map<String, String> environment =
                world.aws().operator("you").environment(world.aws().url());
        out.reset();
        errors.reset();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream said = new PrintStream(errors, true, StandardCharsets.UTF_8);
        return new Surroundings(print, said, environment, new Typed(), clock);
    }
}
