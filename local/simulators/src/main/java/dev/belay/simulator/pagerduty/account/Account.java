package dev.belay.simulator.pagerduty.account;

import dev.belay.simulator.pagerduty.account.Incident.Status;
import dev.belay.simulator.pagerduty.account.ResponderRequest.Target;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One PagerDuty account, in memory: what administrators set up, what the API opens, and what people do. */
public final class Account {
    /** What the account must have for responders to be requested (PagerDuty/api-schema, {@code createIncidentResponderRequest}). */
    public static final String RESPONDING = "coordinated_responding";

    /** What a token of the API may do (PagerDuty/developer-docs, REST-API/02-Authentication). */
    public enum Access {
        FULL,
        READ_ONLY
    }

    private final Clock clock;
    private final Map<String, Access> tokens = new LinkedHashMap<>();
    private final Set<String> abilities = new LinkedHashSet<>(List.of(RESPONDING, "teams", "urgencies"));
    private final Map<String, User> users = new LinkedHashMap<>();
    private final Map<String, EscalationPolicy> policies = new LinkedHashMap<>();
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, Incident> incidents = new LinkedHashMap<>();
    private final List<Note> notes = new ArrayList<>();
    private int lastId = 46_655;
    private int lastNumber = 1_000;

    public Account(Clock clock) {
        this.clock = clock;
    }

    public Clock clock() {
        return clock;
    }

    /** Does something while nobody else changes the account. */
    public synchronized <T> T atomically(Supplier<T> work) {
        return work.get();
    }

    /** Makes a token of the API valid. */
    public synchronized void token(String token, Access access) {
        tokens.put(token, access);
    }

    /** Ends a token. */
    public synchronized void revoke(String token) {
        tokens.remove(token);
    }

    public synchronized Optional<Access> access(String token) {
        return Optional.ofNullable(tokens.get(token));
    }

    /** Gives the account an ability, or takes it away, as another plan would. */
    public synchronized void ability(String name, boolean has) {
        if (has) {
            abilities.add(name);
        } else {
            abilities.remove(name);
        }
    }

    public synchronized List<String> abilities() {
        return List.copyOf(abilities);
    }

    public synchronized User addUser(String name, String email) {
        return add(new User(nextId('P'), name, email));
    }

    synchronized User add(User user) {
        users.put(user.id(), user);
        return user;
    }

    /** Takes a user out of the account. */
    public synchronized void remove(User user) {
        users.remove(user.id());
    }

    /** Adds an escalation policy whose first level has these users on call. */
    public synchronized EscalationPolicy addPolicy(String name, User... onCall) {
        return add(new EscalationPolicy(
                nextId('P'), name, Arrays.stream(onCall).map(User::id).toList()));
    }

    synchronized EscalationPolicy add(EscalationPolicy policy) {
        policies.put(policy.id(), policy);
        return policy;
    }

    public synchronized Service addService(String name, EscalationPolicy policy) {
        return add(new Service(nextId('P'), name, policy.id(), Service.Standing.ENABLED));
    }

    synchronized Service add(Service service) {
        services.put(service.id(), service);
        return service;
    }

    /** Puts a service under maintenance, disables it, or enables it again. */
    public synchronized void standing(String service, Service.Standing standing) {
        services.computeIfPresent(service, (id, known) -> known.standing(standing));
    }

    public synchronized List<User> users() {
        return List.copyOf(users.values());
    }

    public synchronized Optional<User> user(String id) {
        return Optional.ofNullable(users.get(id));
    }

    /** The user of an e-mail address; letter case does not count. */
    public synchronized Optional<User> addressed(String email) {
        return users.values().stream()
                .filter(user -> user.email().equalsIgnoreCase(email))
                .findFirst();
    }

    public synchronized List<EscalationPolicy> policies() {
        return List.copyOf(policies.values());
    }

    public synchronized Optional<EscalationPolicy> policy(String id) {
        return Optional.ofNullable(policies.get(id));
    }

    public synchronized List<Service> services() {
        return List.copyOf(services.values());
    }

    public synchronized Optional<Service> service(String id) {
        return Optional.ofNullable(services.get(id));
    }

    /** Every incident, oldest first. */
    public synchronized List<Incident> incidents() {
        return List.copyOf(incidents.values());
    }

    public synchronized Optional<Incident> incident(String id) {
        return Optional.ofNullable(incidents.get(id));
    }

    /** The open incident of a key on a service. */
    public synchronized Optional<Incident> open(String service, String key) {
        return incidents.values().stream()
                .filter(Incident::isOpen)
                .filter(known -> known.draft().service().equals(service))
                .filter(known -> known.draft().key().equals(key))
                .findFirst();
    }

    /** Opens an incident; one that somebody opens for themselves is acknowledged at once. */
    public synchronized Incident open(Draft draft, User by) {
        boolean own = draft.direct() && draft.assignees().equals(List.of(by.id()));
        lastNumber++;
        Incident opened = new Incident(
                nextId('Q'),
                lastNumber,
                draft,
                own ? Status.ACKNOWLEDGED : Status.TRIGGERED,
                clock.instant(),
                clock.instant(),
                own ? by.id() : draft.service(),
                List.of(),
                List.of());
        incidents.put(opened.id(), opened);
        return opened;
    }

    /** Somebody takes an incident on, or ends it. */
    public synchronized Incident status(String incident, Status status, User by) {
        return change(known(incident).status(status, by.id(), clock.instant()));
    }

    /** Asks people to help; each of them is asked once, by whichever request came last. */
    public synchronized ResponderRequest request(
            String incident, User requester, String message, List<Target> targets) {
        ResponderRequest request = new ResponderRequest(nextId('P'), requester.id(), message, clock.instant(), targets);
        List<Responder> asked = targets.stream()
                .flatMap(target -> target.users().stream())
                .distinct()
                .map(user -> new Responder(user, Responder.State.PENDING, request, clock.instant()))
                .toList();
        change(known(incident).requested(request, asked));
        return request;
    }

    /** Somebody who was asked joins or declines. */
    public synchronized Incident answer(String incident, User user, Responder.State answer) {
        return change(known(incident).answered(user.id(), answer, clock.instant()));
    }

    public synchronized Note note(String incident, User by, String content) {
        Note note = new Note(nextId('P'), incident, by.id(), content, clock.instant());
        notes.add(note);
        return note;
    }

    /** The notes of an incident, the newest first. */
    public synchronized List<Note> notes(String incident) {
        return notes.reversed().stream()
                .filter(note -> note.incident().equals(incident))
                .toList();
    }

    /** Everybody who was paged for an incident: whom it was assigned to, and who was asked to help. */
    public synchronized List<String> paged(String incident) {
        Incident known = known(incident);
        return Stream.concat(
                        known.draft().assignees().stream(),
                        known.responders().stream().map(Responder::user))
                .distinct()
                .toList();
    }

    private Incident known(String incident) {
        return incident(incident).orElseThrow(() -> new IllegalArgumentException("no incident is " + incident));
    }

    private Incident change(Incident incident) {
        incidents.put(incident.id(), incident);
        return incident;
    }

    private String nextId(char kind) {
        lastId += 7;
        String digits = Integer.toString(lastId, 36).toUpperCase(Locale.ROOT);
        return kind + "0".repeat(6 - digits.length()) + digits;
    }
}
