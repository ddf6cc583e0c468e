package dev.belay.servicenow;

import dev.belay.failure.Rejected;
import dev.belay.person.Directory;
import dev.belay.person.GroupMembers;
import dev.belay.person.PlatformUser;
import dev.belay.record.SysId;
import dev.belay.servicenow.table.EmailAddress;
import dev.belay.servicenow.table.EncodedQuery;
import dev.belay.servicenow.table.RoleName;
import dev.belay.servicenow.table.Row;
import dev.belay.servicenow.table.Rows;
import dev.belay.servicenow.table.TableApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * ServiceNow's users and roles. The instance ignores the parts of a query that it does not understand and answers the rest, so
 * every row is proved again here, field by field, and nothing is concluded from rows that are missing.
 */
public final class ServiceNowDirectory implements Directory {
    private static final String USERS = "sys_user";
    private static final List<String> USER_FIELDS = List.of("sys_id", "name", "email", "active", "locked_out");
    private static final List<String> PROVING_FIELDS = List.of("sys_id", "email", "active", "locked_out");
    private static final String ROLES = "sys_user_has_role";
    private static final List<String> ROLE_FIELDS =
            List.of("user", "user.active", "user.locked_out", "role.name", "state");
    private static final String MEMBERS = "sys_user_grmember";
    private static final List<String> MEMBER_FIELDS =
            List.of("group", "user", "user.name", "user.email", "user.active", "user.locked_out");
    private static final List<String> PROVING_MEMBER_FIELDS =
            List.of("group", "user", "user.email", "user.active", "user.locked_out");
    private static final int MOST = 100;

    private static final int PAGE = 1_000;
    private static final int MOST_PAGES = 10;

    private final TableApi api;

    public ServiceNowDirectory(TableApi api) {
        this.api = api;
    }

    @Override
    public boolean canAsk(String email) {
        return EmailAddress.of(email).isPresent();
    }

    @Override
    public List<PlatformUser> activeWithEmail(String email) {
        return EmailAddress.of(email).map(this::activeWith).orElseGet(List::of);
    }

    @Override
    public Optional<PlatformUser> find(SysId user) {
        EncodedQuery query = EncodedQuery.where("sys_id", user).and("active=true");
        return api.rows(USERS, query, USER_FIELDS, 0, 1).holding(PROVING_FIELDS).list().stream()
                .filter(row -> row.sysId("sys_id").equals(user) && row.flag("active") && !row.flag("locked_out"))
                .map(ServiceNowDirectory::user)
                .findFirst();
    }

    /**
     * On most instances case does not count in a query ("GlideRecord queries are case-insensitive", ServiceNow docs,
     * "GlideFilter"), on some it does (servicenow.github.io/sdk/guides/encoded-query-guide). Who is found by a spelling that is not
     * theirs shows the first, and then everybody was found. Else it is asked so that case cannot count: nobody is overlooked whose
     * address differs in case alone.
     */
    private List<PlatformUser> activeWith(EmailAddress address) {
        EmailAddress odd = address.oddlySpelled();
        List<Row> found = active(EncodedQuery.where("email", odd), address);
        boolean caseIsIgnored =
                found.stream().anyMatch(row -> !row.text("email").strip().equals(odd.value()));
        return users(caseIsIgnored ? found : active(EncodedQuery.whereInAnyCase("email", address), address));
    }

    /**
     * A query in any case finds whoever has the parts of the address anywhere in theirs: for {@code jo@acme.example}, each marjo too. All
     * of them are read.
     */
    private List<Row> active(EncodedQuery query, EmailAddress address) {
        EncodedQuery ordered = query.and("active=true").and("ORDERBYsys_id");
        List<Row> found = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            Rows rows = api.rows(USERS, ordered, USER_FIELDS, page * PAGE, PAGE).holding(PROVING_FIELDS);
            boolean over = page == MOST_PAGES - 1 || rows.last();
            (over ? rows.complete() : rows.unhidden())
                    .list().stream().filter(row -> has(row, address)).forEach(found::add);
            if (over) {
                break;
            }
        }
        return found;
    }

    private static List<PlatformUser> users(List<Row> rows) {
        Map<SysId, PlatformUser> users = new LinkedHashMap<>();
        rows.stream().map(ServiceNowDirectory::user).forEach(user -> users.put(user.sysId(), user));
        return List.copyOf(users.values());
    }

    private static boolean has(Row row, EmailAddress address) {
        return address.sameAs(row.text("email")) && row.flag("active") && !row.flag("locked_out");
    }

    private static PlatformUser user(Row row) {
        String email = row.text("email").strip();
        return new PlatformUser(row.sysId("sys_id"), row.shown("name").orElse(email), email);
    }

    /** Roles that come from groups or other roles have rows of their own, so {@code inherited} is not asked. */
    @Override
    public boolean holdsAny(SysId user, Set<String> roles) {
        Set<RoleName> wanted = roles.stream().map(RoleName::new).collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return false;
        }
        EncodedQuery query = EncodedQuery.where("user", user)
                .andIn("role.name", wanted)
                .and("state=active")
                .and("user.active=true");
        Rows rows = api.rows(ROLES, query, ROLE_FIELDS, 0, MOST).holding(ROLE_FIELDS);
        boolean holds = rows.list().stream().anyMatch(row -> proves(row, user, roles));
        if (!holds) {
            rows.complete();
        }
        return holds;
    }

    /** One row more than is wanted tells whether there are others. */
    @Override
    public GroupMembers members(SysId group, int most) {
        EncodedQuery query = EncodedQuery.where("group", group).and("user.active=true");
        Rows rows = api.rows(MEMBERS, query, MEMBER_FIELDS, 0, Math.min(most, MOST) + 1)
                .holding(PROVING_MEMBER_FIELDS);
        if (rows.hides()) {
            throw new Rejected(TableApi.SYSTEM, "rows of " + MEMBERS + " are hidden from the integration user");
        }
        List<PlatformUser> users = rows.list().stream()
                .filter(row -> row.text("group").equals(group.value())
                        && row.flag("user.active")
                        && !row.flag("user.locked_out"))
                .map(ServiceNowDirectory::member)
                .distinct()
                .toList();
        return new GroupMembers(users.stream().limit(most).toList(), users.size() > most || !rows.last());
    }

    private static PlatformUser member(Row row) {
        String email = row.text("user.email").strip();
        return new PlatformUser(row.sysId("user"), row.shown("user.name").orElse(email), email);
    }

    private static boolean proves(Row row, SysId user, Set<String> roles) {
        return row.text("user").equals(user.value())
                && roles.contains(row.text("role.name"))
                && row.text("state").equals("active")
                && row.flag("user.active")
                && !row.flag("user.locked_out");
    }
}
