package dev.belay.credential;

import dev.belay.credential.CredentialState.Change;
import java.util.Locale;

/** What people are told of a change: the words. */
record CredentialNotice(CredentialId id, Change change) {
    /** One line, as the subject of an e-mail: ASCII, and not too long. */
    String subject() {
        String line = "Belay: credential " + id + " is " + change.to().id();
        String ascii = line.replaceAll("[^\\x20-\\x7E]", "?");
        return ascii.length() > 100 ? ascii.substring(0, 100) : ascii;
    }

    String sentence() {
        String ours = "our credential " + id + " for " + id.kind().label();
        return switch (change.to()) {
            case HEALTHY -> isOnlyARemark() ? "For " + ours + " something is missing: " + why() : again();
            case EXPIRING -> capital(ours) + " must be replaced: " + why() + " Store a new one before.";
            case UNHEALTHY ->
                id.kind() == CredentialId.Kind.SERVICENOW_EVENTS
                        ? capital(id.kind().label()) + " (" + id + ") do not arrive: " + why()
                        : capital(id.kind().label()) + " refuses our credential " + id + ": " + why()
                                + " What needs it waits, and goes on by itself when a good one is stored.";
            case UNKNOWN -> capital(ours) + " could not be checked: " + why();
        };
    }

    /** It works as it did; what is told is what it lacks. */
    private boolean isOnlyARemark() {
        return change.from().filter(from -> from != Health.HEALTHY).isEmpty();
    }

    private String again() {
        return id.kind() == CredentialId.Kind.SERVICENOW_EVENTS
                ? capital(id.kind().label()) + " (" + id + ") arrive again: " + why()
                : capital(id.kind().label()) + " takes our credential " + id + " again: " + why();
    }

    private String why() {
        return change.why().endsWith(".") ? change.why() : change.why() + ".";
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
