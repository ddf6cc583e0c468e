package dev.belay.simulator.teams;

import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.Person.Kind;
import dev.belay.simulator.teams.tenant.Team;
import dev.belay.simulator.teams.tenant.TeamsApp;
import dev.belay.simulator.teams.tenant.Tenant;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tenant that {@code ./belay local} begins with: Acme's people, the team "Acme Operations" with General, support and
 * belay-operations, and Belay's app. */
public final class AcmeTeams {
    public static final String TENANT = "7f3c2c1e-0b52-4c8e-9d61-aa00ac3e0001";
    /** The tenant of somebody who is not Acme's. */
    public static final String OTHER_TENANT = "9b1d54c7-2f6e-4a0b-8c33-bb00b0e50002";

    /** The team's id in Graph ({@code aadGroupId}). */
    public static final String TEAM = "2c8b7a10-4d3e-4f5a-9b6c-aa00ac3e0010";

    public static final String TEAM_NAME = "Acme Operations";
    /** A second team, for when the first is full. */
    public static final String OVERFLOW_TEAM = "2c8b7a10-4d3e-4f5a-9b6c-aa00ac3e0011";

    /** The General channel, whose thread is the team's id in conversations. */
    public static final String GENERAL = "19:0aacme0general0000000000000000001@thread.tacv2";

    public static final String OVERFLOW_GENERAL = "19:0aacme0general0000000000000000002@thread.tacv2";
    public static final String SUPPORT = "19:0aacme0support0000000000000000001@thread.tacv2";

    /** Where those who run Belay are told of what needs them. */
    public static final String OPERATIONS = "19:0aacme0operations000000000000000001@thread.tacv2";

    /** A shared channel, which somebody of another tenant is in too. */
    public static final String PARTNERS = "19:0aacme0partners000000000000000001@thread.tacv2";

    public static final String ALICE = "5d0c1a00-7e1b-4a52-8f10-aa00ac3e0101";
    public static final String BOB = "5d0c1a00-7e1b-4a52-8f10-aa00ac3e0102";
    public static final String CAROL = "5d0c1a00-7e1b-4a52-8f10-aa00ac3e0103";
    public static final String DAVE = "5d0c1a00-7e1b-4a52-8f10-aa00ac3e0104";
    public static final String ERIN = "5d0c1a00-7e1b-4a52-8f10-aa00ac3e0105";
    public static final String GUEST = "5d0c1a00-7e1b-4a52-8f10-aa00ac3e0201";
    public static final String DEACTIVATED = "5d0c1a00-7e1b-4a52-8f10-aa00ac3e0301";
    public static final String OTHER_BOT = "28:3f6e9d20-1c4b-4e7a-b5d8-aa00ac3e0401";
    public static final String STRANGER = "5d0c1a00-7e1b-4a52-8f10-bb00b0e50501";

    public static final TeamsApp APP = new TeamsApp(
            "6a1f0e5c-3b2d-4c9e-8f70-aa00ac3eb077",
            "belay",
            "local-client-secret-of-the-simulated-teams",
            "b7d1c0de-5a4f-4e3d-9c2b-aa00ac3eca7a");

    /** The permissions that Belay's manifest asks for, each for the team that the app is installed in. */
    public static final List<String> PERMISSIONS = List.of(
            "Channel.Create.Group",
            "ChannelMessage.Read.Group",
            "ChannelSettings.ReadWrite.Group",
            "TeamsTab.ReadWrite.Group");

    /** What no permission for one team alone grants, and an administrator has granted: to archive channels. */
    public static final String ARCHIVING = "ChannelSettings.ReadWrite.All";

    /** What an administrator has granted too: to read and write the files of channels. */
    public static final String FILES = "Sites.ReadWrite.All";

    private AcmeTeams() {}

    /** A new one. */
    public static Tenant open(Clock clock) {
        Tenant acme = new Tenant(TENANT, APP, PERMISSIONS, clock);
        member(acme, ALICE, "alice", "Alice Archer");
        member(acme, BOB, "bob", "Bob Baker");
        member(acme, CAROL, "carol", "Carol Carter");
        member(acme, DAVE, "dave", "Dave Dyer");
        member(acme, ERIN, "erin", "Erin Eastman");
        String guest = "gus_partner.example#EXT#@acme.example";
        acme.add(person(Kind.GUEST, TENANT, GUEST, "Gus Guest", "gus@partner.example", guest));
        acme.add(person(Kind.BOT, TENANT, OTHER_BOT, "Some Robot", "", ""));
        String gone = "gone@acme.example";
        acme.add(person(Kind.MEMBER, TENANT, DEACTIVATED, "Gone Greene", gone, gone)
                .deactivated());
        acme.add(person(Kind.STRANGER, OTHER_TENANT, STRANGER, "Mallory Moore", "", "mallory@other.example"));
        acme.grant(ARCHIVING);
        acme.grant(FILES);
        createTeams(acme);
        return acme;
    }

    private static void createTeams(Tenant acme) {
        Team operations = acme.addTeam(TEAM, GENERAL, TEAM_NAME);
        Team overflow = acme.addTeam(OVERFLOW_TEAM, OVERFLOW_GENERAL, "Acme Operations 2");
        operations.members().addAll(List.of(ALICE, BOB, CAROL, DAVE, ERIN, GUEST, DEACTIVATED));
        overflow.members().addAll(operations.members());
        operations.add(SUPPORT, "support", "", Channel.Kind.STANDARD);
        operations.add(OPERATIONS, "belay-operations", "", Channel.Kind.STANDARD);
        Channel partners = operations.add(PARTNERS, "partners", "", Channel.Kind.SHARED);
        partners.members().addAll(List.of(ALICE, BOB, STRANGER));
        List.of(ALICE, BOB, CAROL, DAVE, ERIN).forEach(person -> acme.personalApp(person, true));
    }

    private static void member(Tenant acme, String id, String name, String realName) {
        String email = name + "@acme.example";
        acme.add(person(Kind.MEMBER, TENANT, id, realName, email, email));
    }

    private static Person person(Kind kind, String tenant, String id, String name, String email, String upn) {
        Optional<String> shown = email.isEmpty() ? Optional.empty() : Optional.of(email);
        return new Person(id, mri(id), tenant, name, shown, upn, kind, false);
    }

    /** What Belay's bot knows a person as: {@code 29:…}; a bot is known by its own id. */
    public static String mri(String id) {
        return id.startsWith("28:") ? id : "29:1" + id.replace("-", "").toUpperCase(Locale.ROOT);
    }
}
