package dev.belay.record;

/**
 * The key of a record in ServiceNow: 32 lower-case hexadecimal digits. Nothing else ever enters a path or a query: the
 * constructor throws {@link IllegalArgumentException}.
 */
public record SysId(String value) {
    public SysId {
        if (!isSysId(value)) {
            throw new IllegalArgumentException("a sys_id has 32 lower-case hexadecimal digits");
        }
    }

    public static boolean isSysId(String value) {
        if (value.length() != 32) {
            return false;
        }
        for (int i = 0; i < 32; i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
