package dev.belay.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.aws.Aws;
import dev.belay.aws.AwsAccess;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.chat.PostedCard;
import dev.belay.chat.ReplyAddress;
import dev.belay.fuzz.Enumeration;
import dev.belay.link.Conversation;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkKey;
import dev.belay.link.NewClaim;
import dev.belay.link.Placement;
import dev.belay.local.audit.AuditCommand;
import dev.belay.local.secrets.Surroundings;
import dev.belay.local.world.Running;
import dev.belay.local.world.World;
import dev.belay.record.RecordRef;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Written;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.workspace.Content;
import dev.belay.simulator.slack.workspace.Message;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.tenant.Tab;
import dev.belay.simulator.teams.tenant.Team;
import dev.belay.simulator.time.PassingClock;
import dev.belay.team.Installation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The bar: 50,000 channels of a platform (a tenth of them in a narrow run), 200 of them linked and 100 bound by their names alone, are audited within its rate limits, by
 * time that passes in the simulators alone.
 */
final class AuditBarTest {
    private static final int ALL = Enumeration.asked().of(50_000, 5_000);
    private static final int LINKED = 200;
    private static final int NAMED = 100;

    private final PassingClock clock = new PassingClock(Clock.systemUTC());
    private final Random random = new Random(20_261_130);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private World world(Platform platform) {
        World world = World.start(
                World.Setup.simulated(clock, new Faults(), Set.of(platform)),
                new Stack("belay-bar", Template.ofCheckout()));
        world.serviceNow().rule().active(false);
        return world;
    }

    /** An incident; of priority 1 where it is to be linked, else of the lowest. */
    private static Row incident(World world, boolean urgent) {
        String level = urgent ? "1" : "3";
        return ((Written.Done) world.serviceNow()
                        .tables()
                        .insert(
                                "incident",
                                Map.of("impact", level, "urgency", level, "short_description", "Slow"),
                                "admin"))
                .row();
    }

    /** Its link, and what its record says of it. */
    private void link(World world, ConversationLinks links, Row incident, Channel channel, String card) {
        RecordRef record = RecordRef.of("incident", incident.sysId());
        Placement placement = new Placement(
                channel.workspace(),
                channel.team().stream().toList(),
                Placement.Kind.DEDICATED,
                channel.name(),
                false,
                "priority 1");
        Claimed claim = new NewClaim(clock, random).on(new LinkKey(record, channel.platform()), placement);
        assertThat(links.claim(claim)).isTrue();
        Conversation conversation = new Conversation(channel, new PostedCard(card, 1), 1, Map.of(), "us");
        assertThat(links.ready(claim.standing(conversation))).isPresent();
        String field = channel.platform() == Platform.SLACK ? "x_belay_chat_slack" : "x_belay_chat_teams";
        world.serviceNow().tables().update("incident", incident.sysId(), Map.of(field, channel.id()), "admin");
    }

    private void populateSlack(World world, Aws aws, int channels) {
        ConversationLinks links = aws.links(world.stack().linkTable(), random);
        for (int i = 0; i < channels; i++) {
            boolean linked = i % (ALL / LINKED) == 0;
            boolean named = i % (ALL / NAMED) == 1;
            Optional<Row> incident = linked || named ? Optional.of(incident(world, linked)) : Optional.empty();
            String name = incident.map(row -> row.value("number").toLowerCase(Locale.ROOT) + "-slow")
                    .orElse("topic-of-team-" + i);
            var made = world.slack()
                    .workspace()
                    .createChannel(name, linked ? AcmeWorkspace.APP.botUser() : AcmeWorkspace.BOB, false);
            if (linked) {
                Channel channel = new Channel(Platform.SLACK, AcmeWorkspace.TEAM, Optional.empty(), made.id(), name);
                link(world, links, incident.orElseThrow(), channel, card(world, made, incident.get()));
            }
        }
    }

    private static String card(World world, dev.belay.simulator.slack.workspace.Channel channel, Row incident) {
        JsonObject payload = new JsonObject();
        payload.put("table", "incident");
        payload.put("sys_id", incident.sysId());
        JsonObject metadata = new JsonObject();
        metadata.put("event_type", "belay_card");
        metadata.put("event_payload", payload);
        String ts = world.slack().workspace().identifiers().timestamp();
        channel.messages()
                .put(
                        ts,
                        new Message(
                                ts,
                                AcmeWorkspace.APP.botUser(),
                                "B01BELAY",
                                AcmeWorkspace.APP.id(),
                                new Content("card", new JsonArray(), metadata),
                                ""));
        return ts;
    }

    private void populateTeams(World world, Aws aws) {
        ConversationLinks links = aws.links(world.stack().linkTable(), random);
        for (int number = 0; number < ALL / 1000; number++) {
            String id = "6f5d1c3a-0000-4000-8000-%012d".formatted(number);
            Team team = world.teams().tenant().addTeam(id, "19:general" + number + "@thread.tacv2", "Team " + number);
            aws.installations(world.stack().linkTable())
                    .put(new Installation(
                            Platform.TEAMS,
                            AcmeTeams.TENANT,
                            id,
                            team.threadId(),
                            new ReplyAddress(world.teams().connectorUrl().toString())));
            for (int i = 1; i < 1000; i++) {
                channel(world, links, team, i);
            }
        }
    }

    private void channel(World world, ConversationLinks links, Team team, int i) {
        boolean linked = i % (ALL / LINKED) == 2;
        boolean named = i % (ALL / NAMED) == 1;
        Optional<Row> incident = linked || named ? Optional.of(incident(world, linked)) : Optional.empty();
        String name = incident.map(row -> row.value("number").toLowerCase(Locale.ROOT) + "-slow")
                .orElse("topic " + i);
        var made = team.create(name, linked ? "[belay:m]" : "", dev.belay.simulator.teams.tenant.Channel.Kind.STANDARD);
        if (linked) {
            JsonObject configuration = new JsonObject();
            configuration.put("entityId", "incident:" + incident.orElseThrow().sysId());
            made.tabs().add(new Tab("tab", "record", AcmeTeams.APP.catalogId(), configuration));
            Channel channel = new Channel(Platform.TEAMS, AcmeTeams.TENANT, Optional.of(team.id()), made.id(), name);
            link(world, links, incident.get(), channel, "1763798400000");
        }
    }

    private Aws operator(World world) {
        Credentials you = world.aws().operator("you");
        return new Aws(
                new AwsAccess(SimulatedAws.REGION, Optional.of(world.aws().url()), Optional.empty())
                        .with(new AwsAccess.Keys(you.accessKeyId(), you.secretAccessKey(), you.sessionToken())),
                clock);
    }

    /** {@code ./belay audit --json}: how long it took, by the clock that its waits pass. */
    private Duration command(World world) {
        Map<String, String> environment =
                world.aws().operator("you").environment(world.aws().url());
        PrintStream print = new PrintStream(out, true, UTF_8);
        PrintStream progress = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        Surroundings around = Surroundings.of(print, progress, environment, clock);
        Instant begun = clock.instant();
        int status = AuditCommand.in(around, clock::pass)
                .execute(
                        "--stack",
                        "belay-bar",
                        "--settings",
                        world.installation().settingsParameter(),
                        "--json");
        assertThat(status)
                .as(out.toString(UTF_8).substring(0, Math.min(2000, out.size())))
                .isEqualTo(20);
        return Duration.between(begun, clock.instant());
    }

    private void assertFound(int channels) throws JsonParserException {
        JsonObject report = JsonParser.object().from(out.toString(UTF_8));
        assertThat(report.getInt("channels")).isEqualTo(channels);
        assertThat(report.getInt("links")).isEqualTo(LINKED);
        assertThat(report.getInt("open_records")).isEqualTo(LINKED);
        assertThat(report.getArray("findings").stream()
                        .map(JsonObject.class::cast)
                        .map(finding -> finding.getString("kind")))
                .hasSize(NAMED)
                .containsOnly("name-bound");
        JsonObject share = (JsonObject) report.getArray("shares").get(0);
        assertThat(share.getInt("percent")).isEqualTo(100);
    }

    @Test
    void slack_s_are_listed_in_little_more_time_than_its_limits_take() throws JsonParserException {
        try (World world = world(Platform.SLACK);
                Aws aws = operator(world)) {
            int before = world.slack().workspace().channels().size();
            populateSlack(world, aws, ALL);
            clock.pass(Duration.ofHours(1));
            Duration took = command(world);
            assertFound(before + ALL);
            Duration least = world.slack().rateLimits().leastTime();
            assertThat(took).as("at least " + least).isLessThan(least.multipliedBy(2));
            assertThat(listings(world, "ok")).isEqualTo((before + ALL + 199) / 200);
            assertThat(listings(world, ""))
                    .as("hardly any limit is met, and never in a row")
                    .isLessThan(300);
        }
    }

    private static long listings(World world, String outcome) {
        return world.slack().calls("conversations.list").stream()
                .filter(call -> outcome.isEmpty() || call.outcome().equals(outcome))
                .count();
    }

    @Test
    void teams_are_listed_within_half_an_hour() throws JsonParserException {
        try (World world = world(Platform.TEAMS);
                Aws aws = operator(world)) {
            int before = world.teams().tenant().teams().stream()
                    .filter(team -> team.hasApp())
                    .mapToInt(team -> team.channels().size())
                    .sum();
            assertThat(before).isPositive();
            populateTeams(world, aws);
            clock.pass(Duration.ofHours(1));
            Duration took = command(world);
            assertFound(ALL);
            assertThat(took).isLessThan(Duration.ofMinutes(30));
        }
    }

    @Test
    void the_scheduled_function_ends_it_in_runs_that_know_nothing_of_one_another() {
        try (World world = world(Platform.SLACK);
                Aws aws = operator(world)) {
            populateSlack(world, aws, ALL / 5);
            clock.pass(Duration.ofHours(1));
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            world.installation().printTo(new PrintStream(printed, true, UTF_8));
            Instant begun = clock.instant();
            while (!printed.toString(UTF_8).contains("\"Kind\":\"name-bound\"")) {
                assertThat(clock.instant()).isBefore(begun.plus(Duration.ofHours(3)));
                Running.audit(world, world.installation().linkAudit());
                clock.pass(Duration.ofMinutes(5));
            }
            assertThat(printed.toString(UTF_8))
                    .containsPattern(Pattern.compile("\"Kind\":\"name-bound\",\"AuditFindings\":" + NAMED / 5 + "\\b"))
                    .contains("\"Kind\":\"incident/1/slack\",\"ConversationShare\":100");
            assertThat(listings(world, "ok"))
                    .isEqualTo((world.slack().workspace().channels().size() + 199) / 200);
        }
    }
}
