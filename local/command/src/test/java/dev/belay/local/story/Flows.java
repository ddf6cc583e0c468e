package dev.belay.local.story;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.chat.Platform;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room.Press;
import dev.belay.local.room.Room.Told;
import dev.belay.local.story.Backstage.Doing;
import dev.belay.local.story.Backstage.Trouble;
import dev.belay.simulator.http.Outcome;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.servicenow.outage.Failure;
import dev.belay.simulator.servicenow.table.Column;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.app.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that Belay does in answer to what lies in its queues, a flow each. */
final class Flows {
    private static final byte[] FILE = "what is in the file".getBytes(StandardCharsets.UTF_8);
    private static final String POSTMORTEM = "https://wiki.acme.example/postmortem";

    private static final List<Flow> ALL = List.of(
            new Flow("opening a channel for its assignee", 1, bench -> {
                Map<String, String> fields =
                        Map.of("impact", "1", "urgency", "1", "assigned_to", bench.userId(Person.BOB));
                bench.open("incident", fields);
            }),
            new Flow("opening a thread", 1, Flows::thread),
            new Flow("opening without invitation", 1, bench -> {
                operatorsAreTold(bench);
                failsForGood(bench, Doing.INVITE, Trouble.REFUSED);
                bench.open(1, 1, "Checkout down");
            }),
            new Flow("opening once the credential is accepted again", 1, bench -> {
                bench.backstage().signIn(false);
                Flows.thread(bench);
                bench.hintOnce();
                bench.backstage().signIn(true);
                bench.pass(Duration.ofMinutes(6));
            }),
            new Flow("hearing that the token is gone", 1, Set.of(Platform.SLACK), bench -> {
                standing(bench);
                bench.slack().revokeToken();
            }),
            new Flow("promoting before anything is made", 2, bench -> {
                String incident = thread(bench);
                bench.backstage().fail(Doing.POST_CARD, 1, Trouble.LIMITED);
                bench.hintOnce();
                bench.change(incident, Map.of("impact", "1", "urgency", "1"));
            }),
            new Flow(
                    "refreshing a thread",
                    2,
                    bench -> bench.change(standing(bench), "short_description", "Printer jams everywhere")),
            new Flow(
                    "refreshing a channel",
                    2,
                    bench -> bench.change(standingChannel(bench), "short_description", "Checkout down in Europe")),
            new Flow("telling of a change in a channel", 2, bench -> {
                String incident = standingChannel(bench);
                bench.change(incident, Map.of("impact", "2", "urgency", "2", "state", "2"));
            }),
            new Flow("telling of an assignee in a thread", 2, bench -> {
                String incident = standing(bench);
                bench.change(incident, "assigned_to", bench.userId(Person.ALICE));
            }),
            new Flow("calling a group in", 2, bench -> {
                String incident = standingChannel(bench);
                var people = bench.world().serviceNow().people();
                String group = people.group("Database");
                people.join(people.addressed("bob@acme.example").getFirst(), group);
                people.join(people.addressed("carol@acme.example").getFirst(), group);
                people.join(people.person("Finn Fisher", "finn", "finn@acme.example"), group);
                bench.change(incident, "assignment_group", group);
            }),
            new Flow("refreshing a frozen card", 2, bench -> {
                String incident = standing(bench);
                failsForGood(bench, Doing.UPDATE_CARD, Trouble.FROZEN);
                bench.change(incident, "short_description", "Printer jams everywhere");
            }),
            new Flow("refreshing a deleted card", 2, bench -> {
                String incident = standing(bench);
                String support = bench.room().support();
                bench.backstage()
                        .takeAway(support, bench.cardOf(incident, support).id());
                bench.change(incident, "short_description", "Printer jams everywhere");
            }),
            new Flow("promoting a thread", 1, bench -> raise(bench, standing(bench))),
            new Flow("promoting where channels are refused", 1, bench -> {
                operatorsAreTold(bench);
                String incident = standing(bench);
                bench.backstage().forbidChannels(true);
                raise(bench, incident);
            }),
            new Flow("opening where channels are refused", 1, bench -> {
                operatorsAreTold(bench);
                bench.backstage().forbidChannels(true);
                bench.open(1, 1, "Checkout down");
            }),
            new Flow("opening past the cap", 1, bench -> {
                operatorsAreTold(bench);
                bench.world().installation().changeSettings(settings -> settings.put("max_incident_channels", 1));
                standingChannel(bench);
                bench.pass(Bench.GATHERED);
                bench.open(1, 2, "Search down");
            }),
            new Flow("ending a channel", 2, bench -> over(bench, standingChannel(bench), "6")),
            new Flow("ending a thread", 2, bench -> over(bench, standing(bench), "6")),
            new Flow("reminding of a postmortem", 1, bench -> {
                over(bench, standingChannel(bench), "6");
                bench.settle();
                due(bench, Duration.ofDays(4));
            }),
            new Flow("archiving a channel", 1, Set.of(Platform.SLACK), Flows::archiving),
            new Flow("archiving a channel", 2, Set.of(Platform.TEAMS), Flows::archiving), // it is looked at again
            new Flow("reopening a record whose channel is archived", 1, Set.of(Platform.SLACK), Flows::reopening),
            new Flow("reopening a record whose channel is archived", 2, Set.of(Platform.TEAMS), Flows::reopening),
            new Flow("making a deleted channel again", 2, bench -> {
                operatorsAreTold(bench);
                String channel = bench.channelOf(standingChannel(bench)).id();
                bench.backstage().deleteByHand(channel);
            }),
            new Flow("showing a deleted record", 1, bench -> bench.delete(standing(bench))),
            new Flow("hiding a channel that became private", 1, bench -> becomesPrivate(bench, standingChannel(bench))),
            new Flow("hiding a thread that became private", 1, bench -> {
                String incident = standing(bench);
                bench.world()
                        .installation()
                        .changeSettings(settings -> settings.put("dedicated_priorities", JsonArray.from(1, 2, 5)));
                becomesPrivate(bench, incident);
            }),
            new Flow("attaching what was shared in a channel", 1, bench -> {
                String channel = bench.channelOf(standingChannel(bench)).id();
                bench.room().share(Person.ALICE, channel, Optional.empty(), "outage.png", FILE);
            }),
            new Flow("attaching what was shared in a thread", 1, bench -> {
                String support = bench.room().support();
                String root = bench.cardOf(standing(bench), support).id();
                bench.room().share(Person.ALICE, support, Optional.of(root), "outage.png", FILE);
            }),
            new Flow("attaching what was pasted into a message", 1, Set.of(Platform.TEAMS), bench -> {
                String channel = bench.channelOf(standingChannel(bench)).id();
                bench.world().teams().paste(AcmeTeams.ALICE, channel, "", "", List.of(FILE));
            }),
            new Flow("noting what is too large to be attached", 1, bench -> {
                String channel = bench.channelOf(standingChannel(bench)).id();
                smallFiles(bench);
                bench.room().share(Person.ALICE, channel, Optional.empty(), "dump.bin", new byte[(1 << 20) + 1]);
            }),
            new Flow("showing an attachment in a channel", 1, bench -> {
                bench.attach(standingChannel(bench), "report.pdf", FILE);
            }),
            new Flow("showing an attachment in a thread", 1, bench -> {
                bench.attach(standing(bench), "report.pdf", FILE);
            }),
            new Flow("telling of an attachment that is too large", 1, bench -> {
                String incident = standingChannel(bench);
                smallFiles(bench);
                bench.attach(incident, "dump.bin", new byte[(1 << 20) + 1]);
            }),
            new Flow("acknowledging", 3, bench -> pressed(bench, standing(bench), Person.ALICE, "ack")),
            new Flow("taking over", 4, bench -> {
                String incident = standing(bench);
                String support = bench.room().support();
                String card = bench.cardOf(incident, support).id();
                Press late = bench.room().prepare(Person.BOB, support, card, "ack");
                pressed(bench, incident, Person.ALICE, "ack");
                bench.presses();
                accepted(late.send());
                bench.presses();
                Told offer = bench.room().told(Person.BOB).getLast();
                accepted(bench.room().press(Person.BOB, offer.place(), offer.id(), "take-over"));
            }),
            new Flow(
                    "taking over from the card",
                    4,
                    bench -> pressed(bench, acknowledged(bench), Person.BOB, "take-over")),
            new Flow("handing over", 5, bench -> accepted(asked(bench, Person.BOB, Person.CAROL))),
            new Flow("pressing what opens no dialog", 1, Set.of(Platform.SLACK), bench -> {
                bench.backstage().answer("views.open", 503, "");
                accepted(asked(bench, Person.ALICE, Person.BOB));
            }),
            new Flow("accepting a candidate", 3, bench -> {
                String incident = proposed(bench, standingChannel(bench));
                String channel = bench.channelOf(incident).id();
                String card = bench.cardOf(incident, channel).id();
                accepted(bench.room().press(Person.ALICE, channel, card, "accept"));
            }),
            new Flow(
                    "rejecting a candidate",
                    3,
                    bench -> entered(
                            bench,
                            candidate(bench),
                            "reject",
                            Map.of("reason", List.of("One printer is not the company")))),
            new Flow("attaching a postmortem", 3, bench -> {
                String incident = standingChannel(bench);
                String channel = bench.channelOf(incident).id();
                String card = bench.cardOf(incident, channel).id();
                accepted(bench.room()
                        .enter(Person.ALICE, channel, card, "postmortem", Map.of("address", List.of(POSTMORTEM))));
            }),
            new Flow("replacing a postmortem by a command", 3, Set.of(Platform.SLACK), Flows::replacing),
            // in Teams whether a message has files is looked at, a command's too
            new Flow("replacing a postmortem by a command", 4, Set.of(Platform.TEAMS), Flows::replacing),
            new Flow("refusing a command", 1, Set.of(Platform.SLACK), Flows::commandingWhatIsNot),
            new Flow("refusing a command", 2, Set.of(Platform.TEAMS), Flows::commandingWhatIsNot),
            new Flow("paging by a dialog that is sent twice", 5, bench -> {
                Press sent = paging(bench, standing(bench));
                accepted(sent.send());
                bench.pass(Duration.ofSeconds(3));
                accepted(sent.repeat());
            }),
            new Flow("paging more people", 4, bench -> {
                String incident = standing(bench);
                paged(bench, incident);
                bench.presses();
                paged(bench, incident);
            }),
            new Flow("paging by a webhook", 3, bench -> {
                String incident = standing(bench);
                enteredFor(bench, incident, "webhook", Map.of("targets", List.of("network")));
            }),
            new Flow("inviting who is on call", 4, bench -> {
                String incident = standing(bench);
                enteredFor(bench, incident, "on-call", Map.of("targets", List.of(bench.onCallGroup())));
            }),
            new Flow("recording what is said", 3, bench -> {
                String channel = channelWhereAllIsRecorded(bench);
                bench.room().say(Person.ALICE, channel, "", "The database restarts");
                bench.room().say(Person.BOB, channel, "", "Watching it");
                bench.room().say(Person.DAVE, channel, "", "So do I");
                bench.pass(Bench.GATHERED);
                bench.wordOfFiles(); // Teams tells of each message that it may have some
            }),
            new Flow("recording a change and a deletion", 4, bench -> {
                String channel = channelWhereAllIsRecorded(bench);
                String first = bench.room().say(Person.ALICE, channel, "", "It is dwon");
                String second = bench.room().say(Person.BOB, channel, "", "Never mind");
                bench.messages();
                bench.pass(Bench.GATHERED);
                bench.room().edit(Person.ALICE, channel, first, "It is down");
                bench.room().delete(Person.BOB, channel, second);
                bench.room().say(Person.ALICE, channel, "", "Sorry");
                bench.pass(Bench.GATHERED);
                bench.wordOfFiles(); // Teams tells of each message that it may have some
            }),
            new Flow("leaving out what was deleted", 4, bench -> {
                String channel = channelWhereAllIsRecorded(bench);
                String secret = bench.room().say(Person.ALICE, channel, "", "swordfish");
                bench.room().say(Person.BOB, channel, "", "Delete that");
                bench.room().delete(Person.ALICE, channel, secret);
                bench.pass(Bench.GATHERED);
                bench.wordOfFiles(); // Teams tells of each message that it may have some
            }),
            new Flow("recording what was restored", 1, Set.of(Platform.TEAMS), bench -> {
                String channel = channelWhereAllIsRecorded(bench);
                String message = bench.room().say(Person.ALICE, channel, "", "It is down");
                bench.messages();
                bench.room().delete(Person.ALICE, channel, message);
                bench.messages();
                bench.pass(Duration.ofSeconds(1));
                bench.world().teams().undelete(AcmeTeams.ALICE, channel, message);
                bench.pass(Bench.GATHERED);
                bench.wordOfFiles();
            }),
            new Flow("recording a marked message", 2, bench -> {
                String incident = standing(bench);
                String support = bench.room().support();
                String card = bench.cardOf(incident, support).id();
                bench.relay();
                String message = bench.room().say(Person.BOB, support, card, "Paper is out");
                bench.messages();
                accepted(bench.room().mark(Person.CAROL, support, message));
                bench.pass(Bench.GATHERED);
                bench.wordOfFiles(); // Teams tells of each message that it may have some
            }),
            new Flow("telling that a marked message is no record's", 2, bench -> {
                String support = bench.room().support();
                bench.relay();
                String message = bench.room().say(Person.BOB, support, "", "Beside every record");
                bench.messages();
                accepted(bench.room().mark(Person.CAROL, support, message));
                bench.wordOfFiles(); // Teams tells of each message that it may have some
            }),
            new Flow("recording a message by a reaction", 1, Set.of(Platform.SLACK), bench -> {
                String incident = standing(bench);
                String support = bench.room().support();
                String card = bench.cardOf(incident, support).id();
                bench.relay();
                String message = bench.room().say(Person.BOB, support, card, "Paper is out");
                bench.messages();
                bench.room().react(Person.CAROL, support, message);
                bench.pass(Bench.GATHERED);
            }),
            new Flow("recording a message that is pinned", 1, Set.of(Platform.SLACK), bench -> {
                String incident = standing(bench);
                String support = bench.room().support();
                String card = bench.cardOf(incident, support).id();
                bench.relay();
                String message = bench.room().say(Person.BOB, support, card, "Paper is out");
                bench.messages();
                bench.room().pin(Person.CAROL, support, message);
                bench.pass(Bench.GATHERED);
            }),
            new Flow("saying a comment for the customer", 2, bench -> {
                String incident = standingChannel(bench);
                bench.relay();
                bench.world().installation().changeSettings(settings -> settings.getArray("routes")
                        .forEach(route -> ((JsonObject) route)
                                .put(
                                        "recording",
                                        JsonObject.builder()
                                                .value("comments", true)
                                                .done())));
                bench.world().serviceNow().rule().watch("comments");
                bench.pass(Duration.ofMinutes(2));
                bench.changeAs(incident, Map.of("comments", "Dear customer"), "bob");
            }),
            new Flow("saying what was noted", 2, bench -> {
                String incident = standingChannel(bench);
                bench.relay();
                bench.changeAs(incident, Map.of("work_notes", "The vendor looks at it"), "bob");
            }),
            new Flow("refusing a press", 1, bench -> pressed(bench, standing(bench), Person.CAROL, "ack")),
            new Flow("correcting a stale card", 3, bench -> {
                String incident = standing(bench);
                bench.change(incident, "state", "2");
                pressed(bench, incident, Person.ALICE, "ack");
            }),
            new Flow("pressing on a frozen card", 3, bench -> {
                String incident = standing(bench);
                failsForGood(bench, Doing.UPDATE_CARD, Trouble.FROZEN);
                bench.change(incident, "state", "2");
                pressed(bench, incident, Person.ALICE, "ack");
            }),
            new Flow("answering late what was unknown", 5, bench -> {
                String incident = standing(bench);
                bench.world()
                        .serviceNow()
                        .tables()
                        .addColumn(
                                "incident",
                                Column.reference("assigned_to", "sys_user").readOnlyColumn());
                bench.world().serviceNow().outage().next(1, "PATCH incident", new Failure.Dropped(true));
                bench.backstage().fail(Doing.TELL_DIRECTLY, 1, Trouble.DOWN);
                pressed(bench, incident, Person.ALICE, "ack");
            }),
            new Flow("hearing of an archived channel", 2, Set.of(Platform.SLACK), bench -> {
                String channel = bench.channelOf(standingChannel(bench)).id();
                bench.backstage().archiveByHand(channel);
            }),
            new Flow("hearing that the app was taken out of the shared channel", 3, Set.of(Platform.SLACK), bench -> {
                standing(bench);
                operatorsAreTold(bench);
                bench.backstage().removeApp(bench.room().support());
            }),
            new Flow("deleting a channel", 2, Set.of(Platform.TEAMS), bench -> {
                String channel = channelInTeam(bench);
                heard(List.of(bench.world().teams().administration().delete(AcmeTeams.ALICE, channel)));
            }),
            new Flow("restoring a channel", 1, Set.of(Platform.TEAMS), bench -> {
                String channel = channelInTeam(bench);
                heard(List.of(bench.world().teams().administration().delete(AcmeTeams.ALICE, channel)));
                bench.hints();
                heard(List.of(bench.world().teams().administration().restore(AcmeTeams.ALICE, channel)));
            }),
            new Flow("removing the app", 1, Set.of(Platform.TEAMS), bench -> {
                channelInTeam(bench);
                heard(bench.world().teams().administration().remove(AcmeTeams.ALICE, AcmeTeams.TEAM));
            }),
            new Flow("installing the app again", 2, Set.of(Platform.TEAMS), bench -> {
                channelInTeam(bench);
                heard(bench.world().teams().administration().remove(AcmeTeams.ALICE, AcmeTeams.TEAM));
                bench.hints();
                heard(bench.world().teams().administration().install(AcmeTeams.ALICE, AcmeTeams.TEAM));
            }));

    private Flows() {}

    /** With {@code -Dflow=} only that one. */
    static List<Flow> on(Platform platform) {
        String one = System.getProperty("flow", "");
        return ALL.stream()
                .filter(flow -> flow.platforms().contains(platform))
                .filter(flow -> one.isEmpty() || flow.name().equals(one))
                .toList();
    }

    /** On this platform, if it is played there. */
    static Flow named(String name, Platform platform) {
        return ALL.stream()
                .filter(flow -> flow.name().equals(name))
                .max(Comparator.comparing(flow -> flow.platforms().contains(platform)))
                .orElseThrow(() -> new IllegalArgumentException("no flow is called " + name));
    }

    /** What is to be said of it is gathered by the time that anybody hears of it. */
    private static void raise(Bench bench, String incident) {
        bench.change(incident, Map.of("impact", "1", "urgency", "1"));
        bench.pass(Bench.GATHERED);
    }

    private static String archiving(Bench bench) {
        String incident = standingChannel(bench);
        over(bench, incident, "8");
        bench.settle();
        due(bench, Duration.ofDays(8));
        return incident;
    }

    private static void reopening(Bench bench) {
        String incident = archiving(bench);
        bench.settle();
        bench.echoes();
        bench.change(incident, Map.of("state", "2", "active", "true"));
    }

    /** Resolved, closed or cancelled. */
    private static void over(Bench bench, String incident, String state) {
        bench.change(incident, Map.of("state", state, "close_code", "Solved", "close_notes", "Restarted"));
    }

    /** What is due by then is told of, and lies in the queue. */
    private static void due(Bench bench, Duration time) {
        bench.pass(time);
        bench.reconcile();
    }

    private static void failsForGood(Bench bench, Doing doing, Trouble how) {
        bench.backstage().fail(doing, 1_000, how);
    }

    private static String thread(Bench bench) {
        return bench.open(3, 3, "Printer jams");
    }

    private static String standing(Bench bench) {
        String incident = thread(bench);
        bench.hints();
        return incident;
    }

    private static String standingChannel(Bench bench) {
        String incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        return incident;
    }

    private static void smallFiles(Bench bench) {
        bench.world()
                .installation()
                .changeSettings(settings -> settings.put(
                        "files",
                        JsonObject.builder()
                                .value("largest_attachment_mb", 1)
                                .value("largest_in_slack_mb", 1)
                                .value("largest_in_teams_mb", 1)
                                .done()));
    }

    private static String channelWhereAllIsRecorded(Bench bench) {
        String incident = standingChannel(bench);
        bench.relay();
        return bench.channelOf(incident).id();
    }

    private static String channelInTeam(Bench bench) {
        heard(bench.world().teams().administration().install(AcmeTeams.ALICE, AcmeTeams.TEAM));
        return bench.channelOf(standingChannel(bench)).id();
    }

    private static void heard(List<Delivery> told) {
        if (!told.stream().allMatch(Delivery::accepted)) {
            throw new AssertionError("the app did not take what Teams told it: " + told);
        }
    }

    private static String candidate(Bench bench) {
        return proposed(bench, standing(bench));
    }

    private static String proposed(Bench bench, String incident) {
        bench.change(incident, "major_incident_state", "proposed");
        bench.hints();
        return incident;
    }

    /** Alice fills in what a button of the card asks first. */
    private static void entered(Bench bench, String incident, String word, Map<String, List<String>> values) {
        String support = bench.room().support();
        accepted(bench.room()
                .enter(Person.ALICE, support, bench.cardOf(incident, support).id(), word, values));
    }

    private static void pressed(Bench bench, String incident, Person person, String word) {
        String support = bench.room().support();
        String card = bench.cardOf(incident, support).id();
        accepted(bench.room().press(person, support, card, word));
    }

    private static String acknowledged(Bench bench) {
        String incident = standing(bench);
        pressed(bench, incident, Person.ALICE, "ack");
        bench.presses();
        return incident;
    }

    /** What Alice has is handed over by a dialog. */
    private static Outcome asked(Bench bench, Person by, Person to) {
        String support = bench.room().support();
        String card = bench.cardOf(acknowledged(bench), support).id();
        return bench.room()
                .enter(
                        by,
                        support,
                        card,
                        "hand-over",
                        Map.of("to", List.of(bench.room().id(to))));
    }

    private static void replacing(Bench bench) {
        String incident = standingChannel(bench);
        commanded(bench, incident, POSTMORTEM + "/draft");
        bench.settle();
        commanded(bench, incident, POSTMORTEM);
    }

    private static void commandingWhatIsNot(Bench bench) {
        standing(bench);
        accepted(bench.room().ask(Person.ALICE, bench.room().support(), "postmortem INC9999999 " + POSTMORTEM));
    }

    private static void commanded(Bench bench, String incident, String address) {
        String number = bench.incident(incident).value("number");
        accepted(bench.room().ask(Person.ALICE, bench.room().support(), "postmortem " + number + " " + address));
    }

    /** Bob is named, and whoever is on call. */
    private static void paged(Bench bench, String incident) {
        accepted(paging(bench, incident).send());
    }

    private static Press paging(Bench bench, String incident) {
        String support = bench.room().support();
        return bench.room()
                .fillIn(
                        Person.ALICE,
                        support,
                        bench.cardOf(incident, support).id(),
                        "page",
                        Map.of(
                                "people",
                                List.of(bench.room().id(Person.BOB)),
                                "targets",
                                List.of(AcmeAccount.ON_CALL, AcmeAccount.DATABASES),
                                "message",
                                List.of("Printers are down.")));
    }

    /** The same by another pager, which the card has to offer first. */
    private static void enteredFor(Bench bench, String incident, String pager, Map<String, List<String>> values) {
        bench.pageBy(Optional.of(pager));
        bench.change(incident, "short_description", "Printer jams again");
        bench.hints();
        entered(bench, incident, "page", values);
    }

    private static void accepted(Outcome press) {
        if (!press.accepted()) {
            throw new AssertionError("the press was not taken");
        }
    }

    /** The record goes to a group whose records are private in Slack, and so appear nowhere else: Teams has no private channels for us. */
    static void becomesPrivate(Bench bench, String incident) {
        String security = bench.world().serviceNow().people().group("Security");
        bench.world().installation().changeSettings(settings -> {
            if (!settings.has("slack")) {
                settings.put("slack", slackElsewhere());
            }
            JsonObject confidential = JsonObject.builder()
                    .value("table", "incident")
                    .array("priorities", List.of(1, 2, 3, 4, 5))
                    .array("assignment_groups", List.of(security))
                    .value("private", true)
                    .object("slack")
                    .value("workspace_id", AcmeWorkspace.TEAM)
                    .array("responders", List.of(AcmeWorkspace.BOB))
                    .end()
                    .done();
            settings.getArray("routes").add(0, confidential);
        });
        bench.change(incident, "assignment_group", security);
    }

    /** Settings for a Slack that hears of nothing here. */
    private static JsonObject slackElsewhere() {
        return JsonObject.builder()
                .value("app_id", "A01BELAY")
                .array("workspaces", List.of(AcmeWorkspace.TEAM))
                .done();
    }

    static void operatorsAreTold(Bench bench) {
        bench.world().installation().changeSettings(settings -> {
            String platform = bench.room().platform().id();
            JsonObject operations =
                    new JsonObject(settings.getArray("routes").getObject(0).getObject(platform));
            operations.keySet().retainAll(Set.of("workspace_id", "tenant_id", "team_id"));
            operations.put("channel", bench.room().support());
            settings.put(
                    "operations_channel",
                    JsonObject.builder().value(platform, operations).done());
        });
    }
}
