package dev.belay.platform;

import dev.belay.chat.Platform;
import dev.belay.team.Teams;
import java.util.Optional;

/**
 * What one chat platform can do, capability by capability. Every method of every capability throws
 * {@link dev.belay.failure.Unavailable} when nothing happened and a retry will help (with the platform's own waiting time where it
 * gave one), {@link dev.belay.failure.Rejected} when it will not, {@link dev.belay.failure.CredentialsRefused} when our token is
 * refused, and each write that is not idempotent throws {@link dev.belay.failure.OutcomeUnknown} when it may have happened.
 *
 * @param teams on a platform where channels stand in teams
 * @param survey for whoever looks through all channels
 */
public record ChatPlatform(
        Platform platform,
        Channels channels,
        Cards cards,
        Lines lines,
        Messages messages,
        People people,
        Optional<Teams> teams,
        Survey survey) {}
