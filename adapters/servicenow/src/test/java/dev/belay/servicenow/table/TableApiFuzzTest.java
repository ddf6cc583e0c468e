package dev.belay.servicenow.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.card.CardAction;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.conversation.Keeping;
import dev.belay.conversation.OpenConversation;
import dev.belay.conversation.Opening;
import dev.belay.conversation.draw.RefreshCard;
import dev.belay.conversation.keep.SetUpChannel;
import dev.belay.conversation.tell.TellOperators;
import dev.belay.conversation.tell.WarnOfChannelQuota;
import dev.belay.dialog.Input;
import dev.belay.event.InMemoryHandledEvents;
import dev.belay.event.Press;
import dev.belay.event.PressedButton;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.fuzz.Enumeration;
import dev.belay.fuzz.FieldMutation;
import dev.belay.health.Counters;
import dev.belay.lease.InMemoryLeases;
import dev.belay.link.ConversationLink;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.link.LinkKey;
import dev.belay.pager.InMemoryPageOrders;
import dev.belay.person.Identities;
import dev.belay.person.InMemoryUserMap;
import dev.belay.person.Members;
import dev.belay.person.Roles;
import dev.belay.platform.ChatContract;
import dev.belay.platform.InMemoryChat;
import dev.belay.press.FinishPress;
import dev.belay.press.Gates;
import dev.belay.press.NamedPeople;
import dev.belay.press.PerformAction;
import dev.belay.press.TellPerson;
import dev.belay.ratelimit.InMemoryRateLimitStore;
import dev.belay.record.InMemoryChronicles;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import dev.belay.servicenow.Incident;
import dev.belay.servicenow.ServiceNowDirectory;
import dev.belay.servicenow.ServiceNowRecords;
import dev.belay.servicenow.StubInstance;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.time.MovedClock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever a field of an answer of the Table API is, a conversation is opened and a press is performed, or there is a true reason
 * why not: never another exception, and never a refusal for a field by which nothing is decided.
 */
final class TableApiFuzzTest {
    private static final RecordRef REF = RecordRef.of("incident", StubInstance.SYS_ID);
    private static final SysId JANE = new SysId("62826bf03710200044e0bfc8bcbe5df1");
    private static final int DOCUMENTS = Enumeration.asked().of(6_000, 600);
    private static final Counters UNCOUNTED = (_, _) -> {};

    /** By these something is decided; a record, user, role or note that does not tell them is refused by name. */
    private static final Set<String> NEEDED = Set.of(
            "incident.sys_id",
            "incident.priority",
            "incident.assigned_to",
            "incident.assignment_group",
            "incident.sys_mod_count",
            "sys_journal_field.element_id",
            "sys_journal_field.element",
            "sys_journal_field.value",
            "sys_journal_field.sys_created_by");

    private final long seed = Enumeration.seed();
    private final Random random = new Random(seed);
    private final StubInstance instance = new StubInstance();
    private final TableApi api = instance.api();
    private final Settings settings = SampleSettings.slack();
    private @Nullable String mutatedTable;
    private String done = "";

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void whatever_a_field_is_a_record_is_opened_or_truly_refused() {
        System.out.println("seed " + seed + ", " + DOCUMENTS + " documents");
        instance.then(this::answer);
        int agreed = 0;
        for (int i = 0; i < DOCUMENTS / 2; i++) {
            mutatedTable = "incident";
            agreed += new Run(i).open() ? 1 : 0;
        }
        assertThat(agreed).as("seed %d", seed).isGreaterThan(DOCUMENTS / 8);
    }

    @Test
    void whatever_a_field_is_a_press_ends_in_what_can_be_told() {
        System.out.println("seed " + seed + ", " + DOCUMENTS + " documents");
        instance.then(this::answer);
        String[] tables = {"incident", "sys_user", "sys_user_has_role"};
        int ended = 0;
        for (int i = 0; i < DOCUMENTS / 2; i++) {
            mutatedTable = null;
            Run run = new Run(i);
            assertThat(run.open()).isTrue();
            mutatedTable = tables[i % tables.length];
            ended += run.press() ? 1 : 0;
        }
        assertThat(ended).as("seed %d", seed).isGreaterThan(DOCUMENTS / 8);
    }

    @Test
    void whatever_a_field_of_a_note_is_it_is_ours_or_not_or_truly_refused() {
        System.out.println("seed " + seed + ", " + DOCUMENTS + " documents");
        instance.then(this::answer);
        mutatedTable = "sys_journal_field";
        ServiceNowRecords records = instance.records(api);
        int told = 0;
        for (int i = 0; i < DOCUMENTS / 2; i++) {
            try {
                assertThat(records.hasNote(REF, new NoteReference("bly-abcdefghijkm")))
                        .as("seed %d, document %d: %s", seed, i, done)
                        .isFalse();
                told++;
            } catch (ExternalFailure e) {
                expectTrue(e, i);
            }
        }
        assertThat(told).as("seed %d", seed).isGreaterThan(DOCUMENTS / 16);
    }

    /** Waiting, not known, or refused for a field that is needed. */
    private void expectTrue(ExternalFailure failure, int number) {
        switch (failure) {
            case Unavailable _, OutcomeUnknown _ -> {}
            case CredentialsRefused e -> fail("seed %d, document %d: %s: %s".formatted(seed, number, done, e));
            case Rejected e ->
                assertThat(NEEDED)
                        .as("seed %d, document %d: %s: %s", seed, number, done, e)
                        .anyMatch(field -> e.said().contains(field));
        }
    }

    private Response answer(Request request) {
        String table = request.path().split("/", -1)[4];
        JsonObject row = row(table);
        if (table.equals(mutatedTable)) {
            done = FieldMutation.change(row, random);
        }
        if (request.path().endsWith(table)) {
            JsonArray rows = new JsonArray();
            rows.add(row);
            return StubInstance.result(JsonWriter.string(rows));
        }
        if (request.method().equals("PATCH") && !table.equals(mutatedTable)) {
            row.put("sys_mod_count", "1");
            row.put("state", "2");
            row.put("assigned_to", JANE.value());
        }
        return StubInstance.result(JsonWriter.string((Map<String, Object>) row));
    }

    private static JsonObject row(String table) {
        return switch (table) {
            case "incident" -> new JsonObject(Incident.opened().fields());
            case "sys_user" ->
                JsonObject.builder()
                        .value("sys_id", JANE.value())
                        .value("name", "Jane Doe")
                        .value("email", "u01full@acme.example")
                        .value("active", "true")
                        .value("locked_out", "false")
                        .done();
            case "sys_user_has_role" ->
                JsonObject.builder()
                        .value("user", JANE.value())
                        .value("user.active", "true")
                        .value("user.locked_out", "false")
                        .value("role.name", "mim_manager")
                        .value("state", "active")
                        .done();
            default ->
                JsonObject.builder()
                        .value("element_id", StubInstance.SYS_ID)
                        .value("element", "work_notes")
                        .value("value", "no note of ours")
                        .value("sys_created_by", "fred")
                        .done();
        };
    }

    /** One record, with everything new but the instance. */
    private final class Run {
        private final int number;
        private final MovedClock clock = MovedClock.at(ChatContract.OPENING);
        private final InMemoryChat chat = new InMemoryChat(clock);
        private final InMemoryConversationLinks links = new InMemoryConversationLinks();
        private final ServiceNowRecords records = instance.records(api);
        private final InMemoryRateLimitStore limits = new InMemoryRateLimitStore(clock);

        private Run(int number) {
            this.number = number;
            done = "";
        }

        private boolean open() {
            TellOperators operators =
                    new TellOperators(Map.of(Platform.SLACK, chat.platform()), limits, UNCOUNTED, clock);
            SetUpChannel setUp = new SetUpChannel(
                    links, records, operators, new WarnOfChannelQuota(operators, UNCOUNTED), UNCOUNTED, clock);
            OpenConversation open = new OpenConversation(
                    new OpenConversation.Tools(records, links, links, links, UNCOUNTED, clock),
                    Keeping.of(links, records, setUp, UNCOUNTED, clock),
                    operators,
                    Keeping.watch(UNCOUNTED, clock),
                    random);
            try {
                return switch (open.open(
                        Keeping.opened(REF, Platform.SLACK, clock), chat.platform(), settings, false)) {
                    case Opening.Agreed(), Opening.Later _ -> true;
                    case Opening.NotWanted _, Opening.RecordMissing _, Opening.Held _, Opening.Refused _ -> false;
                };
            } catch (ExternalFailure e) {
                expectTrue(e, number);
                return false;
            }
        }

        private boolean press() {
            InMemoryHandledEvents events = new InMemoryHandledEvents(links, clock);
            InMemoryLeases leases = new InMemoryLeases(clock);
            PerformAction.Tools tools = new PerformAction.Tools(
                    events,
                    leases,
                    records,
                    links,
                    new InMemoryChronicles(),
                    new InMemoryPageOrders(),
                    Map.of(),
                    UNCOUNTED);
            ServiceNowDirectory directory = new ServiceNowDirectory(api);
            Members members = new Members(clock);
            Identities identities = new Identities(new InMemoryUserMap(clock), directory);
            Gates gates = new Gates(members, links, identities, new Roles(directory, clock), UNCOUNTED);
            NamedPeople people = new NamedPeople(members, identities);
            TellPerson tell = new TellPerson(leases, UNCOUNTED, clock);
            FinishPress finish = new FinishPress(
                    events,
                    records,
                    new RefreshCard(links, records, clock),
                    tell,
                    new FinishPress.Outgoing(_ -> {}, _ -> {}, _ -> {}),
                    UNCOUNTED,
                    clock);
            try {
                new PerformAction(tools, gates, people, finish, clock, random)
                        .perform(press(links), chat.platform(), settings);
                return true;
            } catch (ExternalFailure e) {
                expectTrue(e, number);
                return false;
            }
        }

        private Press press(InMemoryConversationLinks links) {
            ConversationLink.Made link = (ConversationLink.Made)
                    links.find(new LinkKey(REF, Platform.SLACK)).orElseThrow();
            PressedButton button = new PressedButton(
                    REF, CardAction.ACKNOWLEDGE.id(), OptionalLong.of(0), Optional.empty(), Optional.empty());
            return new Press(
                    "press-" + number,
                    "A01BELAY",
                    new ChatUser(Platform.SLACK, InMemoryChat.WORKSPACE, "U01FULL"),
                    Optional.empty(),
                    new Press.Place(
                            link.id().channel(),
                            false,
                            Optional.empty(),
                            link.conversation().card().message()),
                    button,
                    Input.NONE,
                    Optional.empty(),
                    clock.instant());
        }
    }
}
