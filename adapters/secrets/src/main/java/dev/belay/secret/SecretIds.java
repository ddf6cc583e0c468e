package dev.belay.secret;

import java.util.ArrayList;
import java.util.List;

/**
 * Where secrets are, as the template says it: ids, separated by commas. An id is an ARN or a name; one that ends in {@code /*} stands
 * for a secret of each workspace, tenant or instance beneath that name. Written without lambdas, for ingress.
 */
public final class SecretIds {
    private static final String EACH = "/*";
    private static final int LONGEST_OWNER = 64;
    private static final int SUFFIX = 7;

    private SecretIds() {}

    /** The ids that may hold what this workspace, tenant or instance needs. */
    public static List<String> of(String listed, String owner) {
        List<String> ids = new ArrayList<>();
        int from = 0;
        while (from <= listed.length()) {
            int comma = listed.indexOf(',', from);
            int end = comma < 0 ? listed.length() : comma;
            add(ids, listed.substring(from, end).strip(), owner);
            from = end + 1;
        }
        return ids;
    }

    private static void add(List<String> ids, String id, String owner) {
        if (!id.endsWith(EACH)) {
            if (!id.isEmpty()) {
                ids.add(id);
            }
        } else if (isOwner(owner)) {
            ids.add(id.substring(0, id.length() - 1) + owner);
        }
    }

    /** Whether the name of the secret ends with this owner; an ARN adds a dash and six characters of its own. */
    public static boolean isOf(String id, String owner) {
        String name = id.substring(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1);
        boolean isArn = id.startsWith("arn:") && name.length() > SUFFIX;
        return name.equals(owner)
                || (isArn && name.substring(0, name.length() - SUFFIX).equals(owner));
    }

    private static boolean isOwner(String owner) {
        if (owner.isEmpty() || owner.length() > LONGEST_OWNER) {
            return false;
        }
        for (int i = 0; i < owner.length(); i++) {
            char c = owner.charAt(i);
            if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        return true;
    }
}
