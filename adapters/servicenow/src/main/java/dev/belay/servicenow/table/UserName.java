package dev.belay.servicenow.table;

import dev.belay.failure.Rejected;
import java.util.regex.Pattern;

/** A {@code user_name} as it may stand in a query; another one is a wrong setting. */
public record UserName(String value) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@ -]{0,99}");

    /** Whether it may stand in a query. */
    public static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches();
    }

    public UserName {
        if (!isPlain(value)) {
            throw new Rejected(TableApi.SYSTEM, "servicenow.user of the settings cannot be a user_name");
        }
    }
}
