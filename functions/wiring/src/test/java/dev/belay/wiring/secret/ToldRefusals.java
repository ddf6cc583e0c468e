package dev.belay.wiring.secret;

import dev.belay.credential.CredentialId;
import dev.belay.credential.CredentialRefusals;
import java.util.ArrayList;
import java.util.List;

/** Remembers which refusals were counted, and which changed a credential's state. */
final class ToldRefusals {
    final List<String> counted = new ArrayList<>();
    final List<CredentialId> told = new ArrayList<>();
    final List<String> said = new ArrayList<>();
    final List<CredentialId> taken = new ArrayList<>();
    final Refusals refusals =
            new Refusals((metric, kind) -> counted.add(metric + " " + kind), new CredentialRefusals() {
                @Override
                public void refused(CredentialId id, String why) {
                    told.add(id);
                    said.add(why);
                }

                @Override
                public void taken(CredentialId id) {
                    taken.add(id);
                }
            });
}
