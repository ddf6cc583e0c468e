package dev.belay.simulator.servicenow.event;

import dev.belay.simulator.http.Sender;
import dev.belay.simulator.servicenow.table.Attachments;
import dev.belay.simulator.servicenow.table.Change;
import dev.belay.simulator.servicenow.table.InstalledRules;
import dev.belay.simulator.servicenow.table.Tables;
import dev.belay.simulator.servicenow.table.Tasks;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The asynchronous business rule on incident and the other tables of tasks: after an insert, and after an update of what a conversation shows, it tells Belay
 * once, whoever made the change, the integration user included (infra/servicenow/README.md, "What is sent, and sent again"). What was not
 * taken waits until the application's scheduled script runs, and rules of several updates may run in any order (ServiceNow documentation,
 * "Business rules").
 */
public final class BusinessRule implements Change.Rule, AutoCloseable {
    private static final Set<String> SHOWN = Set.of(
            "priority",
            "state",
            "assigned_to",
            "assignment_group",
            "major_incident_state",
            "short_description",
            "work_notes");
    private static final Set<String> JOURNALS = Set.of("work_notes", "comments");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final byte[] ANOTHER_KEY = "a key that somebody replaced".getBytes(StandardCharsets.UTF_8);

    private final Clock clock;
    private final ExecutorService jobs = Executors.newVirtualThreadPerTaskExecutor();
    private final Sender sender = new Sender(TIMEOUT);
    private final InstalledRules rules;
    private final Carriage carriage;
    private final Outbox outbox = new Outbox();
    private final List<Outbound> sent = new ArrayList<>();
    private final List<Event> held = new ArrayList<>();
    private final Set<String> watched = new HashSet<>(SHOWN);
    private String instance;
    private Optional<EventTarget> target = Optional.empty();
    private boolean signsWrongly;
    private boolean holding;
    private String heldUser = "";
    private int running;

    public BusinessRule(Tables tables, Clock clock, String instance) {
        this.clock = clock;
        this.rules = InstalledRules.on(tables);
        this.carriage = new Carriage(tables, sender, clock);
        this.instance = instance;
    }

    /** Sets where events go; until then none is sent. */
    public synchronized void target(EventTarget where) {
        target = Optional.of(where);
    }

    /** Adds fields whose changes are told of, as an administrator adds them to the rule's condition. */
    public synchronized void watch(String... fields) {
        watched.addAll(List.of(fields));
    }

    /** Switches the rules on or off: off, they tell nothing, and keep nothing back. */
    public void active(boolean on) {
        rules.active(on);
    }

    /** The rules as the instance has them. */
    public InstalledRules rules() {
        return rules;
    }

    /** Signs with another key than the target's, as where somebody replaced it on one side, or with it. */
    public synchronized void signWrongly(boolean on) {
        signsWrongly = on;
    }

    /** How the events leave the instance. */
    public Carriage carriage() {
        return carriage;
    }

    /** Names the instance that events are said to come from: another after this one was cloned. */
    public synchronized void instance(String name) {
        instance = name;
    }

    @Override
    public synchronized void after(Change change) {
        Optional<String> type = type(change);
        if (type.isEmpty()
                || target.isEmpty()
                || !rules.tells(type.get(), change.row().table())) {
            return;
        }
        Event event = isAttachment(change) ? Event.ofAttachment(change) : Event.of(type.get(), change, clock.instant());
        if (holding || change.by().equals(heldUser)) {
            held.add(event);
        } else {
            send(event);
        }
    }

    /** Keeps events back until they are sent by {@link #send} or {@link #release}. */
    public synchronized void hold() {
        holding = true;
    }

    /** Keeps back the events of one user's changes, each until {@link #sendHeld}. */
    public synchronized void holdOf(String userName) {
        heldUser = userName;
    }

    /** Sends what was kept back so far, and goes on keeping back; returns how many were sent. */
    public synchronized int sendHeld() {
        List<Event> due = List.copyOf(held);
        held.clear();
        due.forEach(this::send);
        return due.size();
    }

    /** The events kept back, in the order in which they came about. */
    public synchronized List<Event> held() {
        return List.copyOf(held);
    }

    /** Sends what was kept back, and keeps nothing back any more. */
    public synchronized void release() {
        holding = false;
        held.forEach(this::send);
        held.clear();
    }

    /** Sends an event, freshly signed; one that was sent before is sent again under the same id. */
    public synchronized void send(Event event) {
        EventTarget to = target.orElseThrow(() -> new IllegalStateException("events have no target yet"));
        String body = event.body(instance);
        byte[] key = signsWrongly ? ANOTHER_KEY : to.key();
        running++;
        jobs.execute(() -> finish(post(event, to, body, key)));
    }

    /**
     * One run of the application's scheduled script: the heartbeat, and, where that was taken, whatever waits once more.
     *
     * @return the status of the heartbeat's answer, or 0 where none came
     */
    public int minute() {
        EventTarget to;
        String name;
        byte[] key;
        synchronized (this) {
            to = target.orElseThrow(() -> new IllegalStateException("events have no target yet"));
            name = instance;
            key = signsWrongly ? ANOTHER_KEY : to.key();
        }
        String at = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        String body = Event.heartbeat(name, at);
        int status = carriage.post(to.url().resolve("heartbeat"), headers("heartbeat:" + at, to, body, key), body)
                .status();
        if (status == 202) {
            outbox.take().forEach(this::send);
        }
        return status;
    }

    /** What was not taken and waits. */
    public List<Event> waiting() {
        return outbox.waiting();
    }

    /** The log of outbound requests, oldest first. */
    public synchronized List<Outbound> sent() {
        return List.copyOf(sent);
    }

    /** Waits until no event is on its way; false where that took too long. */
    public synchronized boolean awaitIdle(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            for (long left = atMost.toNanos(); running > 0 && left > 0; left = end - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return running == 0;
    }

    private synchronized void finish(Outbound outbound) {
        sent.add(outbound);
        outbox.ended(outbound);
        running--;
        notifyAll();
    }

    private Outbound post(Event event, EventTarget to, String body, byte[] key) {
        Sender.Answer answer = carriage.post(to.url(), headers(event.id(), to, body, key), body);
        return new Outbound(
                event, to.url(), body, answer.status(), answer.status() == 0 ? answer.reason() : answer.body());
    }

    private Map<String, String> headers(String id, EventTarget to, String body, byte[] key) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        return Map.of(
                "Content-Type",
                "application/json",
                "X-Belay-Timestamp",
                timestamp,
                "X-Belay-Signature",
                "v1=" + Signature.of(key, "v1:" + timestamp + ":" + body),
                "X-Belay-Event-Id",
                id,
                "X-Belay-Key-Id",
                to.keyId());
    }

    /** The rule on {@code sys_attachment}: after an insert, where it is about a task. */
    private static boolean isAttachment(Change change) {
        return change.row().table().equals(Attachments.TABLE)
                && change.kind() == Change.Kind.INSERT
                && Tasks.isTask(change.row().value("table_name"));
    }

    private Optional<String> type(Change change) {
        if (isAttachment(change)) {
            return Optional.of("record.attached");
        }
        if (!Tasks.isTask(change.row().table())) {
            return Optional.empty();
        }
        return switch (change.kind()) {
            case INSERT -> Optional.of("record.opened");
            case DELETE -> Optional.of("record.deleted");
            case UPDATE -> updateType(change.fields());
        };
    }

    private Optional<String> updateType(Set<String> fields) {
        if (Collections.disjoint(fields, watched)) {
            return Optional.empty();
        }
        boolean written = fields.stream().filter(watched::contains).allMatch(JOURNALS::contains);
        return Optional.of(written ? "record.journal" : "record.updated");
    }

    @Override
    public void close() {
        sender.close();
        jobs.shutdownNow();
        jobs.close();
    }
}
