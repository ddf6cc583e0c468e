package dev.belay.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.cardaction.CardActionHandler;
import dev.belay.chat.Platform;
import dev.belay.incidentopened.IncidentOpenedHandler;
import dev.belay.local.room.Person;
import dev.belay.local.secrets.Surroundings;
import dev.belay.local.story.Backstage.Doing;
import dev.belay.local.user.UserCommand;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.servicenow.rest.Call;
import dev.belay.simulator.time.PassingClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What one press costs, counted where its requests arrive. */
@ParameterizedClass
@EnumSource(Platform.class)
final class PressCostTest {
    private final PassingClock clock =
            new PassingClock(InstantSource.fixed(Instant.now().plus(Duration.ofMinutes(2))));
    private final Faults faults = new Faults();
    private final SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();
    private final Bench bench;

    PressCostTest(Platform platform) {
        bench = Bench.beside(aws, faults, clock, platform);
    }

    @BeforeEach
    void the_person_is_in_the_user_map() {
        pressed("First");
        bench.presses();
    }

    @AfterEach
    void all_stops() {
        bench.close();
        aws.close();
    }

    @Test
    void warm_it_is_one_read_one_write_one_update_twelve_requests_to_dynamodb_and_one_hint() {
        CardActionHandler warm = bench.world().installation().cardAction();
        pressed("Second");
        bench.press(warm);
        pressed("Third");
        forget();
        bench.press(warm);
        assertThat(serviceNow()).containsExactly("GET incident", "PATCH incident");
        assertThat(bench.backstage().calls()).hasSize(1);
        assertThat(bench.backstage().count(Doing.UPDATE_CARD)).isOne();
        assertThat(dynamoDb()).isLessThanOrEqualTo(12);
        assertThat(aws.counts("card-action"))
                .as("the hint of what is to be said")
                .containsEntry("sqs SendMessage", 1);
        assertThat(aws.counts("card-action").keySet())
                .allMatch(call -> call.startsWith("dynamodb ") || call.equals("sqs SendMessage"));
        assertThat(bench.waiting()).isOne();
    }

    @Test
    void cold_it_is_one_read_of_the_role_and_one_look_at_the_member_more_and_never_an_e_mail_look_up() {
        pressed("Second");
        forget();
        assertThat(bench.pressOnce()).isOne();
        assertThat(serviceNow())
                .containsExactly("POST oauth_token", "GET sys_user_has_role", "GET incident", "PATCH incident");
        assertThat(bench.backstage().calls()).hasSize(2);
        assertThat(bench.backstage().count(Doing.LOOK_UP)).isOne();
        assertThat(bench.backstage().count(Doing.UPDATE_CARD)).isOne();
        assertThat(dynamoDb()).isLessThanOrEqualTo(12);
    }

    @Test
    void who_was_forgotten_is_looked_up_again_at_the_very_next_press_by_a_function_that_knew_them() {
        CardActionHandler warm = bench.world().installation().cardAction();
        pressed("Second");
        bench.press(warm);
        forgetPerson("Alice@ACME.example");
        pressed("Third");
        forget();
        bench.press(warm);
        assertThat(serviceNow()).containsExactly("GET sys_user", "GET incident", "PATCH incident");
        pressed("Fourth");
        forget();
        bench.press(warm);
        assertThat(serviceNow()).as("and is remembered anew").containsExactly("GET incident", "PATCH incident");
    }

    @Test
    void what_is_said_of_it_is_two_reads_of_the_record_and_one_message() {
        pressed("Second", Map.of("assigned_to", bench.userId(Person.ALICE)));
        bench.pressOnce();
        forget();
        saidByOneFunction();
        assertThat(serviceNow()).containsExactly("POST oauth_token", "GET incident", "GET incident");
        assertThat(bench.backstage().calls()).hasSize(1);
        assertThat(dynamoDb("incident-opened"))
                .as("one is of how credentials stand, in Teams one finds where the team is reached")
                .isLessThanOrEqualTo(10);
        assertThat(bench.waiting()).isZero();
    }

    @Test
    void whoever_it_makes_assignee_is_looked_up_and_brought_in_once_and_no_later_hint_pays_for_it() {
        String incident = pressed("Second");
        bench.pressOnce();
        forget();
        saidByOneFunction();
        assertThat(serviceNow()).containsExactly("POST oauth_token", "GET incident", "GET sys_user", "GET incident");
        assertThat(bench.backstage().calls()).containsExactlyElementsOf(broughtInAndSaid());
        assertThat(dynamoDb("incident-opened"))
                .as("one is of how credentials stand")
                .isLessThanOrEqualTo(12);
        bench.change(incident, "state", "3");
        forget();
        saidByOneFunction();
        assertThat(serviceNow()).containsExactly("POST oauth_token", "GET incident", "GET incident");
        assertThat(bench.backstage().calls())
                .hasSize(2)
                .endsWith(broughtInAndSaid().getLast());
        assertThat(bench.backstage().count(Doing.UPDATE_CARD)).isOne();
        assertThat(bench.waiting()).isZero();
    }

    @Test
    void the_event_of_our_own_write_is_one_read_of_the_record_and_nothing_in_the_chat() {
        pressed("Second");
        bench.pressOnce();
        bench.pass(Bench.GATHERED);
        bench.hintOnce();
        forget();
        bench.echoes();
        assertThat(serviceNow()).containsExactly("POST oauth_token", "GET incident");
        assertThat(bench.backstage().calls()).isEmpty();
        assertThat(dynamoDb("incident-opened")).isLessThanOrEqualTo(4);
        assertThat(bench.waiting()).isZero();
    }

    /** A hint comes twice to one function: what is said is gathered in between. */
    private void saidByOneFunction() {
        IncidentOpenedHandler function = bench.world().installation().incidentOpened();
        assertThat(bench.hint(function)).isOne();
        bench.pass(Bench.GATHERED);
        assertThat(bench.hint(function)).isOne();
    }

    private String pressed(String shortDescription) {
        return pressed(shortDescription, Map.of());
    }

    private String pressed(String shortDescription, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(more);
        fields.putAll(Map.of("impact", "3", "urgency", "3", "short_description", shortDescription));
        String incident = bench.open("incident", fields);
        bench.hints();
        String support = bench.room().support();
        String card = bench.cardOf(incident, support).id();
        assertThat(bench.room().press(Person.ALICE, support, card, "ack").accepted())
                .isTrue();
        return incident;
    }

    /** In Teams whoever is in the team is in the conversation. */
    private List<String> broughtInAndSaid() {
        return switch (bench.room().platform()) {
            case SLACK ->
                List.of("users.lookupByEmail", "conversations.info", "conversations.invite", "chat.postMessage");
            case TEAMS ->
                List.of(
                        "connector.getConversationMember",
                        "connector.getConversationMember",
                        "connector.sendToConversation");
        };
    }

    /** {@code ./belay user forget}. */
    private void forgetPerson(String email) {
        Credentials you = aws.operator("you");
        Map<String, String> environment = new HashMap<>(Map.of(
                "AWS_REGION",
                SimulatedAws.REGION,
                "AWS_ENDPOINT_URL",
                aws.url().toString(),
                "AWS_ACCESS_KEY_ID",
                you.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY",
                you.secretAccessKey()));
        you.sessionToken().ifPresent(token -> environment.put("AWS_SESSION_TOKEN", token));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, UTF_8);
        Surroundings around = Surroundings.of(print, print, environment, clock);
        int status = UserCommand.in(around)
                .execute("forget", email, "--stack", bench.world().stack().name());
        assertThat(status).isZero();
        assertThat(out.toString(UTF_8)).startsWith("1 entry is forgotten.");
    }

    private void forget() {
        aws.forgetCalls();
        bench.backstage().forgetCalls();
        bench.world().serviceNow().forgetCalls();
    }

    private List<String> serviceNow() {
        return bench.world().serviceNow().calls().stream().map(Call::name).toList();
    }

    private int dynamoDb() {
        return dynamoDb("card-action");
    }

    private int dynamoDb(String function) {
        return aws.counts(function).entrySet().stream()
                .filter(call -> call.getKey().startsWith("dynamodb "))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
