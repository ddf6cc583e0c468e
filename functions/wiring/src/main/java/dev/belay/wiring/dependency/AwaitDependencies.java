package dev.belay.wiring.dependency;

import dev.belay.conversation.WatchAwaited;
import dev.belay.credential.ApplyTokenEvent;
import dev.belay.credential.AwaitCredentials;
import dev.belay.credential.CredentialCheck;
import java.util.List;

/**
 * What record events wait for credentials with.
 *
 * @param checks of the credentials that this worker can check
 * @param watch counts the records that wait
 * @param tokenEvents takes the word of a platform that a token is gone
 */
public record AwaitDependencies(
        AwaitCredentials await, List<CredentialCheck> checks, WatchAwaited watch, ApplyTokenEvent tokenEvents) {
    public AwaitDependencies {
        checks = List.copyOf(checks);
    }
}
