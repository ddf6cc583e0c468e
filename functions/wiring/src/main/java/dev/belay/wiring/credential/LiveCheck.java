package dev.belay.wiring.credential;

import dev.belay.chat.Platform;
import dev.belay.credential.CredentialCheck;
import dev.belay.credential.CredentialId;
import dev.belay.credential.Finding;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.wiring.credential.StoredCredential.Shape;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A credential's shape, and then what its system says of it: the one place where a failure becomes a finding.
 *
 * @param missing what is to be said where there is no secret: what stores it
 * @param counters where that is counted
 * @param live what its system says; it may throw any {@link ExternalFailure}
 */
record LiveCheck(CredentialId id, String missing, Supplier<Shape> shape, Supplier<Finding> live, Counters counters)
        implements CredentialCheck {
    @Override
    public Finding check() {
        try {
            Shape seen = shape.get();
            if (!seen.found()) {
                counters.count(Metric.NOT_SET_UP, id.kind().id());
                return new Finding.Refused(missing);
            }
            return seen.isGood()
                    ? live.get()
                    : new Finding.Refused("its secret is wrong: " + String.join("; ", seen.problems()));
        } catch (ExternalFailure e) {
            return found(e);
        }
    }

    /** Only its own system can say no to it: what a store refuses us says nothing of the credential. */
    private Finding found(ExternalFailure failure) {
        String why = String.valueOf(failure.getMessage());
        return switch (failure) {
            case CredentialsRefused _ -> new Finding.Refused(why);
            case Rejected rejected ->
                systems(id.kind()).contains(rejected.system()) ? new Finding.Refused(why) : new Finding.NotChecked(why);
            case Unavailable _, OutcomeUnknown _ -> new Finding.NotChecked(why);
        };
    }

    /** As failures call them. */
    private static Set<String> systems(CredentialId.Kind kind) {
        return switch (kind) {
            case SLACK -> Platform.SLACK.systems();
            case TEAMS -> Platform.TEAMS.systems();
            case SERVICENOW, SERVICENOW_EVENTS -> Set.of("servicenow");
            case PAGER -> Set.of("pager", "pagerduty", "webhook");
        };
    }
}
