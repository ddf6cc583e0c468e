package dev.belay.servicenow.table;

import dev.belay.failure.Rejected;
import java.util.regex.Pattern;

/** A role's name as it may stand in a query; another one is a wrong setting. */
public record RoleName(String value) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,99}");

    public RoleName {
        if (!PLAIN.matcher(value).matches()) {
            throw new Rejected(
                    TableApi.SYSTEM, "the settings name a role that cannot be one: letters, digits, _ . - only");
        }
    }
}
