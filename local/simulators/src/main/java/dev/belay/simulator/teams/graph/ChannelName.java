package dev.belay.simulator.teams.graph;

import dev.belay.simulator.teams.tenant.Team;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a channel may be called (learn.microsoft.com/microsoftteams/limits-specifications-teams, channel names). */
final class ChannelName {
    private static final int MOST = 50;
    private static final Pattern FORBIDDEN = Pattern.compile("[~#%&*{}/\\\\:<>?+|'\"\\x00-\\x1f\\x80-\\x9f]");
    private static final Pattern RESERVED =
            Pattern.compile("(forms|con|conin\\$|conout\\$|prn|aux|nul|com[0-9]|lpt[0-9]|desktop\\.ini)");
    private static final Set<String> EDGES = Set.of("_", ".");

    private ChannelName() {}

    /** Refuses a name that Teams does not take, or that a channel of the team has, even a deleted one. */
    static void check(String name, Team team, String except) {
        if (name.isBlank()) {
            throw GraphErrors.badRequest("Channel name must not be empty.");
        }
        if (name.length() > MOST) {
            throw GraphErrors.badRequest("Channel name is longer than " + MOST + " characters.");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (FORBIDDEN.matcher(name).find()
                || RESERVED.matcher(lower).matches()
                || lower.contains("_vti_")
                || EDGES.contains(name.substring(0, 1))
                || name.endsWith(".")
                || !name.equals(name.strip())) {
            throw GraphErrors.badRequest("Channel name contains characters that are not allowed.");
        }
        boolean taken = team.counted().stream()
                .filter(channel -> !channel.id().equals(except))
                .anyMatch(channel -> channel.name().toLowerCase(Locale.ROOT).equals(lower));
        if (taken) {
            throw GraphErrors.nameTaken();
        }
    }
}
