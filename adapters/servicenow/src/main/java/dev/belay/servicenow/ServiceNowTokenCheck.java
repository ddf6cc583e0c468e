package dev.belay.servicenow;

import java.util.List;

/** Asks an instance for a token, and reads one row of users with it. */
public final class ServiceNowTokenCheck {
    private static final String TABLE = "sys_user";

    private final TableApi api;

    public ServiceNowTokenCheck(TableApi api) {
        this.api = api;
    }

    /**
     * Checks our OAuth client, and that its user may read users, as each press needs.
     *
     * @return whether it saw any user: without the right to, ServiceNow answers with no rows
     * @throws dev.belay.failure.CredentialsRefused when the client or its token is refused
     * @throws dev.belay.failure.Rejected when its user may not read the table
     * @throws dev.belay.failure.Unavailable when the instance does not answer
     */
    public boolean check() {
        return !api.rows(TABLE, EncodedQuery.where("active=true"), List.of("sys_id"), 0, 1)
                .list()
                .isEmpty();
    }
}
