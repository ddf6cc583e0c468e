package dev.belay.wiring.dependency;

import dev.belay.channel.ApplyChannelEvent;
import dev.belay.channel.EndUninstalled;
import dev.belay.channel.TellOfSharedChannel;
import dev.belay.team.ApplyTeamEvent;

/** What the events of channels, of teams and of our app's removal are applied with. */
public record ChannelDependencies(
        ApplyChannelEvent channels, ApplyTeamEvent teams, TellOfSharedChannel shared, EndUninstalled uninstalled) {}
