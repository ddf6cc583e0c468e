package dev.belay.wiring;

import dev.belay.credential.CredentialId;
import dev.belay.credential.Finding;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import java.util.List;
import java.util.Optional;

/** A worker's check of a credential that it works with itself. */
record OwnCheck(CredentialId id, CredentialCheck of) implements dev.belay.credential.CredentialCheck {
    /** None for what others prove themselves with to us. */
    static Optional<OwnCheck> of(CredentialCheck check) {
        Optional<CredentialId.Kind> kind =
                switch (check.kind()) {
                    case SLACK_TOKENS -> Optional.of(CredentialId.Kind.SLACK);
                    case TEAMS -> Optional.of(CredentialId.Kind.TEAMS);
                    case SERVICENOW_CLIENT -> Optional.of(CredentialId.Kind.SERVICENOW);
                    case PAGERS, SLACK_SIGNING, SERVICENOW_EVENTS -> Optional.empty();
                };
        return kind.map(k -> new OwnCheck(new CredentialId(k, check.owner()), check));
    }

    @Override
    public Finding check() {
        try {
            return new Finding.Taken(of.live().run(), Optional.empty(), List.of());
        } catch (ExternalFailure e) {
            return switch (e) {
                case CredentialsRefused _ -> new Finding.Refused(e.said());
                case Rejected _, Unavailable _, OutcomeUnknown _ -> new Finding.NotChecked(e.said());
            };
        }
    }
}
