package dev.belay.simulator.pagerduty.account;

import java.time.Clock;
import java.util.List;

/** The account that {@code ./belay local} begins with: Acme's people, two services, and who is on call for them. */
public final class AcmeAccount {
    public static final String TOKEN = "local-acme-pagerduty";
    public static final String ALICE = "PALICE1";
    public static final String BOB = "PBOB001";
    public static final String CAROL = "PCAROL1";
    public static final String DAVE = "PDAVE01";

    /** Belay's own user, whose address goes into {@code From}. */
    public static final String BELAY = "PBELAY1";

    public static final String BELAY_EMAIL = "belay@acme.example";

    /** Where Belay opens incidents; {@link #ON_CALL} is paged. */
    public static final String SERVICE = "PMAJOR1";

    /** Bob is on call. */
    public static final String ON_CALL = "PONCALL";

    /** Carol and Dave are on call. */
    public static final String DATABASES = "PDBTEAM";

    private AcmeAccount() {}

    /** A new one. */
    public static Account open(Clock clock) {
        Account acme = new Account(clock);
        acme.token(TOKEN, Account.Access.FULL);
        acme.add(new User(ALICE, "Alice Archer", "alice@acme.example"));
        acme.add(new User(BOB, "Bob Baker", "bob@acme.example"));
        acme.add(new User(CAROL, "Carol Carter", "carol@acme.example"));
        acme.add(new User(DAVE, "Dave Dyer", "dave@acme.example"));
        acme.add(new User(BELAY, "Belay", BELAY_EMAIL));
        acme.add(new EscalationPolicy(ON_CALL, "Major incidents", List.of(BOB)));
        acme.add(new EscalationPolicy(DATABASES, "Databases", List.of(CAROL, DAVE)));
        acme.add(new Service(SERVICE, "Major incidents", ON_CALL, Service.Standing.ENABLED));
        return acme;
    }
}
