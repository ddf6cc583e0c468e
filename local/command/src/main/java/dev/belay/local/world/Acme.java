package dev.belay.local.world;

import dev.belay.simulator.servicenow.People;
import dev.belay.simulator.servicenow.Person;
import dev.belay.simulator.servicenow.SimulatedServiceNow;
import java.util.List;

/** Acme's people as ServiceNow knows them; {@link dev.belay.simulator.slack.AcmeWorkspace} holds the same people in Slack. */
public final class Acme {
    /** The integration user, who writes what Belay writes. */
    public static final String INTEGRATION_USER = "belay.integration";

    public static final String INSTANCE = "acme";
    /** What the OAuth application proves itself with. */
    public static final String CLIENT_ID = "belay-local-client";

    public static final String CLIENT_SECRET = "local-client-secret-of-the-simulated-servicenow";

    private Acme() {}

    /**
     * Alice and Bob may act, Carol lacks the role, Dave has no user here, Erin has two.
     *
     * @return the sys_id of the group that Carol is on call for
     */
    static String populate(SimulatedServiceNow serviceNow) {
        serviceNow.application(CLIENT_ID, CLIENT_SECRET, INTEGRATION_USER);
        People people = serviceNow.people();
        people.person("Alice Archer", "alice", "alice@acme.example", "itil", "major_incident_manager");
        Person bob = people.person("Bob Baker", "bob", "bob@acme.example", "itil");
        people.inherit(bob, "mim_manager", people.group("Major Incident Management"));
        Person carol = people.person("Carol Carter", "carol", "carol@acme.example", "itil");
        people.person("Erin Eastman", "erin", "erin@acme.example", "itil", "major_incident_manager");
        people.person("Erin E. Eastman", "erin.e", "erin@acme.example", "itil", "major_incident_manager");
        String databases = people.group("Databases");
        serviceNow.onCall().always(databases, List.of(carol.sysId()));
        return databases;
    }
}
