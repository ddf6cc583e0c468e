package dev.belay.conversation.people;

import dev.belay.chat.Channel;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordSnapshot;
import dev.belay.settings.Invitations;
import dev.belay.settings.Route;
import dev.belay.settings.Settings;
import java.util.Optional;

/** A conversation that people are brought into, and what is known of it. */
record Scene(ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings) {
    Channel channel() {
        return link.conversation().channel();
    }

    Optional<String> thread() {
        return link.id().thread();
    }

    Invitations invitations() {
        return route().map(route -> route.place().invitations()).orElse(Invitations.DEFAULT);
    }

    /** Whether it is said there in lines what happens to the record. */
    boolean wantsLines() {
        return route().filter(route -> !route.lines()).isEmpty();
    }

    /** The team that holds what the route names, where channels stand in teams. */
    Optional<String> team() {
        return route().flatMap(route -> route.teams().stream().findFirst()).or(channel()::team);
    }

    private Optional<Route> route() {
        return settings.route(record, link.platform());
    }

    /** Whether somebody there may be known by this address. */
    boolean vouches(String email) {
        return settings.vouches(link.platform(), channel().workspace(), email);
    }

    /** What it is called for those who run this: a private channel's name is nobody's business. */
    String where() {
        return record.number() + " in " + link.platform().label();
    }
}
