package dev.belay.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.aws.Aws;
import dev.belay.aws.AwsAccess;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.local.secrets.Surroundings;
import dev.belay.local.secrets.Terminal;
import dev.belay.local.world.World;
import dev.belay.person.Identity;
import dev.belay.person.PlatformUser;
import dev.belay.person.UserMap;
import dev.belay.record.SysId;
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
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bindings are audited, channels adopted and people forgotten from the command line, at all that {@code ./belay local} simulates. */
final class AuditCommandTest {
    private static final String STACK = "belay";
    private static final String EMAIL = "alice@acme.example";

    private final PassingClock clock = new PassingClock(Clock.systemUTC());
    private final World world = World.start(World.Setup.simulated(clock), new Stack(STACK, Template.ofCheckout()));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Deque<String> answers = new ArrayDeque<>();

    @TempDir
    private Path folder;

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

    @AfterEach
    void close() {
        opened.forEach(Aws::close);
        world.close();
    }

    /** Somebody opens an incident of priority 1, and nobody tells of it; tells its number. */
    private String incident() {
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
    private String bound(String number) {
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

    private int audit(String... options) {
        List<String> all = new ArrayList<>(
                List.of("audit", "--settings", world.installation().settingsParameter(), "--fresh"));
        all.addAll(List.of(options));
        return run(all.toArray(String[]::new));
    }

    private List<JsonObject> findings() throws JsonParserException {
        return JsonParser.object().from(text(out)).getArray("findings").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private JsonObject link(String sysId) {
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

    private String sysId(String number) {
        return world.serviceNow().tables().rows("incident").stream()
                .filter(row -> row.value("number").equals(number))
                .map(Row::sysId)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void where_all_agrees_it_says_so_and_exits_0() {
        assertThat(audit()).as(text(errors)).isZero();
        assertThat(text(out))
                .startsWith("Looked at ")
                .contains(" links and 0 open records")
                .contains("Nothing was found.");
        assertThat(text(errors)).isEmpty();
    }

    @Test
    void links_that_an_earlier_stack_left_are_read_where_they_are() throws JsonParserException {
        String number = incident();
        bound(number);
        new Stack("earlier", Template.ofCheckout()).createTables(world.aws(), Stack.Expiry.ON);
        world.aws()
                .client("deployment")
                .call(
                        "dynamodb",
                        "DeleteTable",
                        JsonObject.builder()
                                .value("TableName", world.stack().linkTable())
                                .done());
        assertThat(audit("--json")).isEqualTo(30);
        assertThat(findings()).extracting(finding -> finding.getString("kind")).contains("table-missing");
        assertThat(audit("--json", "--link-table", "earlier-u_chat_conversation_link"))
                .isEqualTo(30);
        assertThat(findings())
                .extracting(finding -> finding.getString("kind"))
                .contains("table-empty")
                .doesNotContain("table-missing");
    }

    @Test
    void what_it_finds_is_told_to_scripts_and_the_worst_is_its_exit_code() throws JsonParserException {
        String number = incident();
        String channel = bound(number);
        assertThat(audit("--json")).as(text(errors)).isEqualTo(30);
        assertThat(findings())
                .extracting(finding -> finding.getString("kind"))
                .containsExactlyInAnyOrder("table-empty", "no-conversation", "no-conversation", "name-bound");
        assertThat(findings())
                .filteredOn(finding -> finding.getString("kind").equals("name-bound"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.getString("channel")).isEqualTo(channel);
                    assertThat(finding.getString("sys_id")).isEqualTo(sysId(number));
                    assertThat(finding.getString("severity")).isEqualTo("WARNING");
                    assertThat(finding.getString("advice")).contains("--adopt");
                });
        assertThat(JsonParser.object().from(text(out)).getArray("shares")).hasSize(2);
    }

    @Test
    void a_person_reads_each_kind_with_what_to_do() {
        String number = incident();
        String channel = bound(number);
        assertThat(audit()).isEqualTo(30);
        assertThat(text(out))
                .contains("incident         priority 1  Slack            0 of 1 (0 %)")
                .contains("WARNING name-bound (1): A channel is bound to a record by its name alone")
                .contains("  * its name speaks of " + number + " in Slack #sev1-" + number.toLowerCase(Locale.ROOT)
                        + " (" + channel + ")");
    }

    @Test
    void nothing_is_adopted_without_a_yes() {
        String number = incident();
        bound(number);
        answers.add("n");
        assertThat(audit("--adopt")).isZero();
        assertThat(text(out))
                .contains("Bob Baker, a full member, made it on ")
                .contains("it mentions " + number)
                .doesNotContain("is adopted");
        assertThat(link(sysId(number))).isEmpty();
    }

    @Test
    void what_is_confirmed_is_claimed_with_its_channel() {
        String number = incident();
        String channel = bound(number);
        answers.add("y");
        assertThat(audit("--adopt")).as(text(errors)).isZero();
        assertThat(text(out)).contains("is adopted: its card comes within a minute");
        assertThat(link(sysId(number)).getObject("channel_id").getString("S")).isEqualTo(channel);
        assertThat(link(sysId(number)).getObject("state").getString("S")).isEqualTo("PROVISIONING");
    }

    @Test
    void without_a_terminal_a_file_to_review_comes_out_and_adopts_nothing_until_somebody_has() throws IOException {
        String number = incident();
        String channel = bound(number);
        assertThat(audit("--adopt")).isZero();
        Path file = Files.writeString(folder.resolve("review.txt"), text(out));
        assertThat(audit("--adopt", "--reviewed", file.toString())).isZero();
        assertThat(link(sysId(number))).as("all is commented out").isEmpty();

        String line = "adopt slack " + channel + " incident:" + sysId(number);
        assertThat(text(out)).isEmpty();
        Files.writeString(file, Files.readString(file).replace("# " + line, line));
        assertThat(audit("--adopt", "--reviewed", file.toString()))
                .as(text(errors))
                .isZero();
        assertThat(link(sysId(number)).getObject("channel_id").getString("S")).isEqualTo(channel);
    }

    @Test
    void a_reviewed_line_that_no_audit_found_is_refused() throws IOException {
        String number = incident();
        bound(number);
        Path file = Files.writeString(
                folder.resolve("review.txt"), "adopt slack C0GENERAL incident:" + sysId(number) + "  # by hand\n");
        assertThat(audit("--adopt", "--reviewed", file.toString())).isOne();
        assertThat(text(errors)).contains("not adopted: no audit found 'adopt slack C0GENERAL incident:");
        assertThat(link(sysId(number))).isEmpty();
    }

    @Test
    void what_is_typed_wrongly_or_is_not_there_is_said() {
        assertThat(run("audit", "--reviewed", "x")).isEqualTo(2);
        assertThat(run("audit", "--settings", "/none")).isOne();
        assertThat(text(errors)).contains("the audit stopped: ");
        assertThat(run("user")).isEqualTo(2);
    }

    @Test
    void what_the_stack_was_deployed_with_nobody_has_to_say() {
        assertThat(run("audit", "--fresh"))
                .as("there is no document under the usual name")
                .isOne();
        world.aws()
                .deployed(
                        world.stack().name(),
                        Map.of("SettingsParameter", world.installation().settingsParameter()),
                        Map.of("LinkTable", world.stack().linkTable()));
        assertThat(run("audit", "--fresh", "--stack", world.stack().name())).isIn(0, 10, 20);
    }

    private UserMap remembered(String user) {
        Credentials operator = world.aws().operator("you");
        AwsAccess access = new AwsAccess(
                        SimulatedAws.REGION, Optional.of(world.aws().url()), Optional.empty())
                .with(new AwsAccess.Keys(operator.accessKeyId(), operator.secretAccessKey(), operator.sessionToken()));
        UserMap map = aws(access).userMap(world.stack().userTable());
        map.remember(
                new ChatUser(Platform.SLACK, AcmeWorkspace.TEAM, user),
                new UserMap.Entry(
                        new Identity.Known(new PlatformUser(new SysId("1".repeat(32)), "Alice Archer", EMAIL)), EMAIL));
        return map;
    }

    private Aws aws(AwsAccess access) {
        Aws there = new Aws(access, clock);
        opened.add(there);
        return there;
    }

    @Test
    void what_is_remembered_of_a_person_is_shown_and_forgotten_at_once() {
        UserMap map = remembered(AcmeWorkspace.ALICE);
        assertThat(run("user", "show", "Alice@ACME.example")).as(text(errors)).isZero();
        assertThat(text(out))
                .startsWith("slack T01ACME " + AcmeWorkspace.ALICE + ": Alice Archer in ServiceNow (1111")
                .contains(", until ");
        assertThat(run("user", "forget", EMAIL)).isZero();
        assertThat(text(out)).isEqualTo("1 entry is forgotten. What this cannot reach is said in docs/retention.md.\n");
        assertThat(map.find(new ChatUser(Platform.SLACK, AcmeWorkspace.TEAM, AcmeWorkspace.ALICE)))
                .isEmpty();
        assertThat(run("user", "show", EMAIL)).isZero();
        assertThat(text(out)).isEqualTo("nothing is remembered under this address\n");
        assertThat(run("user", "forget", EMAIL)).isZero();
    }

    @Test
    void what_chat_showed_of_a_person_is_shown_too_also_where_they_were_only_mentioned() {
        UserMap map = remembered(AcmeWorkspace.ALICE);
        ChatUser mentioned = new ChatUser(Platform.SLACK, AcmeWorkspace.TEAM, "U01TWIN");
        map.rememberSeen(mentioned, EMAIL, new UserMap.Seen("Alice in chat", Member.Standing.GUEST));
        assertThat(run("user", "show", EMAIL)).as(text(errors)).isZero();
        assertThat(text(out)).contains("U01TWIN: not looked up in ServiceNow, in chat Alice in chat (guest), until ");
        assertThat(run("user", "forget", EMAIL)).isZero();
        assertThat(text(out)).startsWith("2 entries are forgotten.");
        assertThat(map.named(mentioned)).isEmpty();
    }

    private static String text(ByteArrayOutputStream written) {
        return written.toString(StandardCharsets.UTF_8);
    }

    private int run(String... arguments) {
        Map<String, String> environment =
                world.aws().operator("you").environment(world.aws().url());
        out.reset();
        errors.reset();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream said = new PrintStream(errors, true, StandardCharsets.UTF_8);
        Surroundings around = new Surroundings(print, said, environment, new Typed(), clock);
        return new Belay(print, Template::ofCheckout, around).run(List.of(arguments));
    }
}
