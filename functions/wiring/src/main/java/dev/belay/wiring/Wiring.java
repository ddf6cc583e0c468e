package dev.belay.wiring;

import dev.belay.aws.Aws;
import dev.belay.chat.Platform;
import dev.belay.health.Counters;
import dev.belay.wiring.adapter.AdapterDependencies;
import dev.belay.wiring.adapter.Adapters;
import dev.belay.wiring.dependency.CardActionDependencies;
import dev.belay.wiring.dependency.FileDependencies;
import dev.belay.wiring.dependency.MessageDependencies;
import dev.belay.wiring.dependency.RecordEventDependencies;
import dev.belay.wiring.settings.Environment;
import dev.belay.wiring.settings.Environment.Name;
import dev.belay.wiring.settings.Environment.QueueRole;
import dev.belay.wiring.settings.PrimingSettings;
import dev.belay.worker.JsonLog;
import dev.belay.worker.QueueWorker;
import dev.belay.worker.WorkQueue;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** A worker, put together from what the template tells it: its tables, its secrets, its queue, its settings. */
public final class Wiring implements AutoCloseable {
    private final Environment environment;
    private final WorkerParts parts;

    /**
     * @param function the function's name, for metrics
     * @param out where metrics go
     */
    public Wiring(String function, Environment environment, Clock clock, PrintStream out) {
        this(function, environment, clock, out, new SecureRandom());
    }

    Wiring(String function, Environment environment, Clock clock, PrintStream out, RandomGenerator random) {
        this.environment = environment;
        this.parts = new WorkerParts(function, environment, clock, out, random);
    }

    /** As Lambda starts it: with the process' environment, the machine's time, and logs on standard output. */
    public static Wiring lambda(String function) {
        JsonLog.install(System.out, function);
        Environment process = Environment.process();
        Wiring wiring = new Wiring(function, process, Clock.systemUTC(), System.out);
        if (process.isSnapshotted()) {
            wiring.prime();
        }
        return wiring;
    }

    /**
     * Loads what the first message would load, so that a snapshot taken now has it. It reaches nobody, reads no secret and draws no random
     * name: whatever goes on from the snapshot has connections, tokens, times and names of its own.
     */
    public void prime() {
        Aws.prime(environment.region());
        Adapters.of(PrimingSettings.of(environment).connections(), parts.withoutPagers())
                .chronicledIn(parts.chronicles());
    }

    /** The worker's outermost line. */
    public QueueWorker worker() {
        Map<Platform, String> deadLetters = environment.queueUrls(QueueRole.DLQ_URL);
        return worker(environment.queueUrls(QueueRole.QUEUE_URL).entrySet().stream()
                .map(queue -> new WorkQueue(queue.getValue(), Objects.requireNonNull(deadLetters.get(queue.getKey()))))
                .toList());
    }

    /** The outermost line of the worker of files, whose one queue is fed by all platforms. */
    public QueueWorker fileWorker() {
        return worker(List.of(new WorkQueue(
                environment.need(Name.BELAY_FILES_QUEUE_URL), environment.need(Name.BELAY_FILES_DLQ_URL))));
    }

    private QueueWorker worker(List<WorkQueue> sources) {
        return new QueueWorker(
                parts.aws().queues(),
                sources,
                parts.aws().failures(parts.eventsTable()),
                parts.counters(),
                parts.clock(),
                parts.random());
    }

    public Counters counters() {
        return parts.counters();
    }

    public Clock clock() {
        return parts.clock();
    }

    /** What record events are processed with, asked for once for each message. */
    public Supplier<RecordEventDependencies> recordEvents() {
        return parts.forEachMessage(parts.withoutPagers(), new RecordEventWiring(parts));
    }

    /** What presses are performed with, asked for once for each message. */
    public Supplier<CardActionDependencies> cardActions() {
        return parts.forEachMessage(parts.withPagers(), new CardActionWiring(parts));
    }

    /** What files are brought over with, asked for once for each message. */
    public Supplier<FileDependencies> files() {
        AdapterDependencies with = parts.withoutPagers();
        return parts.forEachMessage(with, new FileWiring(parts, with));
    }

    /** What people's messages and notes are relayed with, asked for once for each message. */
    public Supplier<MessageDependencies> messages() {
        AdapterDependencies with = parts.withoutPagers();
        return parts.forEachMessage(with, new MessageWiring(parts, with));
    }

    /** Looks after all credentials once. */
    public Runnable credentialCheckup() {
        return new CheckWiring(parts).credentialCheckup();
    }

    /** Reads again what changed, and has made to agree what an event was lost of. */
    public Runnable reconciliation() {
        return new CheckWiring(parts).reconciliation();
    }

    /**
     * Looks through all channels, links and records for what does not agree.
     *
     * @param journal whose audit it is: two that are under way do not know of each other
     */
    public LinkAudit linkAudit(String journal) {
        return new CheckWiring(parts).linkAudit(journal);
    }

    /** Ends the connections to AWS: Lambda never asks for it, and whoever starts many workers in one process does. */
    @Override
    public void close() {
        parts.close();
    }
}
