package dev.belay.teams.protocol;

/** A proved activity that Teams would not have written so. */
public final class MalformedActivity extends Exception {
    MalformedActivity(String what) {
        super(what);
    }
}
