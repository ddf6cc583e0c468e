package dev.belay.local.demo.stage;

import dev.belay.local.demo.view.StoryFailed;

/** One story. */
public interface Story {
    /** The word that plays it. */
    String name();

    /** What it tells, in a line. */
    String about();

    /**
     * Plays it.
     *
     * @throws StoryFailed when a state that is read back is wrong
     */
    void play(Stage stage);
}
