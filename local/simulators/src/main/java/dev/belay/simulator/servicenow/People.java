package dev.belay.simulator.servicenow;

import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Tables;
import dev.belay.simulator.servicenow.table.Written;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The users, groups and roles of the instance, as an administrator keeps them. An e-mail address may belong to several users. */
public final class People {
    private static final String SYSTEM = "system";

    private final Tables tables;
    private final Map<String, List<String>> contained = new HashMap<>();

    People(Tables tables) {
        this.tables = tables;
        contains("itil", "snc_platform_rest_api_access");
        contains("sn_mim_admin", "mim_manager");
    }

    /** Adds an active user who holds the roles, and those that they contain. */
    public Person person(String name, String userName, String email, String... roles) {
        String sysId = insert("sys_user", Map.of("name", name, "user_name", userName, "email", email));
        Person person = new Person(sysId, userName, name, email);
        for (String role : roles) {
            grant(person, role);
        }
        return person;
    }

    /** Grants a role; the roles that it contains become rows of their own, as the role engine makes them. */
    public void grant(Person person, String role) {
        insert("sys_user_has_role", holding(person, role));
        for (String inner : containedIn(role)) {
            Map<String, String> row = holding(person, inner);
            row.put("inherited", "true");
            row.put("included_in_role", roleId(role));
            insert("sys_user_has_role", row);
        }
    }

    /** Gives a role by way of a group: the row is inherited. */
    public void inherit(Person person, String role, String group) {
        Map<String, String> row = holding(person, role);
        row.put("inherited", "true");
        row.put("granted_by", group);
        insert("sys_user_has_role", row);
    }

    /** Takes a role away, however it was held. */
    public void revoke(Person person, String role) {
        held(person, role).forEach(row -> tables.delete("sys_user_has_role", row.sysId(), SYSTEM));
    }

    /** Leaves the row of a role, in another state than {@code active}. */
    public void roleState(Person person, String role, String state) {
        held(person, role)
                .forEach(row -> tables.update("sys_user_has_role", row.sysId(), Map.of("state", state), SYSTEM));
    }

    /** Makes a role contain another, for grants to come. */
    public synchronized void contains(String role, String... inner) {
        contained.put(role, List.of(inner));
    }

    /** Sets a field of a user, such as {@code active}, {@code locked_out} or {@code email}. */
    public void set(Person person, String field, String value) {
        tables.update("sys_user", person.sysId(), Map.of(field, value), SYSTEM);
    }

    public void deactivate(Person person) {
        set(person, "active", "false");
    }

    public void lock(Person person) {
        set(person, "locked_out", "true");
    }

    /** Adds a group and returns its sys_id. */
    public String group(String name) {
        return insert("sys_user_group", Map.of("name", name));
    }

    /** Makes a user a member of a group. */
    public void join(Person person, String group) {
        insert("sys_user_grmember", Map.of("user", person.sysId(), "group", group));
    }

    /** Takes a user out of a group. */
    public void leave(Person person, String group) {
        tables.rows("sys_user_grmember").stream()
                .filter(row -> row.value("user").equals(person.sysId())
                        && row.value("group").equals(group))
                .forEach(row -> tables.delete("sys_user_grmember", row.sysId(), SYSTEM));
    }

    /** Every user, in order of creation. */
    List<Person> all() {
        return tables.rows("sys_user").stream().map(People::person).toList();
    }

    Optional<Person> named(String userName) {
        return tables.row("sys_user", "user_name", userName).map(People::person);
    }

    /** The active users of an e-mail address; letter case does not count. */
    public List<Person> addressed(String email) {
        return all().stream()
                .filter(person -> person.email().equalsIgnoreCase(email))
                .filter(person -> tables.row("sys_user", person.sysId())
                        .filter(user -> user.value("active").equals("true"))
                        .isPresent())
                .toList();
    }

    /** The names of the roles that a user holds, inherited ones included. */
    public List<String> roles(Person person) {
        return tables.rows("sys_user_has_role").stream()
                .filter(row -> row.value("user").equals(person.sysId()))
                .filter(row -> row.value("state").equals("active"))
                .map(row -> tables.read(row, "role.name"))
                .distinct()
                .toList();
    }

    private static Person person(Row user) {
        return new Person(user.sysId(), user.value("user_name"), user.value("name"), user.value("email"));
    }

    private synchronized List<String> containedIn(String role) {
        return contained.getOrDefault(role, List.of());
    }

    private List<Row> held(Person person, String role) {
        return tables.rows("sys_user_has_role").stream()
                .filter(row -> row.value("user").equals(person.sysId()))
                .filter(row -> tables.read(row, "role.name").equals(role))
                .toList();
    }

    private Map<String, String> holding(Person person, String role) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("user", person.sysId());
        row.put("role", roleId(role));
        return row;
    }

    private String roleId(String role) {
        return tables.row("sys_user_role", "name", role)
                .map(Row::sysId)
                .orElseGet(() -> insert("sys_user_role", Map.of("name", role)));
    }

    private String insert(String table, Map<String, String> values) {
        return switch (tables.insert(table, values, SYSTEM)) {
            case Written.Done(Row row) -> row.sysId();
            case Written.Missing() -> throw new IllegalStateException(table + " took no row");
            case Written.Refused(String detail) -> throw new IllegalStateException(detail);
        };
    }
}
