package dev.belay.teams.call;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Entra ID's numbers by what they mean (learn.microsoft.com/entra/identity-platform/reference-error-codes). What each does here is in
 * {@code docs/credentials.md}, one by one.
 */
public final class EntraErrors {
    /** The number stands in the text only. */
    private static final Pattern CODE = Pattern.compile("AADSTS(\\d{4,8})");

    /** Entra ID is not well, or asks to be left alone: nothing was judged. */
    private static final Set<String> TEMPORARY = Set.of("90006", "90012", "90024", "90033", "90055", "90090");

    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("7000222", "the client secret has expired: make a new one and store it"),
            Map.entry("7000215", "the client secret is wrong: store its value, not its id"),
            Map.entry("70002", "the client secret is wrong: store its value, not its id"),
            Map.entry("700016", "the app is not in this tenant: grant it there"),
            Map.entry("700011", "the app is not in this tenant: grant it there"),
            Map.entry("7000112", "the app is disabled in this tenant"),
            Map.entry("70001", "the app is disabled in this tenant, or not installed there"),
            Map.entry("90002", "there is no such tenant"),
            Map.entry("700027", "the certificate is not the one that the app registration holds"),
            Map.entry("700030", "the certificate does not name the app: make another one"),
            Map.entry("53003", "Conditional Access keeps the app out"),
            Map.entry("530032", "Conditional Access keeps the app out"),
            Map.entry(
                    "500011",
                    "the tenant does not know the service that the token is for: set the cloud that it is in"),
            Map.entry("65001", "an administrator has not consented to the app: grant it there"),
            Map.entry("650056", "the app asks for no permission that the tenant granted: grant it there"));

    private EntraErrors() {}

    /** All numbers that mean something here. */
    public static Set<String> known() {
        Set<String> known = new TreeSet<>(ADVICE.keySet());
        known.addAll(TEMPORARY);
        return known;
    }

    /** The number in an error's text, of which nothing else is taken: it may quote what was sent. */
    static Optional<String> number(String text) {
        Matcher code = CODE.matcher(text);
        return code.find() ? Optional.of(code.group(1)) : Optional.empty();
    }

    static boolean isTemporary(String number) {
        return TEMPORARY.contains(number);
    }

    /** The number, and what to do about it where that follows from it. */
    static String advice(String number) {
        String advice = ADVICE.get(number);
        return " (AADSTS" + number + (advice == null ? ")" : ": " + advice + ")");
    }
}
