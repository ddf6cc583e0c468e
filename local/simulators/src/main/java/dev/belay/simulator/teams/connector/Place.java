package dev.belay.simulator.teams.connector;

import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.PersonalChat;
import dev.belay.simulator.teams.tenant.Team;
import dev.belay.simulator.teams.tenant.Tenant;
import dev.belay.simulator.teams.tenant.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a conversation id names: a channel, perhaps with a thread of it, or a 1:1 chat.
 *
 * @param root the id of the message that begins the thread, empty where the channel as a whole is meant
 */
record Place(Optional<Channel> channel, Optional<PersonalChat> chat, String root) {
    private static final String THREAD = ";messageid=";

    /** The place that an id names, if the bot may be there. */
    static Place of(Tenant tenant, String id) {
        Optional<PersonalChat> chat = tenant.chat(id);
        if (chat.isPresent()) {
            return new Place(Optional.empty(), chat, "");
        }
        int mark = id.indexOf(THREAD);
        String channel = mark < 0 ? id : id.substring(0, mark);
        String root = mark < 0 ? "" : id.substring(mark + THREAD.length());
        return new Place(Optional.of(channel(tenant, channel)), Optional.empty(), root);
    }

    static Channel channel(Tenant tenant, String id) {
        Channel channel = tenant.channel(id).orElseThrow(ConnectorErrors::noConversation);
        if (!channel.team().hasApp() || channel.kind() == Channel.Kind.PRIVATE) {
            throw ConnectorErrors.notInRoster();
        }
        return channel;
    }

    static String thread(Channel channel, String root) {
        return channel.id() + THREAD + root;
    }

    Timeline timeline() {
        return channel.map(Channel::timeline)
                .or(() -> chat.map(PersonalChat::timeline))
                .orElseThrow();
    }

    /** Refuses where the thread that the id names is not one. */
    void demandThread() {
        if (channel.isPresent()
                && !root.isEmpty()
                && channel.get().timeline().roots().stream()
                        .noneMatch(message -> message.id().equals(root))) {
            throw ConnectorErrors.noConversation();
        }
    }

    /** Refuses where the bot may not write now. */
    void demandWritable(Tenant tenant) {
        if (channel.filter(each -> each.isArchived() || each.team().isArchived())
                .isPresent()) {
            throw ConnectorErrors.writesBlocked();
        }
        chat.ifPresent(each -> {
            if (tenant.blocks(each.person())) {
                throw ConnectorErrors.of(
                        403, "ConversationBlockedByUser", "User blocked the conversation with the bot.");
            }
            if (!tenant.hasPersonalApp(each.person())) {
                throw ConnectorErrors.notInRoster();
            }
        });
    }

    /** Those who are in the conversation, the bots left out, as the roster leaves them out. */
    List<Person> roster(Tenant tenant) {
        Stream<String> ids = channel.map(each -> each.members().stream())
                .or(() -> chat.map(each -> Stream.of(each.person())))
                .orElseThrow();
        return ids.flatMap(id -> tenant.person(id).stream())
                .filter(Person::canPress)
                .toList();
    }

    Optional<Team> team() {
        return channel.map(Channel::team);
    }
}
