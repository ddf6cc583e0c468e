package dev.belay.simulator.teams.app;

/** The two kinds of buttons that reach the app. */
public enum Button {
    /** {@code Action.Execute}: an invoke, answered at once. */
    EXECUTE("Action.Execute"),
    /** {@code Action.Submit}, by itself or as the fallback of an Execute: a message with a {@code value}. */
    SUBMIT("Action.Submit");

    private final String type;

    Button(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }
}
