package dev.belay.wiring;

import dev.belay.credential.CheckCredentials;
import dev.belay.credential.CredentialCheck;
import dev.belay.credential.CredentialId;
import dev.belay.credential.Finding;
import dev.belay.credential.Rotation;
import dev.belay.document.SettingsDocument;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.wiring.adapter.Adapters;
import dev.belay.wiring.credential.CredentialChecks;
import dev.belay.wiring.secret.TokenRotation;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks after all credentials once: renews the tokens that rotate, checks each credential, and has people told of what changed. */
final class CredentialCheckup implements Runnable {
    private static final System.Logger LOG = System.getLogger(CredentialCheckup.class.getName());

    private final Supplier<SettingsDocument> settings;
    private final Parts parts;
    private final Counters counters;
    private final Clock clock;

    /**
     * What it is made of.
     *
     * @param rotation runs first, so that a renewed token is the one that is checked
     * @param inbound the check of ServiceNow's own calls
     * @param adapters the platforms that people can be told on
     */
    record Parts(
            TokenRotation rotation,
            CredentialChecks checks,
            Function<SettingsDocument, CredentialCheck> inbound,
            Function<SettingsDocument, Adapters> adapters,
            CheckCredentials all) {}

    CredentialCheckup(Supplier<SettingsDocument> settings, Parts parts, Counters counters, Clock clock) {
        this.settings = settings;
        this.parts = parts;
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public void run() {
        SettingsDocument now = settings.get();
        Map<CredentialId, Rotation> rotated = rotated(now);
        Stream<CredentialCheck> checks = Stream.concat(
                parts.checks().all(now.connections()).stream()
                        .map(check -> new Rotated(check, Optional.ofNullable(rotated.get(check.id())), clock)),
                Stream.of(parts.inbound().apply(now)));
        parts.all().check(checks.toList(), parts.adapters().apply(now).chats(), now.settings());
    }

    /** A bug in it does not keep the checks from telling how the tokens stand. */
    private Map<CredentialId, Rotation> rotated(SettingsDocument now) {
        try {
            return parts.rotation().run(now.connections());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "tokens were not renewed: a bug or a bad setting", e);
            counters.count(Metric.UNEXPECTED_ERROR, e.getClass().getSimpleName());
            return Map.of();
        }
    }

    /** A token's check, and what came of its renewal. */
    private record Rotated(CredentialCheck of, Optional<Rotation> rotation, Clock clock) implements CredentialCheck {
        @Override
        public CredentialId id() {
            return of.id();
        }

        @Override
        public Finding check() {
            Finding found = of.check();
            return rotation.map(came -> came.over(found, clock.instant())).orElse(found);
        }
    }
}
