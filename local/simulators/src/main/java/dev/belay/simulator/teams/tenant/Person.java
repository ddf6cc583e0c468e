package dev.belay.simulator.teams.tenant;

import com.grack.nanojson.JsonObject;
import java.util.Optional;

/**
 * A user whom a tenant knows.
 *
 * @param id the user's object id in Entra ID ({@code aadObjectId}); for a bot, {@code 28:} and its app id
 * @param mri what this bot knows the person as ({@code 29:…})
 * @param tenant the tenant that the person belongs to
 * @param email none where there is no mailbox
 * @param upn the name that the person signs in with
 */
public record Person(
        String id,
        String mri,
        String tenant,
        String name,
        Optional<String> email,
        String upn,
        Kind kind,
        boolean deleted) {
    /** What a person is to the tenant. */
    public enum Kind {
        MEMBER,
        /** Somebody from outside who was invited into the tenant: {@code #EXT#} in the user principal name. */
        GUEST,
        BOT,
        /** Somebody of another tenant. */
        STRANGER
    }

    public Person deactivated() {
        return new Person(id, mri, tenant, name, email, upn, kind, true);
    }

    public Person with(Kind other) {
        return new Person(id, mri, tenant, name, email, upn, other, deleted);
    }

    public Person withEmail(Optional<String> other) {
        return new Person(id, mri, tenant, name, other, upn, kind, deleted);
    }

    /** Whether an id means this person: object id or the bot's own id for them. */
    public boolean is(String someId) {
        return id.equals(someId) || mri.equals(someId);
    }

    public boolean canPress() {
        return !deleted && kind != Kind.BOT;
    }

    /** The account as a conversation's roster names it ({@code TeamsChannelAccount}). */
    public JsonObject account() {
        JsonObject account = new JsonObject();
        account.put("id", mri);
        account.put("name", name);
        account.put("givenName", name.substring(0, Math.max(0, name.indexOf(' '))));
        account.put("surname", name.substring(name.indexOf(' ') + 1));
        account.put("aadObjectId", id);
        email.ifPresent(address -> account.put("email", address));
        account.put("userPrincipalName", upn);
        account.put("tenantId", tenant);
        account.put("userRole", kind == Kind.GUEST ? "guest" : "user");
        return account;
    }
}
