package dev.belay.local.room;

import java.util.Locale;

/** Somebody in a story, whatever a chat platform knows them as. */
public enum Person {
    ALICE("Alice Archer"),
    BOB("Bob Baker"),
    CAROL("Carol, without the role,"),
    DAVE("Dave, not a user in ServiceNow,"),
    ERIN("Erin, twice a user in ServiceNow,"),
    GUEST("a guest"),
    STRANGER("somebody of another organization");

    private final String called;

    Person(String called) {
        this.called = called;
    }

    /** The name, or what makes them who they are. */
    public String called() {
        return called;
    }

    /** The {@code user_name} in ServiceNow. */
    public String userName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
