package dev.belay.servicenow.check;

import dev.belay.credential.Finding;
import dev.belay.record.SysId;
import dev.belay.servicenow.ServiceNowDirectory;
import dev.belay.servicenow.table.EncodedQuery;
import dev.belay.servicenow.table.RoleName;
import dev.belay.servicenow.table.Row;
import dev.belay.servicenow.table.Rows;
import dev.belay.servicenow.table.TableApi;
import dev.belay.servicenow.table.UserName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks an instance for a token, and reads with it what each press needs to read: a user who is surely there with a role that they surely
 * have, which is the integration user itself, and a role that surely nobody has. An access control that empties answers without a word
 * and an instance that answers everything look alike until both are asked.
 */
public final class ServiceNowTokenCheck {
    private static final String ROLES = "sys_user_has_role";
    private static final List<String> FIELDS = List.of("user", "role.name", "state", "user.active", "user.locked_out");

    /** No instance has a role of this name. */
    private static final RoleName NO_ROLE = new RoleName("belay_no_such_role");

    private static final String GRANT = "Grant the integration user to read user, role.name, state, user.active and"
            + " user.locked_out of sys_user_has_role, as infra/servicenow/README.md says";

    private final TableApi api;
    private final ServiceNowDirectory directory;
    private final String user;

    /** @param user the {@code user_name} of the integration user */
    public ServiceNowTokenCheck(TableApi api, String user) {
        this.api = api;
        this.directory = new ServiceNowDirectory(api);
        this.user = user;
    }

    /**
     * Checks our OAuth client, and that its user may read what proves a person's role.
     *
     * @throws dev.belay.failure.CredentialsRefused when the client or its token is refused
     * @throws dev.belay.failure.Rejected when its user may not read one of the tables, or one of their fields
     * @throws dev.belay.failure.Unavailable when the instance does not answer
     */
    public Finding check() {
        Rows own = api.rows(
                        ROLES,
                        EncodedQuery.where("user.user_name", new UserName(user)).and("state=active"),
                        FIELDS,
                        0,
                        1)
                .holding(FIELDS);
        Optional<Row> known = own.list().stream().findFirst();
        return known.map(this::proved).orElseGet(() -> unproved(own));
    }

    private Finding proved(Row known) {
        SysId sysId = known.sysId("user");
        if (!directory.holdsAny(sysId, Set.of(known.text("role.name")))) {
            return new Finding.Refused(
                    "ServiceNow gives a token, and does not find the integration user's own role when it is"
                            + " asked for it: no press can be answered. " + GRANT);
        }
        Rows none =
                api.rows(ROLES, EncodedQuery.where("user", sysId).andIn("role.name", List.of(NO_ROLE)), FIELDS, 0, 1);
        if (!none.list().isEmpty() || none.total().orElse(0) > 0) {
            return new Finding.Refused(
                    "ServiceNow gives a token, and answers with roles that nobody asked for: part of the"
                            + " query is ignored, so no role can be proved. Let the integration user query role.name of"
                            + " sys_user_has_role");
        }
        if (directory.find(sysId).isEmpty()) {
            return new Finding.Refused(
                    "ServiceNow gives a token, which does not see the integration user among the active users: nobody"
                            + " who presses can be found. Grant the integration user to read name, email, active and"
                            + " locked_out of sys_user, as infra/servicenow/README.md says");
        }
        return new Finding.Taken(
                "ServiceNow gives a token, which reads users and their roles", Optional.empty(), List.of());
    }

    /** The count is taken before access control: it tells what is hidden from what is not there. */
    private Finding unproved(Rows own) {
        return new Finding.Refused(
                own.hides()
                        ? "ServiceNow gives a token, and hides the roles of users from it: no press can be answered. "
                                + GRANT
                        : "ServiceNow gives a token, and shows no role of " + user
                                + ", the integration user of the settings: no press can be answered. " + GRANT
                                + "; and see that servicenow.user names the user of the OAuth application");
    }
}
