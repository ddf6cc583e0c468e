package dev.belay.local.demo;

import dev.belay.local.world.PassingClock;
import dev.belay.local.world.Running;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;

/** The stories, in the order in which they are played. */
public final class Stories {
    private static final List<Story> ALL = List.of(new MainStory(), new RefusalsStory(), new RedeliveryStory());

    private Stories() {}

    /** A line for each story: its name, and what it tells. */
    public static List<String> list() {
        return ALL.stream()
                .map(story -> String.format("%-12s %s", story.name(), story.about()))
                .toList();
    }

    /** The first of these names that no story has. */
    public static Optional<String> unknown(List<String> names) {
        return names.stream()
                .filter(name -> ALL.stream().noneMatch(story -> story.name().equals(name)))
                .findFirst();
    }

    /**
     * Plays the named stories, or all where none is named.
     *
     * @param clock the clock that the running world lives by
     * @return whether every state that was read back was right
     */
    public static boolean play(List<String> names, Running running, PassingClock clock, PrintStream out) {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            Stage stage = new Stage(running.world(), clock, new Teller(out), http);
            boolean right = true;
            for (Story story : ALL) {
                right &= !(names.isEmpty() || names.contains(story.name())) || played(story, stage, out);
            }
            return right;
        }
    }

    private static boolean played(Story story, Stage stage, PrintStream out) {
        out.println(story.name() + ": " + story.about());
        try {
            story.play(stage);
            out.println("  right, every state read back\n");
            return true;
        } catch (StoryFailed | UncheckedIOException e) {
            out.println("  WRONG: " + e.getMessage() + "\n");
            return false;
        }
    }
}
