package dev.belay.simulator.slack.workspace;

import com.grack.nanojson.JsonObject;
import java.util.Optional;

/**
 * A user whom a workspace knows.
 *
 * @param team the workspace that the person belongs to; another's for somebody in a connected workspace
 * @param email none where the profile hides it
 */
public record Person(
        String id, String team, String name, String realName, Optional<String> email, Kind kind, boolean deleted) {
    /** What a person is to the workspace. */
    public enum Kind {
        MEMBER,
        /** A guest in several channels: {@code is_restricted}. */
        GUEST,
        /** A guest in one channel: {@code is_restricted} and {@code is_ultra_restricted}. */
        SINGLE_CHANNEL_GUEST,
        BOT,
        /** Somebody of a connected workspace: {@code is_stranger}. */
        STRANGER
    }

    public static Person of(Kind kind, String team, String id, String name, String realName, String email) {
        Optional<String> shown = email.isEmpty() ? Optional.empty() : Optional.of(email);
        return new Person(id, team, name, realName, shown, kind, false);
    }

    public Person deactivated() {
        return new Person(id, team, name, realName, email, kind, true);
    }

    public Person with(Kind other) {
        return new Person(id, team, name, realName, email, other, deleted);
    }

    public Person withEmail(Optional<String> other) {
        return new Person(id, team, name, realName, other, kind, deleted);
    }

    public boolean isGuest() {
        return kind == Kind.GUEST || kind == Kind.SINGLE_CHANNEL_GUEST;
    }

    /** The user object (docs.slack.dev/reference/objects/user-object); a deleted user has no guest flags. */
    public JsonObject json(boolean withEmail) {
        JsonObject user = new JsonObject();
        user.put("id", id);
        user.put("team_id", team);
        user.put("name", name);
        user.put("deleted", deleted);
        user.put("real_name", realName);
        user.put("profile", profile(withEmail));
        user.put("is_bot", kind == Kind.BOT);
        user.put("is_app_user", false);
        user.put("updated", 1_700_000_000L);
        if (!deleted) {
            putStanding(user);
        }
        return user;
    }

    private void putStanding(JsonObject user) {
        user.put("is_admin", false);
        user.put("is_owner", false);
        user.put("is_restricted", isGuest());
        user.put("is_ultra_restricted", kind == Kind.SINGLE_CHANNEL_GUEST);
        if (kind == Kind.STRANGER) {
            user.put("is_stranger", true);
        }
    }

    private JsonObject profile(boolean withEmail) {
        JsonObject profile = new JsonObject();
        profile.put("real_name", realName);
        profile.put("display_name", name);
        profile.put("team", team);
        if (withEmail) {
            email.ifPresent(address -> profile.put("email", address));
        }
        return profile;
    }
}
