package dev.belay.slack.protocol;

/** A proved request that Slack would not have written so. */
public final class MalformedRequest extends Exception {
    MalformedRequest(String what) {
        super(what);
    }
}
