package dev.belay.simulator.slack.call;

import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Grant;
import dev.belay.simulator.slack.workspace.Message;
import dev.belay.simulator.slack.workspace.Person;
import dev.belay.simulator.slack.workspace.Workspace;
import java.util.List;

/** One call of the Web API, made while its workspace is held. */
public record Call(Workspace workspace, Grant grant, Arguments arguments) {
    public String user() {
        return grant.user();
    }

    public Person caller() {
        return workspace.person(user()).orElseThrow(() -> Refusal.of("account_inactive"));
    }

    public boolean may(String scope) {
        return grant.scopes().contains(scope);
    }

    /** Refuses unless the token has one of these scopes. */
    public void demand(List<String> anyOf) {
        if (!anyOf.isEmpty() && anyOf.stream().noneMatch(this::may)) {
            throw Refusal.missingScope(String.join(",", anyOf));
        }
    }

    /** Refuses unless the token has the scope that a channel of this kind needs. */
    public void demandFor(boolean isPrivate, String forPublic, String forPrivate) {
        demand(List.of(isPrivate ? forPrivate : forPublic));
    }

    /** The channel that an argument names, if the caller sees it; what they do not see does not exist for them. */
    public Channel channel(String argument) {
        return workspace
                .channel(arguments.required(argument))
                .filter(channel -> workspace.sees(user(), channel))
                .orElseThrow(() -> Refusal.of("channel_not_found"));
    }

    public Channel channel() {
        return channel("channel");
    }

    /** The channel to be changed: one that is alive and that the caller is in. */
    public Channel ownLiveChannel() {
        Channel channel = channel();
        if (channel.isArchived()) {
            throw Refusal.of("is_archived");
        }
        return joined(channel);
    }

    public Channel joined(Channel channel) {
        if (!channel.members().contains(user())) {
            throw Refusal.of("not_in_channel");
        }
        return channel;
    }

    /** The message of a channel that an argument names. */
    public Message message(Channel channel, String argument) {
        return channel.message(arguments.required(argument)).orElseThrow(() -> Refusal.of("message_not_found"));
    }

    public long now() {
        return workspace.clock().instant().getEpochSecond();
    }
}
