package dev.belay.simulator.slack;

import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Person;
import dev.belay.simulator.slack.workspace.Person.Kind;
import dev.belay.simulator.slack.workspace.SlackApp;
import dev.belay.simulator.slack.workspace.Workspace;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The workspace that {@code ./belay local} begins with: Acme's people, #general, Belay's bot, #belay-operations, and
 * #support, which is shared with a connected workspace. */
public final class AcmeWorkspace {
    public static final String TEAM = "T01ACME";
    /** A workspace that shares channels with Acme. */
    public static final String CONNECTED_TEAM = "T02OTHER";

    public static final String SUPPORT = "C0SUPPORT";
    public static final String GENERAL = "C0GENERAL";
    /** Where those who run Belay are told of what needs them. */
    public static final String OPERATIONS = "C0BELAYOPS";

    public static final String ALICE = "U01ALICE";
    public static final String BOB = "U01BOB";
    public static final String CAROL = "U01CAROL";
    public static final String DAVE = "U01DAVE";
    public static final String ERIN = "U01ERIN";
    public static final String GUEST = "U01GUEST";
    public static final String SINGLE_CHANNEL_GUEST = "U01SOLO";
    public static final String DEACTIVATED = "U01GONE";
    public static final String OTHER_BOT = "U01ROBOT";
    public static final String STRANGER = "U02MALLORY";
    public static final SlackApp APP = new SlackApp(
            "A01BELAY",
            "belay",
            "U0BELAY",
            "B0BELAY",
            "xoxb-local-acme-belay",
            "local-signing-secret-of-the-simulated-slack",
            "11111111111.22222222222",
            "local-client-secret-of-the-simulated-slack",
            Set.of("/belay"));

    /** The scopes that Belay's manifest asks for. */
    public static final List<String> BOT_SCOPES = List.of(
            "bookmarks:read",
            "bookmarks:write",
            "channels:history",
            "channels:manage",
            "channels:read",
            "chat:write",
            "commands",
            "files:read",
            "files:write",
            "groups:history",
            "groups:read",
            "groups:write",
            "im:write",
            "pins:read",
            "pins:write",
            "reactions:read",
            "usergroups:read",
            "users:read",
            "users:read.email");

    private AcmeWorkspace() {}

    /** A new one. */
    public static Workspace open(Clock clock) {
        Workspace acme = new Workspace(TEAM, "acme", APP, BOT_SCOPES, clock);
        member(acme, ALICE, "alice", "Alice Archer");
        member(acme, BOB, "bob", "Bob Baker");
        member(acme, CAROL, "carol", "Carol Carter");
        member(acme, DAVE, "dave", "Dave Dyer");
        member(acme, ERIN, "erin", "Erin Eastman");
        add(acme, Kind.GUEST, GUEST, "gus", "Gus Guest", "gus@partner.example");
        add(acme, Kind.SINGLE_CHANNEL_GUEST, SINGLE_CHANNEL_GUEST, "solo", "Sol Single", "solo@partner.example");
        add(acme, Kind.BOT, OTHER_BOT, "robot", "Some Robot", "");
        acme.add(Person.of(Kind.MEMBER, TEAM, DEACTIVATED, "gone", "Gone Greene", "gone@acme.example")
                .deactivated());
        acme.add(Person.of(Kind.STRANGER, CONNECTED_TEAM, STRANGER, "mallory", "Mallory Moore", ""));
        createChannels(acme);
        return acme;
    }

    private static void createChannels(Workspace acme) {
        Channel general = acme.createChannel(GENERAL, "general", ALICE, false);
        Channel support = acme.createChannel(SUPPORT, "support", ALICE, false);
        general.members().addAll(List.of(BOB, CAROL, DAVE, ERIN));
        Channel operations = acme.createChannel(OPERATIONS, "belay-operations", ALICE, false);
        support.shareWith(CONNECTED_TEAM);
        operations.members().addAll(List.of(BOB, APP.botUser()));
        support.members().addAll(List.of(BOB, CAROL, DAVE, ERIN, GUEST, SINGLE_CHANNEL_GUEST, STRANGER, APP.botUser()));
    }

    private static void member(Workspace acme, String id, String name, String realName) {
        add(acme, Kind.MEMBER, id, name, realName, name + "@acme.example");
    }

    private static void add(Workspace acme, Kind kind, String id, String name, String realName, String email) {
        acme.add(Person.of(kind, TEAM, id, name, realName, email));
    }
}
