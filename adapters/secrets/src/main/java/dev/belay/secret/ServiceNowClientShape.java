package dev.belay.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code {"client_id", "client_secret"}} of the OAuth application that Belay calls an instance with. */
public final class ServiceNowClientShape {
    private static final String ID = "client_id";
    private static final String SECRET = "client_secret";

    private ServiceNowClientShape() {}

    /** What keeps it from being used; never a value. */
    public static List<String> problems(Map<String, ?> document) {
        List<String> problems = new ArrayList<>();
        for (String name : List.of(ID, SECRET)) {
            String flaw = Members.flaw(document, name);
            String text = Members.text(document, name);
            if (flaw != null) {
                problems.add(flaw);
            } else if (text != null && Members.isUrl(text)) {
                problems.add(name + " is an address: give that of the OAuth application in the Application Registry");
            }
        }
        String id = Members.text(document, ID);
        if (id != null && id.equals(Members.text(document, SECRET))) {
            problems.add("client_secret is the client_id: give the Client Secret of the OAuth application");
        }
        return problems;
    }
}
