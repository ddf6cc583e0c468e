package dev.belay.secret;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code {"client_secret"}} or {@code {"certificate", "private_key"}} in PEM, either with {@code expires_on}. */
public final class TeamsShape {
    private static final String SECRET = "client_secret";
    private static final String CERTIFICATE = "certificate";
    private static final String KEY = "private_key";
    private static final String EXPIRES_ON = "expires_on";

    private TeamsShape() {}

    /** What keeps it from being used; never a value. */
    public static List<String> problems(Map<String, ?> document) {
        List<String> problems = new ArrayList<>();
        if (document.containsKey(CERTIFICATE) || document.containsKey(KEY)) {
            addPem(problems, document, CERTIFICATE, "CERTIFICATE");
            addPem(problems, document, KEY, "PRIVATE KEY");
            return problems;
        }
        String flaw = Members.flaw(document, SECRET);
        String text = Members.text(document, SECRET);
        if (flaw != null) {
            problems.add(flaw);
        } else if (text != null && Members.isGuid(text)) {
            problems.add(
                    "client_secret is a GUID, such as the app's client id or a secret's id: give the secret's value,"
                            + " which is shown once, when it is made");
        } else if (text != null && Members.isUrl(text)) {
            problems.add("client_secret is an address: give the secret's value");
        }
        return problems;
    }

    static List<String> remarks(Map<String, ?> document) {
        List<String> remarks = new ArrayList<>(Members.unknown(document, SECRET, CERTIFICATE, KEY, EXPIRES_ON));
        if (document.containsKey(SECRET) && document.containsKey(CERTIFICATE)) {
            remarks.add("it has a certificate and a client_secret: the certificate is used");
        }
        String end = Members.text(document, EXPIRES_ON);
        if (end == null && !document.containsKey(CERTIFICATE)) {
            remarks.add(
                    "expires_on is missing: say here when the secret ends, such as 2027-11-23, unless the app may read"
                            + " its own registration in Graph");
        } else if (end != null && expiresOn(document).isEmpty()) {
            remarks.add("expires_on is no date such as 2027-11-23");
        }
        return remarks;
    }

    /** The day on which the credential ends, as the document says; none where it does not, or it is no date. */
    public static Optional<LocalDate> expiresOn(Map<String, ?> document) {
        String end = Members.text(document, EXPIRES_ON);
        try {
            return end == null ? Optional.empty() : Optional.of(LocalDate.parse(end));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static void addPem(List<String> problems, Map<String, ?> document, String name, String label) {
        String text = Members.text(document, name);
        if (text == null) {
            problems.add(
                    document.containsKey(name)
                            ? name + " is empty or is no text"
                            : name + " is missing: certificate and private_key go together");
        } else if (text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")) {
            problems.add(name + " is encrypted: store it without a pass phrase (openssl pkcs8 -topk8 -nocrypt)");
        } else if (label.equals("PRIVATE KEY") && text.contains("-----BEGIN RSA PRIVATE KEY-----")) {
            problems.add(name + " is in PKCS#1: store it in PKCS#8 (openssl pkcs8 -topk8 -nocrypt)");
        } else if (!text.contains("-----BEGIN " + label + "-----") || !text.contains("-----END " + label + "-----")) {
            problems.add(name + " is not in PEM: it begins with -----BEGIN " + label + "-----");
        }
    }
}
