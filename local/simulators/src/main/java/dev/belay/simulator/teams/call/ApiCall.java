package dev.belay.simulator.teams.call;

/**
 * A call that was made, for those who count.
 *
 * @param operation such as {@code connector.updateActivity} or {@code graph.createChannel}
 * @param method the HTTP method
 * @param path the decoded path, without the query
 * @param body what was sent, where it is JSON; empty otherwise, as where the app signs in
 * @param outcome {@code ok}, or the code of the error or the failure that it met
 */
public record ApiCall(String operation, String method, String path, String body, String outcome) {
    @Override
    public String toString() {
        return operation + " " + outcome;
    }
}
