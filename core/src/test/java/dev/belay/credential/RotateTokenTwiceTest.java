package dev.belay.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Two runs at once, in every order of their steps: one renewal, and one pair that both know. */
final class RotateTokenTwiceTest {
    /** One run, which makes a step when it is let. */
    private static final class Runner {
        private final Semaphore mayStep = new Semaphore(0);
        private final Semaphore waits = new Semaphore(0);
        private final FutureTask<Rotation> task;
        private volatile boolean over;

        Runner(Account account) {
            Line line = new Line(() -> {
                waits.release();
                mayStep.acquireUninterruptibly();
            });
            task = new FutureTask<>(() -> {
                try {
                    return account.rotation(line).rotate(Account.WORKSPACE);
                } finally {
                    over = true;
                    waits.release();
                }
            });
            Thread.ofVirtual().start(task);
            waits.acquireUninterruptibly();
        }

        void step() {
            mayStep.release();
            waits.acquireUninterruptibly();
        }
    }

    @Test
    void in_every_order_of_steps_a_pair_is_renewed_once() throws InterruptedException, ExecutionException {
        List<Integer> order = new ArrayList<>();
        int played = 0;
        do {
            play(order);
            played++;
        } while (next(order));
        assertThat(played).as("orders").isGreaterThan(100);
    }

    /** Plays an order of steps, zero for one run and one for the other, and notes how it went on. */
    private static void play(List<Integer> order) throws InterruptedException, ExecutionException {
        Account account = Account.due(Duration.ofMinutes(1));
        List<Runner> runners = List.of(new Runner(account), new Runner(account));
        for (int step = 0; runners.stream().anyMatch(runner -> !runner.over); step++) {
            if (step == order.size()) {
                order.add(runners.stream().anyMatch(runner -> runner.over) ? 1 : 0);
            }
            int turn = order.get(step);
            runners.get(runners.get(turn).over ? 1 - turn : turn).step();
        }
        List<Rotation> came =
                List.of(runners.get(0).task.get(), runners.get(1).task.get());
        assertThat(account.issuer.renewals()).as("%s: %s", order, came).isEqualTo(1);
        assertThat(came)
                .as("%s", order)
                .filteredOn(Rotation.Renewed.class::isInstance)
                .hasSize(1);
        assertThat(came)
                .as("%s", order)
                .allMatch(each -> each instanceof Rotation.Renewed
                        || each instanceof Rotation.Busy
                        || each instanceof Rotation.Kept);
        assertThat(account.isAlive()).as("%s", order).isTrue();
        account.clock.advance(Account.AN_HOUR);
        assertThat(account.check()).as("%s", order).isEqualTo(new Rotation.Kept());
    }

    /** The next order that begins differently: the last step of the first run is given to the other. */
    private static boolean next(List<Integer> order) {
        while (!order.isEmpty()) {
            int last = order.removeLast();
            if (last == 0) {
                order.add(1);
                return true;
            }
        }
        return false;
    }
}
