package dev.belay.teams;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The client secrets of an app registration, as Graph tells them: never their values
 * (learn.microsoft.com/graph/api/resources/passwordcredential).
 */
record AppCredentials(List<Password> passwords) {
    private static final int HINT = 3;

    /**
     * One client secret.
     *
     * @param hint the first three characters of its value; empty where Graph does not tell them
     */
    record Password(String hint, Instant end) {}

    /**
     * When our secret ends.
     *
     * @param remark what is to be said about it, where it could not be told from another one
     */
    record End(Instant at, Optional<String> remark) {}

    AppCredentials {
        passwords = List.copyOf(passwords);
    }

    /** What Graph answered; an entry that cannot be read is left out. */
    static AppCredentials of(JsonObject application) {
        List<Password> passwords = new ArrayList<>();
        for (Object entry : application.getArray("passwordCredentials", new JsonArray())) {
            if (entry instanceof JsonObject object) {
                time(object.getString("endDateTime", ""))
                        .ifPresent(end -> passwords.add(
                                new Password(Objects.requireNonNullElse(object.getString("hint"), ""), end)));
            }
        }
        return new AppCredentials(passwords);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * When this secret ends, which Entra ID has just taken, so that it is none that has ended. It is told by its hint where that is the
     * only one like it; else the earliest end is believed.
     */
    Optional<End> endOf(String secret, Instant now) {
        List<Password> living = passwords.stream()
                .filter(password -> password.end().isAfter(now))
                .toList();
        String hint = secret.substring(0, Math.min(HINT, secret.length()));
        List<Password> ours =
                living.stream().filter(password -> password.hint().equals(hint)).toList();
        List<Password> perhaps = ours.isEmpty() ? living : ours;
        return perhaps.stream()
                .map(Password::end)
                .min(Instant::compareTo)
                .map(end -> new End(
                        end,
                        ours.size() == 1
                                ? Optional.empty()
                                : Optional.of("which of the " + perhaps.size()
                                        + " client secrets of the app registration it is cannot be told, so the"
                                        + " earliest end is taken: delete those that are not used")));
    }
}
