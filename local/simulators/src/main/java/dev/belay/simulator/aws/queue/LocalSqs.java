package dev.belay.simulator.aws.queue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;

/**
 * The queues: ElasticMQ in this JVM, on the loopback interface, with the time of a clock that a test may move. Visibility, groups and
 * dead-letter queues are its own. When the clock is moved, a message whose time has come is seen by the next receive. What it
 * de-duplicates it stamps with the machine's time, so that it forgets by the machine's time too: {@link Deduplication} makes up for it.
 */
public final class LocalSqs implements AutoCloseable {
    private static final String QUIET = "pekko { loggers = [], loglevel = OFF, stdout-loglevel = OFF, daemonic = on,"
            + " actor.default-dispatcher.executor = \"" + DeepStacks.class.getName() + "\","
            + " scheduler.implementation = \"" + Ticks.class.getName() + "\","
            + " log-dead-letters = off, jvm-shutdown-hooks = off, coordinated-shutdown.run-by-jvm-shutdown-hook = off }";

    private final ActorSystem actors;
    private final SQSRestServer server;
    private final int port;

    private LocalSqs(ActorSystem actors, SQSRestServer server) {
        this.actors = actors;
        this.server = server;
        this.port = server.waitUntilStarted().localAddress().getPort();
    }

    /**
     * @param outside the address that queue URLs begin with
     */
    public static LocalSqs start(URI outside, String region, String account, Clock clock) {
        Config config = ConfigFactory.parseString(QUIET).withFallback(ConfigFactory.load());
        ActorSystem actors = ActorSystem.create("sqs", config);
        SQSRestServer server = SQSRestServerBuilder.withActorSystem(actors)
                .withQueueManagerActor(queues(actors, clock))
                .withInterface("127.0.0.1")
                .withPort(0)
                .withServerAddress(new NodeAddress("http", outside.getHost(), outside.getPort(), ""))
                .withAWSRegion(region)
                .withAWSAccountId(account)
                .start();
        return new LocalSqs(actors, server);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static ActorRef queues(ActorSystem actors, Clock clock) {
        return actors.actorOf(Props.create(
                QueueManagerActor.class,
                () -> new QueueManagerActor(new ClockedNow(clock), StrictSQSLimits$.MODULE$, Option.empty())));
    }

    @Override
    public void close() {
        server.stopAndWait();
        actors.terminate();
    }

    private static final class ClockedNow extends NowProvider {
        private final Clock clock;

        ClockedNow(Clock clock) {
            this.clock = clock;
        }

        @Override
        public long nowMillis() {
            return clock.millis();
        }

        /** Of de-duplication alone: messages are stamped with {@code OffsetDateTime.now()}. */
        @Override
        public OffsetDateTime now() {
            return OffsetDateTime.now(ZoneOffset.UTC);
        }
    }
}
