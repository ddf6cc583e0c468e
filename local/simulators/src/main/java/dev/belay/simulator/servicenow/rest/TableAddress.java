package dev.belay.simulator.servicenow.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a path of the Table API points at.
 *
 * @param prefix the path up to the table, which names the version
 */
record TableAddress(String prefix, String table, Optional<String> sysId) {
    private static final Pattern PATH = Pattern.compile("(/api/now/(?:v[12]/)?table/)([^/]+)(?:/([^/]+))?/?");

    static Optional<TableAddress> of(String path) {
        Matcher matcher = PATH.matcher(path);
        return matcher.matches()
                ? Optional.of(
                        new TableAddress(matcher.group(1), matcher.group(2), Optional.ofNullable(matcher.group(3))))
                : Optional.empty();
    }

    boolean firstVersion() {
        return prefix.contains("/v1/");
    }
}
