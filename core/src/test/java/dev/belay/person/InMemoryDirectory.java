package dev.belay.person;

import dev.belay.record.SysId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Users and their roles, kept in memory; it can be told to fail, and counts how often it is asked. */
public final class InMemoryDirectory implements Directory {
    private final Map<SysId, PlatformUser> active = new LinkedHashMap<>();
    private final Map<SysId, Set<String>> roles = new LinkedHashMap<>();
    private final Map<SysId, List<SysId>> members = new LinkedHashMap<>();
    private Optional<RuntimeException> failure = Optional.empty();
    private int added;
    private int identityLookUps;
    private int roleLookUps;

    /** Adds an active user who holds these roles. */
    public synchronized SysId user(String name, String email, String... held) {
        SysId user = new SysId("6%031x".formatted(++added));
        add(new PlatformUser(user, name, email), held);
        return user;
    }

    /** Adds an active user who holds these roles. */
    public synchronized void add(PlatformUser user, String... held) {
        active.put(user.sysId(), user);
        roles.put(user.sysId(), new HashSet<>(Set.of(held)));
    }

    /** Ends a user: deactivated, locked out or gone. */
    public synchronized void remove(SysId user) {
        active.remove(user);
        roles.remove(user);
    }

    public synchronized void grant(SysId user, String role) {
        roles.computeIfAbsent(user, _ -> new HashSet<>()).add(role);
    }

    public synchronized void revoke(SysId user, String role) {
        roles.getOrDefault(user, Set.of()).remove(role);
    }

    /** Every question fails like this, until it is told {@code empty}. */
    public synchronized void fail(Optional<RuntimeException> how) {
        failure = how;
    }

    public synchronized int identityLookUps() {
        return identityLookUps;
    }

    public synchronized int roleLookUps() {
        return roleLookUps;
    }

    @Override
    public synchronized List<PlatformUser> activeWithEmail(String email) {
        identityLookUps++;
        failAsTold();
        return active.values().stream()
                .filter(user -> user.email().equalsIgnoreCase(email))
                .toList();
    }

    @Override
    public synchronized Optional<PlatformUser> find(SysId user) {
        failAsTold();
        return Optional.ofNullable(active.get(user));
    }

    @Override
    public boolean canAsk(String email) {
        return !email.contains("^");
    }

    @Override
    public synchronized boolean holdsAny(SysId user, Set<String> wanted) {
        roleLookUps++;
        failAsTold();
        return roles.getOrDefault(user, Set.of()).stream().anyMatch(wanted::contains);
    }

    /** Makes a group of users. */
    public synchronized SysId group(SysId... users) {
        SysId group = new SysId("7%031x".formatted(members.size()));
        members.put(group, List.of(users));
        return group;
    }

    @Override
    public synchronized GroupMembers members(SysId group, int most) {
        failAsTold();
        List<PlatformUser> users = members.getOrDefault(group, List.of()).stream()
                .map(active::get)
                .filter(Objects::nonNull)
                .toList();
        return new GroupMembers(users.stream().limit(most).toList(), users.size() > most);
    }

    private void failAsTold() {
        failure.ifPresent(how -> {
            throw how;
        });
    }
}
