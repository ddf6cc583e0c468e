package dev.belay.simulator.slack.call;

import java.util.Map;

/**
 * A call that was made, for those who count.
 *
 * @param method such as {@code chat.update}, or {@code response_url}
 * @param byApp whether the app made it; otherwise somebody with a token of their own
 * @param arguments what was given, without the token
 * @param outcome {@code ok}, or the error or failure that it met
 */
public record ApiCall(String method, boolean byApp, Map<String, String> arguments, String outcome) {
    @Override
    public String toString() {
        return method + " " + outcome;
    }
}
