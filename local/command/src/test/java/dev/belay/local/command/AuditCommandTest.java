package dev.belay.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.person.Identity;
import dev.belay.person.PlatformUser;
import dev.belay.person.UserMap;
import dev.belay.record.SysId;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.slack.AcmeWorkspace;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bindings are audited and people forgotten from the command line. */
final class AuditCommandTest {
    private static final String EMAIL = "alice@acme.example";

    private final AuditStage stage = new AuditStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void where_all_agrees_it_says_so_and_exits_0() {
        assertThat(stage.audit()).as(stage.errors()).isZero();
        assertThat(stage.out())
                .startsWith("Looked at ")
                .contains(" links and 0 open records")
                .contains("Nothing was found.");
        assertThat(stage.errors()).isEmpty();
    }

    @Test
    void links_that_an_earlier_stack_left_are_read_where_they_are() throws JsonParserException {
        String number = stage.incident();
        stage.bound(number);
        new Stack("earlier", Template.ofCheckout()).createTables(stage.world.aws(), Stack.Expiry.ON);
        stage.world
                .aws()
                .client("deployment")
                .call(
                        "dynamodb",
                        "DeleteTable",
                        JsonObject.builder()
                                .value("TableName", stage.world.stack().linkTable())
                                .done());
        assertThat(stage.audit("--json")).isEqualTo(30);
        assertThat(stage.findings())
                .extracting(finding -> finding.getString("kind"))
                .contains("table-missing");
        assertThat(stage.audit("--json", "--link-table", "earlier-u_chat_conversation_link"))
                .isEqualTo(30);
        assertThat(stage.findings())
                .extracting(finding -> finding.getString("kind"))
                .contains("table-empty")
                .doesNotContain("table-missing");
    }

    @Test
    void what_it_finds_is_told_to_scripts_and_the_worst_is_its_exit_code() throws JsonParserException {
        String number = stage.incident();
        String channel = stage.bound(number);
        assertThat(stage.audit("--json")).as(stage.errors()).isEqualTo(30);
        assertThat(stage.findings())
                .extracting(finding -> finding.getString("kind"))
                .containsExactlyInAnyOrder("table-empty", "no-conversation", "no-conversation", "name-bound");
        assertThat(stage.findings())
                .filteredOn(finding -> finding.getString("kind").equals("name-bound"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.getString("channel")).isEqualTo(channel);
                    assertThat(finding.getString("sys_id")).isEqualTo(stage.sysId(number));
                    assertThat(finding.getString("severity")).isEqualTo("WARNING");
                    assertThat(finding.getString("advice")).contains("--adopt");
                });
        assertThat(JsonParser.object().from(stage.out()).getArray("shares")).hasSize(2);
    }

    @Test
    void a_person_reads_each_kind_with_what_to_do() {
        String number = stage.incident();
        String channel = stage.bound(number);
        assertThat(stage.audit()).isEqualTo(30);
        assertThat(stage.out())
                .contains("incident         priority 1  Slack            0 of 1 (0 %)")
                .contains("WARNING name-bound (1): A channel is bound to a record by its name alone")
                .contains("  * its name speaks of " + number + " in Slack #sev1-" + number.toLowerCase(Locale.ROOT)
                        + " (" + channel + ")");
    }

    @Test
    void what_is_typed_wrongly_or_is_not_there_is_said() {
        assertThat(stage.run("audit", "--reviewed", "x")).isEqualTo(2);
        assertThat(stage.run("audit", "--settings", "/none")).isOne();
        assertThat(stage.errors()).contains("the audit stopped: ");
        assertThat(stage.run("user")).isEqualTo(2);
    }

    @Test
    void what_the_stack_was_deployed_with_nobody_has_to_say() {
        assertThat(stage.run("audit", "--fresh"))
                .as("there is no document under the usual name")
                .isOne();
        stage.world
                .aws()
                .deployed(
                        stage.world.stack().name(),
                        Map.of("SettingsParameter", stage.world.installation().settingsParameter()),
                        Map.of("LinkTable", stage.world.stack().linkTable()));
        assertThat(stage.run("audit", "--fresh", "--stack", stage.world.stack().name()))
                .isIn(0, 10, 20);
    }

    private UserMap remembered(String user) {
        UserMap map = stage.operator().userMap(stage.world.stack().userTable());
        map.remember(
                new ChatUser(Platform.SLACK, AcmeWorkspace.TEAM, user),
                new UserMap.Entry(
                        new Identity.Known(new PlatformUser(new SysId("1".repeat(32)), "Alice Archer", EMAIL)), EMAIL));
        return map;
    }

    @Test
    void what_is_remembered_of_a_person_is_shown_and_forgotten_at_once() {
        UserMap map = remembered(AcmeWorkspace.ALICE);
        assertThat(stage.run("user", "show", "Alice@ACME.example"))
                .as(stage.errors())
                .isZero();
        assertThat(stage.out())
                .startsWith("slack T01ACME " + AcmeWorkspace.ALICE + ": Alice Archer in ServiceNow (1111")
                .contains(", until ");
        assertThat(stage.run("user", "forget", EMAIL)).isZero();
        assertThat(stage.out())
                .isEqualTo("1 entry is forgotten. What this cannot reach is said in docs/retention.md.\n");
        assertThat(map.find(new ChatUser(Platform.SLACK, AcmeWorkspace.TEAM, AcmeWorkspace.ALICE)))
                .isEmpty();
        assertThat(stage.run("user", "show", EMAIL)).isZero();
        assertThat(stage.out()).isEqualTo("nothing is remembered under this address\n");
        assertThat(stage.run("user", "forget", EMAIL)).isZero();
    }

    @Test
    void what_chat_showed_of_a_person_is_shown_too_also_where_they_were_only_mentioned() {
        UserMap map = remembered(AcmeWorkspace.ALICE);
        ChatUser mentioned = new ChatUser(Platform.SLACK, AcmeWorkspace.TEAM, "U01TWIN");
        map.rememberSeen(mentioned, EMAIL, new UserMap.Seen("Alice in chat", Member.Standing.GUEST));
        assertThat(stage.run("user", "show", EMAIL)).as(stage.errors()).isZero();
        assertThat(stage.out()).contains("U01TWIN: not looked up in ServiceNow, in chat Alice in chat (guest), until ");
        assertThat(stage.run("user", "forget", EMAIL)).isZero();
        assertThat(stage.out()).startsWith("2 entries are forgotten.");
        assertThat(map.named(mentioned)).isEmpty();
    }

    @Test
    void of_whom_no_address_is_shown_the_entry_is_named_by_its_chat_user() {
        UserMap map = remembered(AcmeWorkspace.ALICE);
        ChatUser guest = new ChatUser(Platform.SLACK, AcmeWorkspace.TEAM, AcmeWorkspace.GUEST);
        map.remember(guest, new UserMap.Entry(new Identity.Unmapped(), ""));
        assertThat(stage.run("user", "forget", "slack:T01ACME:" + AcmeWorkspace.GUEST))
                .as(stage.errors())
                .isZero();
        assertThat(stage.out()).startsWith("What was kept of this chat user is forgotten.");
        assertThat(map.find(guest)).isEmpty();
        String lower = AcmeWorkspace.ALICE.toLowerCase(Locale.ROOT);
        assertThat(stage.run("user", "forget", "slack:T01ACME:" + lower)).isZero();
        assertThat(stage.out()).isEqualTo("nothing is kept of this chat user: write the ids as the platform does\n");
        assertThat(map.find(new ChatUser(Platform.SLACK, AcmeWorkspace.TEAM, AcmeWorkspace.ALICE)))
                .as("and nobody else")
                .isPresent();
    }
}
