package dev.belay.simulator.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The app's calls that were told to fail.
 *
 * @param <F> a way in which a call fails there
 */
public final class Failures<F> {
    /** In place of a call's name: whichever call comes next. */
    public static final String ANY = "*";

    /** A failure that waits for a call of a name, or for any. */
    private record Order<F>(String call, F failure) {
        boolean isFor(String name) {
            return call.equals(ANY) || call.equals(name);
        }
    }

    private final List<Order<F>> orders = new ArrayList<>();

    /**
     * Makes the app's next calls fail, after those that were told to before.
     *
     * @param call what is called, such as {@code chat.update}, {@code graph.createTab} or {@code PATCH incident}; or {@link #ANY}
     */
    public synchronized void next(String call, int times, F failure) {
        for (int i = 0; i < times; i++) {
            orders.add(new Order<>(call, failure));
        }
    }

    public synchronized void clear() {
        orders.clear();
    }

    /** How this call is to fail, if it is. */
    public synchronized Optional<F> take(String call) {
        Optional<Order<F>> order =
                orders.stream().filter(each -> each.isFor(call)).findFirst();
        order.ifPresent(orders::remove);
        return order.map(Order::failure);
    }

    /** How many failures are still to come, by the name of the call. */
    public synchronized Map<String, Integer> planned() {
        Map<String, Integer> planned = new LinkedHashMap<>();
        orders.forEach(order -> planned.merge(order.call(), 1, Integer::sum));
        return planned;
    }
}
