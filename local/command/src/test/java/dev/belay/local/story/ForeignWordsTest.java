package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.chat.Platform;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.call.Failures;
import dev.belay.simulator.call.HttpFailure;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.servicenow.outage.Failure;
import dev.belay.simulator.servicenow.rest.Call;
import dev.belay.worker.JsonLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever those whom we call say when something is wrong, and whatever a record and its people are called: none of it gets into
 * the log, the metrics or the dead-letter queues. Each call that an opening, a change, a press and a refused press make is
 * answered so once, on each platform.
 */
final class ForeignWordsTest extends OnEachPlatform {
    private static final String PAGER = "pagerduty ";
    private static final String TITLE = "Mailbox of Wilhelmina Quux is read";
    private static final String WORDS = "the caller wilhelmina.quux@acme.example said 'the vault PIN is 471142' with"
            + " xoxb-1111-SECRETSECRET, Bearer eyJhbGciOiJub25lIn0.eyJtYXJrIjoxfQ.c2lnbmVkLW1hcms and AADSTS7000222";

    /** Parts of the above, and of what our own people and secrets are called. */
    private static final List<String> MARKS = List.of(
            "ilhelmina",
            "quux",
            "vault",
            "471142",
            "SECRETSECRET",
            "eyJhbGci",
            "c2lnbmVk",
            "<html",
            "Alice Archer",
            "@acme.example",
            "xoxb-",
            "hooks.slack.com");

    /** How something is said. */
    enum Saying {
        UNAUTHORIZED(401),
        FORBIDDEN(403),
        PAGE(502) {
            @Override
            String body(Supplier<String> refusal) {
                return "<html><title>" + WORDS + "</title></html>";
            }
        },
        CODES_THAT_ARE_NONE(400) {
            @Override
            String body(Supplier<String> refusal) {
                return everywhere();
            }
        };

        /** A refusal, a page, and words where a code should be. */
        private static final Set<Saying> EACH_KIND = EnumSet.of(FORBIDDEN, PAGE, CODES_THAT_ARE_NONE);

        private final int status;

        Saying(int status) {
            this.status = status;
        }

        String body(Supplier<String> refusal) {
            return refusal.get();
        }

        /** What Entra ID cannot say without msal4j's asking again after a second, its own test says. */
        boolean byChat(String call) {
            return !call.contains(" ") && (status < 500 || !call.equals("login.token"));
        }

        boolean byServiceNow(String call) {
            return call.contains(" ") && !isOfAws(call) && !isOfPager(call);
        }

        boolean byPager(String call) {
            return isOfPager(call);
        }

        /** The SDK asks again, after a while, what was broken. */
        boolean byAws(String call) {
            return isOfAws(call) && status < 500;
        }

        private static boolean isOfPager(String call) {
            return call.startsWith(PAGER);
        }

        private static boolean isOfAws(String call) {
            return call.startsWith("dynamodb ") || call.startsWith("ssm ") || call.startsWith("secretsmanager ");
        }

        private static String everywhere() {
            return JsonWriter.string(JsonObject.builder()
                    .value("error", WORDS)
                    .value("error_description", WORDS)
                    .value("code", WORDS)
                    .value("message", WORDS)
                    .value("__type", WORDS)
                    .value("result", WORDS)
                    .done());
        }
    }

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private final Logger root = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("dev.belay");
    private List<Handler> before = List.of();
    private Level level = Level.INFO;

    @BeforeEach
    void all_is_written_down() {
        before = List.of(root.getHandlers());
        level = root.getLevel();
        printed.reset();
        JsonLog.install(out, "story");
        bench.world().installation().printTo(out);
    }

    @AfterEach
    void nothing_is_written_down_any_more() {
        List.of(root.getHandlers()).forEach(root::removeHandler);
        before.forEach(root::addHandler);
        root.setLevel(level);
        ours.setLevel(null);
    }

    @Test
    void whatever_is_said_not_a_word_of_it_is_kept() {
        bench.world().installation().changeSettings(settings -> settings.put("press_expires_after_seconds", 86_400));
        learnTheCalls();
        Set<String> hit = new TreeSet<>();
        for (Saying saying : Saying.EACH_KIND) {
            hit.addAll(told(saying, Saying::byChat));
            hit.addAll(told(saying, Saying::byServiceNow));
            hit.addAll(told(saying, Saying::byPager));
            hit.addAll(told(saying, Saying::byAws));
        }
        assertThat(hit).as("calls that were answered so").containsAll(learnt);
        expectNoMark();
    }

    /** A record's whole life, while those of one system say this to each call once. */
    private Set<String> told(Saying saying, BiPredicate<Saying, String> whose) {
        Set<String> hit = new TreeSet<>();
        String incident = bench.open(1, 1, TITLE);
        hit.addAll(during(saying, whose, bench::hintOnce));
        settle();
        Room.Place place = placeOf(incident, saying);
        String card = place.cards().getFirst().id();
        for (Person person : List.of(Person.DAVE, Person.ALICE)) {
            press(person, place.id(), card);
            hit.addAll(during(saying, whose, this::pressAndHintOnce));
            settle();
        }
        for (int page = 0; page < 2; page++) {
            hit.addAll(during(saying, whose, () -> page(place.id(), card), this::pressAndHintOnce));
            settle();
        }
        bench.change(incident, "short_description", TITLE + " again");
        hit.addAll(during(saying, whose, bench::hintOnce));
        settle();
        return hit;
    }

    private Room.Place placeOf(String incident, Saying saying) {
        return bench.room().channels().stream()
                .filter(place ->
                        place.cards().stream().anyMatch(card -> card.content().contains(incident)))
                .findFirst()
                .or(() -> shared(incident))
                .orElseThrow(() -> new AssertionError(incident + " has no conversation after " + saying + ": "
                        + bench.waiting() + " messages wait, set aside are " + setAside()));
    }

    /** Where no channel could be made. */
    private Optional<Room.Place> shared(String incident) {
        String support = bench.room().support();
        List<Room.Card> cards = bench.room().cards(support);
        return cards.stream().anyMatch(card -> card.content().contains(incident))
                ? Optional.of(new Room.Place(support, "support", cards))
                : Optional.empty();
    }

    @Test
    void what_is_set_aside_after_hours_is_set_aside_without_a_word_of_it() {
        bench.poison();
        refusedForHours(Saying.FORBIDDEN, "GET incident");
        assertThat(setAside()).isNotEmpty();
        expectNoMark();
    }

    @ParameterizedTest
    @EnumSource(
            value = Saying.class,
            names = {"FORBIDDEN", "UNAUTHORIZED"})
    void what_waits_for_a_credential_waits_without_a_word_of_it(Saying saying) {
        refusedForHours(saying, Failures.ANY);
        assertThat(setAside()).isEmpty();
        expectNoMark();
    }

    private void refusedForHours(Saying saying, String of) {
        String incident = bench.open(1, 1, TITLE);
        bench.hints();
        String channel = bench.channelOf(incident).id();
        bench.open(1, 1, TITLE + " again");
        press(Person.ALICE, channel, bench.cardOf(incident, channel).id());
        for (int hour = 0; hour < 8; hour++) {
            for (int call = 0; call < 40; call++) {
                serviceNow(saying, of);
            }
            bench.hintOnce();
            bench.pressOnce();
            bench.pass(Duration.ofHours(1));
        }
        heal();
        bench.hintOnce();
    }

    private final Set<String> learnt = new TreeSet<>();

    private int pressAndHintOnce() {
        return bench.pressOnce() + bench.hintOnce();
    }

    /** What an opening, a change, two presses and two pages ask for when all is well. */
    private void learnTheCalls() {
        learnt.clear();
        bench.backstage().forgetCalls();
        bench.world().serviceNow().forgetCalls();
        String incident = bench.open(1, 1, "A first one");
        aws.forgetCalls();
        bench.hints();
        String channel = bench.channelOf(incident).id();
        press(Person.DAVE, channel, bench.cardOf(incident, channel).id());
        press(Person.ALICE, channel, bench.cardOf(incident, channel).id());
        bench.presses();
        bench.world().pagerDuty().forgetCalls();
        for (int page = 0; page < 2; page++) {
            page(channel, bench.cardOf(incident, channel).id());
            bench.presses();
        }
        bench.change(incident, "short_description", "A first one, changed");
        bench.hints();
        bench.backstage().calls().stream()
                .filter(call -> !call.startsWith("openid.") && !call.equals("response_url"))
                .forEach(learnt::add);
        bench.world().serviceNow().calls().stream().map(Call::name).forEach(learnt::add);
        bench.world().pagerDuty().calls().stream()
                .map(call -> PAGER + call.operation())
                .forEach(learnt::add);
        aws.calls().stream()
                .filter(call -> call.function() && !call.service().equals("sqs"))
                .map(call -> call.name())
                .forEach(learnt::add);
    }

    /** Delivers until nothing waits any more, or for long enough, while each call is answered so once. */
    private Set<String> during(Saying saying, BiPredicate<Saying, String> whose, Supplier<Integer> delivery) {
        return during(saying, whose, () -> {}, delivery);
    }

    private Set<String> during(
            Saying saying, BiPredicate<Saying, String> whose, Runnable first, Supplier<Integer> delivery) {
        learnt.stream().filter(call -> whose.test(saying, call)).forEach(call -> plan(saying, call));
        if (platform == Platform.TEAMS && whose.test(saying, "login.token")) {
            bench.backstage().answer("login.token", saying.status, saying.body(ForeignWordsTest::entra));
        }
        Set<String> told = planned();
        first.run();
        for (int deliveries = 0; deliveries < 24 && bench.waiting() > 0; deliveries++) {
            var _ = delivery.get();
            bench.pass(Bench.REDELIVERY);
        }
        told.removeAll(planned());
        heal();
        return told;
    }

    private void settle() {
        for (int deliveries = 0; deliveries < 24 && bench.waiting() > 0; deliveries++) {
            bench.hintOnce();
            bench.pressOnce();
            bench.pass(Bench.REDELIVERY);
        }
        bench.echoes();
    }

    private void plan(Saying saying, String call) {
        if (Saying.isOfAws(call)) {
            aws.failures()
                    .next(
                            call,
                            1,
                            Response.text(
                                    saying.status, "application/x-amz-json-1.0", saying.body(ForeignWordsTest::aws)));
        } else if (Saying.isOfPager(call)) {
            bench.world()
                    .pagerDuty()
                    .failing()
                    .next(1, call.substring(PAGER.length()), new HttpFailure.Answered(answer(saying)));
        } else if (call.contains(" ")) {
            serviceNow(saying, call);
        } else {
            bench.backstage().answer(call, saying.status, saying.body(() -> bench.backstage()
                    .refusal(WORDS)));
        }
    }

    private void serviceNow(Saying saying, String call) {
        bench.world().serviceNow().outage().next(1, call, new Failure.Answered(answer(saying)));
    }

    private static Response answer(Saying saying) {
        String body = saying.body(ForeignWordsTest::serviceNow);
        return body.startsWith("{") ? Response.json(saying.status, body) : Response.html(saying.status, body);
    }

    private Set<String> planned() {
        Set<String> planned = new TreeSet<>(bench.backstage().planned());
        planned.addAll(aws.failures().planned().keySet());
        planned.addAll(bench.world().serviceNow().outage().failures().planned().keySet());
        bench.world().pagerDuty().failing().failures().planned().keySet().forEach(call -> planned.add(PAGER + call));
        return planned;
    }

    private void heal() {
        bench.backstage().failNoMore();
        aws.failures().clear();
        bench.world().serviceNow().outage().failures().clear();
        bench.world().pagerDuty().failing().failures().clear();
    }

    /** Where the door cannot take it, since AWS says no, it is pressed again. */
    private void page(String channel, String card) {
        boolean taken = false;
        for (int presses = 0; presses < 8 && !taken; presses++) {
            taken = bench.room()
                    .enter(
                            Person.ALICE,
                            channel,
                            card,
                            "page",
                            Map.of("targets", List.of(AcmeAccount.ON_CALL), "message", List.of(WORDS)))
                    .accepted();
            bench.pass(taken ? Duration.ZERO : Duration.ofMinutes(1));
        }
        assertThat(taken).isTrue();
    }

    private void press(Person person, String channel, String card) {
        assertThat(bench.room().press(person, channel, card, "ack").accepted()).isTrue();
    }

    private void expectNoMark() {
        String all = printed.toString(StandardCharsets.UTF_8);
        assertThat(all).as("it was written down").contains("\"service\":\"story\"", "\"_aws\"");
        assertThat(all.lines().filter(ForeignWordsTest::bearsMark)).isEmpty();
        assertThat(setAside().stream().filter(ForeignWordsTest::bearsMark)).isEmpty();
    }

    private static boolean bearsMark(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return MARKS.stream().anyMatch(mark -> lower.contains(mark.toLowerCase(Locale.ROOT)));
    }

    private List<String> setAside() {
        Stack stack = bench.world().stack();
        return List.of(
                        stack.recordsDeadLetters(bench.room().platform().id()),
                        stack.actionsDeadLetters(bench.room().platform().id()))
                .stream()
                .map(this::messages)
                .flatMap(all -> all.stream())
                .map(String::valueOf)
                .toList();
    }

    /** They stay where they are, and can be read again at once. */
    private JsonArray messages(String queue) {
        return aws.client("tester")
                .call(
                        "sqs",
                        "ReceiveMessage",
                        JsonObject.builder()
                                .value("QueueUrl", Stack.queueUrl(aws, queue))
                                .value("MaxNumberOfMessages", 10)
                                .value("VisibilityTimeout", 0)
                                .array("MessageAttributeNames", List.of("All"))
                                .done())
                .getArray("Messages", new JsonArray());
    }

    private static String serviceNow() {
        return JsonWriter.string(JsonObject.builder()
                .object("error")
                .value("message", "Operation Failed: " + WORDS)
                .value("detail", WORDS)
                .end()
                .value("error_description", WORDS)
                .value("status", "failure")
                .done());
    }

    private static String aws() {
        return JsonWriter.string(Map.of(
                "__type",
                "com.amazonaws.dynamodb.v20120810#AccessDeniedException",
                "message",
                WORDS,
                "Message",
                WORDS));
    }

    private static String entra() {
        return JsonWriter.string(Map.of(
                "error",
                "invalid_client",
                "error_description",
                "AADSTS7000215: " + WORDS,
                "trace_id",
                WORDS,
                "correlation_id",
                WORDS));
    }
}
