package dev.belay.simulator.aws.queue;

import com.typesafe.config.Config;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.apache.pekko.dispatch.DispatcherPrerequisites;
import org.apache.pekko.dispatch.ExecutorServiceConfigurator;
import org.apache.pekko.dispatch.ExecutorServiceFactory;

/**
 * The threads of the queues. ElasticMQ looks for the next message of a FIFO queue by a recursion over its groups, some frames for each
 * group that has nothing to give: a thousand groups overflow a stack of the usual size, and the queue then never answers again.
 */
public final class DeepStacks extends ExecutorServiceConfigurator {
    /** Bytes of address space for a thread; only what is used is memory. */
    private static final long STACK = 256L << 20;

    private static final int THREADS = 4;

    /** Called by name. */
    public DeepStacks(Config config, DispatcherPrerequisites prerequisites) {
        super(config, prerequisites);
    }

    @Override
    public ExecutorServiceFactory createExecutorServiceFactory(String id, ThreadFactory usual) {
        return new ExecutorServiceFactory() {
            @Override
            public ExecutorService createExecutorService() {
                return Executors.newFixedThreadPool(
                        THREADS,
                        Thread.ofPlatform()
                                .daemon(true)
                                .name("sqs-", 0)
                                .stackSize(STACK)
                                .factory());
            }
        };
    }
}
