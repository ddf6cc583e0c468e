package dev.belay.failure;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A worker's outside calls, seen from outside: whoever watches may make one fail, kill the worker at it, or let another worker go
 * first.
 */
public final class Calls {
    /**
     * One call.
     *
     * @param number counted from 1, over all ports
     * @param name e.g. {@code Records.change}
     * @param done whether it was done already
     */
    public record Call(int number, String name, boolean done) {}

    /** Sees each call twice: before it is done, and after. */
    public interface Watcher {
        void see(Call call);
    }

    /** How a run may end at a call. */
    public enum Ending {
        KILLED_BEFORE,
        KILLED_AFTER,
        UNAVAILABLE,
        LOST_BEFORE,
        LOST_AFTER;

        private boolean endsAfterIt() {
            return this == KILLED_AFTER || this == LOST_AFTER;
        }

        private void end() {
            switch (this) {
                case KILLED_BEFORE, KILLED_AFTER -> throw new Killed();
                case UNAVAILABLE -> throw new Unavailable("outside", "as told", Optional.empty());
                case LOST_BEFORE, LOST_AFTER -> throw new OutcomeUnknown("outside", "the answer was lost, as told");
            }
        }
    }

    /** The worker was killed: nothing in it can do anything about that. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private final Watcher watcher;
    private final List<String> names = new ArrayList<>();

    public Calls(Watcher watcher) {
        this.watcher = watcher;
    }

    public static Calls undisturbed() {
        return new Calls(_ -> {});
    }

    /** The run ends at this call, if it comes to it. */
    public static Calls ending(int number, Ending ending) {
        return new Calls(call -> {
            if (call.number() == number && call.done() == ending.endsAfterIt()) {
                ending.end();
            }
        });
    }

    /** Each call of this name fails, and is not done. */
    public static Calls failing(String name, Supplier<? extends RuntimeException> how) {
        return new Calls(call -> {
            if (call.name().equals(name) && !call.done()) {
                throw how.get();
            }
        });
    }

    /** This is done once, before the first call of this name. */
    public static Calls interrupted(String name, Runnable meanwhile) {
        List<Runnable> once = new ArrayList<>(List.of(meanwhile));
        return new Calls(call -> {
            if (call.name().equals(name) && !call.done() && !once.isEmpty()) {
                once.removeFirst().run();
            }
        });
    }

    /** The names of the calls so far, in order. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** The port, watched. */
    public <T> T watched(Class<T> port, T real) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    String name = port.getSimpleName() + "." + method.getName();
                    names.add(name);
                    int number = names.size();
                    watcher.see(new Call(number, name, false));
                    Object answer;
                    try {
                        answer = method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    watcher.see(new Call(number, name, true));
                    return answer;
                }));
    }
}
