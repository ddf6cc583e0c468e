package dev.belay.local.doctor;

/** How bad a finding is, best first. */
enum Verdict {
    /** As it should be. */
    GOOD("good", 0),
    /** It works, and it is hardly meant. */
    WARNING("warning", 4),
    /** Nobody could tell. */
    UNKNOWN("not checked", 3),
    /** Something does not work before a person mends it. */
    WRONG("wrong", 1);

    private final String word;
    private final int exit;

    Verdict(String word, int exit) {
        this.word = word;
        this.exit = exit;
    }

    String word() {
        return word;
    }

    /** What the command exits with where this is the worst. */
    int exit() {
        return exit;
    }
}
