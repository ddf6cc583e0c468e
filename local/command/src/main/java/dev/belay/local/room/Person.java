package dev.belay.local.room;

import java.util.Locale;

/** Somebody in a story, whatever a chat platform knows them as. */
public enum Person {
    ALICE("Alice Archer"),
    BOB("Bob Baker"),
    CAROL("Carol, who lacks the role"),
    DAVE("Dave, whom ServiceNow does not know"),
    ERIN("Erin, whom ServiceNow knows twice"),
    GUEST("a guest"),
    STRANGER("somebody of another organisation");

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
