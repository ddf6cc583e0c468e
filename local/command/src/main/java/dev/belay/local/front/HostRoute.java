package dev.belay.local.front;

import java.net.URI;

/**
 * Where requests to a host go. Of several routes of one host, the first whose beginning fits counts.
 *
 * @param host such as {@code graph.microsoft.com}
 * @param from what the path begins with, with a slash at both ends, or the whole path
 * @param to what stands in its place
 */
public record HostRoute(String host, String from, URI to) {
    /** All of a host, with its paths as they are. */
    public static HostRoute all(String host, URI to) {
        return new HostRoute(host, "/", URI.create(to + "/"));
    }

    boolean fits(String otherHost, String path) {
        return host.equalsIgnoreCase(otherHost) && path.startsWith(from);
    }

    /**
     * Where such a request goes.
     *
     * @param rawQuery the query as it was sent, or empty
     */
    URI target(String rawPath, String rawQuery) {
        String query = rawQuery.isEmpty() ? "" : "?" + rawQuery;
        return URI.create(to + rawPath.substring(from.length()) + query);
    }
}
