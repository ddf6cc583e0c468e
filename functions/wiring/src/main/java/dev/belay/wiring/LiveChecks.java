package dev.belay.wiring;

import dev.belay.aws.Secrets;
import dev.belay.credential.CredentialId;
import dev.belay.document.ConnectionSettings;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.secret.SecretKind;
import dev.belay.secret.SecretNames;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The credentials that can be shown to their systems, out of {@link CredentialChecks}: what only signs or proves is not among them. */
final class LiveChecks {
    private final CredentialChecks all;
    private final Secrets secrets;

    LiveChecks(Secrets secrets, SecretNames names, RateLimitStore limits, Counters counters, Clock clock) {
        this.secrets = secrets;
        this.all = new CredentialChecks(secrets, names, limits, withoutRefusals(counters), clock);
    }

    /** A refusal that a check meets is its finding: the alarm on a credential's state rings for it, and not each hour anew. */
    private static Counters withoutRefusals(Counters counters) {
        return (metric, kind) -> {
            if (metric != Metric.TOKEN_REJECTED) {
                counters.count(metric, kind);
            }
        };
    }

    List<dev.belay.credential.CredentialCheck> all(ConnectionSettings settings) {
        return all.all(settings).stream().flatMap(this::live).toList();
    }

    private Stream<dev.belay.credential.CredentialCheck> live(CredentialCheck check) {
        return kind(check.kind()).stream()
                .map(kind -> new LiveCheck(new CredentialId(kind, check.owner()), check, () -> end(check)));
    }

    private static Optional<CredentialId.Kind> kind(SecretKind kind) {
        return switch (kind) {
            case SLACK_TOKENS -> Optional.of(CredentialId.Kind.SLACK);
            case TEAMS -> Optional.of(CredentialId.Kind.TEAMS);
            case SERVICENOW_CLIENT -> Optional.of(CredentialId.Kind.SERVICENOW);
            case PAGERS -> Optional.of(CredentialId.Kind.PAGER);
            case SLACK_SIGNING, SERVICENOW_EVENTS -> Optional.empty();
        };
    }

    private Optional<Instant> end(CredentialCheck check) {
        return check.kind() == SecretKind.TEAMS
                ? check.ids().stream()
                        .flatMap(id -> secrets.find(id).stream())
                        .findFirst()
                        .flatMap(CredentialEnd::of)
                : Optional.empty();
    }
}
