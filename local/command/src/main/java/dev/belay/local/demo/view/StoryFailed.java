package dev.belay.local.demo.view;

/** A state that was read back is not what the story says it is. */
public final class StoryFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoryFailed(String what) {
        super(what);
    }
}
