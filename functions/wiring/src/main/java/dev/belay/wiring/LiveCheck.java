package dev.belay.wiring;

import dev.belay.credential.CredentialId;
import dev.belay.credential.Finding;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.wiring.CredentialCheck.Shape;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What shape and live call of a credential come to, as one finding. */
record LiveCheck(CredentialId id, CredentialCheck shown, Supplier<Optional<Instant>> end)
        implements dev.belay.credential.CredentialCheck {
    /** Who refuses a call without saying anything of the credential. */
    private static final Set<String> OURS = Set.of("secretsmanager", "dynamodb", "environment");

    @Override
    public Finding check() {
        try {
            return found(shown.shape().run());
        } catch (CredentialsRefused e) {
            return new Finding.Refused(String.valueOf(e.getMessage()));
        } catch (Rejected e) {
            return OURS.contains(e.system())
                    ? new Finding.NotChecked(String.valueOf(e.getMessage()))
                    : new Finding.Refused(String.valueOf(e.getMessage()));
        } catch (Unavailable | OutcomeUnknown e) {
            return new Finding.NotChecked(String.valueOf(e.getMessage()));
        }
    }

    private Finding found(Shape shape) {
        if (!shape.found()) {
            return new Finding.Refused("there is no secret " + String.join(" or ", shown.ids()));
        }
        return shape.isGood()
                ? new Finding.Taken(shown.live().run(), end.get(), shape.remarks())
                : new Finding.Refused(String.join("; ", shape.problems()));
    }
}
