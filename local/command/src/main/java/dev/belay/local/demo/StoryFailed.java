package dev.belay.local.demo;

/** A state that was read back is not what the story says it is. */
final class StoryFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoryFailed(String what) {
        super(what);
    }
}
