package dev.belay.credential;

import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Unavailable;
import dev.belay.lease.Leases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The line between one run of a rotation and all that it calls: each call is a step, which can be waited for, broken, or the last. */
final class Line {
    /** How a step ends. */
    enum Fault {
        /** It was never sent, and the caller knows it. */
        NOT_SENT,
        /** It never arrived, and the caller cannot know it. */
        REQUEST_LOST,
        /** It was done, and the answer is lost. */
        RESPONSE_LOST,
        /** The caller dies before it. */
        KILLED_BEFORE,
        /** It was done, and the caller dies. */
        KILLED_AFTER
    }

    /** The caller is dead. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private static final String RENEW = "renew";

    private final List<String> calls = new ArrayList<>();
    private final Runnable before;
    private int breakAt = -1;
    private Fault fault = Fault.NOT_SENT;
    private boolean dead;

    Line() {
        this(() -> {});
    }

    /** @param before waited for before each step */
    Line(Runnable before) {
        this.before = before;
    }

    Line breaking(int call, Fault how) {
        breakAt = call;
        fault = how;
        return this;
    }

    /** The calls in order. */
    List<String> calls() {
        return calls;
    }

    boolean didBreak() {
        return breakAt >= 0 && calls.size() > breakAt;
    }

    private void cross(String call, Runnable effect) {
        var _ = cross(call, () -> {
            effect.run();
            return true;
        });
    }

    private <T> T cross(String call, Supplier<T> effect) {
        if (dead) {
            throw new Killed();
        }
        before.run();
        calls.add(call);
        if (calls.size() - 1 != breakAt) {
            return effect.get();
        }
        switch (fault) {
            case NOT_SENT -> throw new Unavailable("test", call + " was not sent", Optional.empty());
            case REQUEST_LOST -> throw lost(call);
            case RESPONSE_LOST -> {
                var _ = effect.get();
                throw lost(call);
            }
            case KILLED_BEFORE -> dead = true;
            case KILLED_AFTER -> {
                var _ = effect.get();
                dead = true;
            }
        }
        throw new Killed();
    }

    private static RuntimeException lost(String call) {
        return call.equals(RENEW)
                ? new OutcomeUnknown("test", call + " got no answer")
                : new Unavailable("test", call + " got no answer", Optional.empty());
    }

    TokenIssuer to(TokenIssuer issuer) {
        return new TokenIssuer() {
            @Override
            public Renewal renew(String workspace, TokenPair current) {
                return cross(RENEW, () -> issuer.renew(workspace, current));
            }

            @Override
            public Proof prove(String workspace, TokenPair pair) {
                return cross("prove", () -> issuer.prove(workspace, pair));
            }
        };
    }

    TokenPairs to(TokenPairs pairs) {
        return new TokenPairs() {
            @Override
            public Optional<Held> read(String workspace) {
                return cross("read", () -> pairs.read(workspace));
            }

            @Override
            public Optional<Instant> begun(Held held) {
                return cross("begun", () -> pairs.begun(held));
            }

            @Override
            public void begin(Held held) {
                cross("begin", () -> pairs.begin(held));
            }

            @Override
            public TokenPair stage(Held held, TokenPair next) {
                return cross("stage", () -> pairs.stage(held, next));
            }

            @Override
            public boolean promote(Held held) {
                return cross("promote", () -> pairs.promote(held));
            }
        };
    }

    Leases to(Leases leases) {
        return new Leases() {
            @Override
            public Optional<Duration> acquire(String name, String holder, Duration length) {
                return cross("acquire", () -> leases.acquire(name, holder, length));
            }

            @Override
            public void release(String name, String holder) {
                cross("release", () -> leases.release(name, holder));
            }
        };
    }
}
