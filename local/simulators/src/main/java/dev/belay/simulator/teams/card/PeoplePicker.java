package dev.belay.simulator.teams.card;

import com.grack.nanojson.JsonObject;

/** A choice among people (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker). */
public final class PeoplePicker {
    private static final String ALL = "graph.microsoft.com/users";
    private static final String HERE = ALL + "?scope=currentContext";

    private PeoplePicker() {}

    static boolean isPeople(JsonObject query) {
        String dataset = query.getString("dataset", "");
        return dataset.equals(ALL) || dataset.equals(HERE);
    }

    /** Whether an input lets one choose people. */
    public static boolean is(JsonObject input) {
        return isPeople(input.getObject("choices.data", new JsonObject()));
    }

    /** Whether it offers only those who are in the conversation. */
    public static boolean isOfConversation(JsonObject input) {
        return HERE.equals(input.getObject("choices.data", new JsonObject()).getString("dataset"));
    }
}
