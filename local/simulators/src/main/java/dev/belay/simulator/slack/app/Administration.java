package dev.belay.simulator.slack.app;

import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Workspace;
import java.util.List;
import java.util.function.Consumer;

/**
 * What people do to channels: archive, unarchive, rename and delete them, and bring the app in or take it out. The app is told of what it
 * sees.
 */
public final class Administration {
    private final Workspace workspace;
    private final Events events;

    Administration(Workspace workspace, Events events) {
        this.workspace = workspace;
        this.events = events;
    }

    public List<Delivery> archive(String user, String channel) {
        return told(channel, where -> {
            workspace.news().archived(where, user);
            workspace.archive(where);
            workspace.annals().archived(where, user);
        });
    }

    /** Bots that archiving took out of it stay out. */
    public List<Delivery> unarchive(String user, String channel) {
        return told(channel, where -> {
            where.revive();
            workspace.annals().unarchived(where, user);
            workspace.news().unarchived(where, user);
        });
    }

    /** For good: nobody restores a channel in Slack (slack.com/help: Archive or delete a channel). */
    public List<Delivery> delete(String user, String channel) {
        return told(channel, where -> {
            workspace.news().deleted(where, user);
            workspace.remove(where);
        });
    }

    public List<Delivery> rename(String user, String channel, String name) {
        return told(channel, where -> {
            String before = where.name();
            where.rename(name);
            workspace.annals().renamed(where, user, before);
            workspace.news().renamed(where, user);
        });
    }

    /** Brings the app into a channel, by {@code /invite @Belay}. */
    public List<Delivery> inviteApp(String user, String channel) {
        String bot = workspace.app().botUser();
        return told(channel, where -> {
            if (where.isArchived()) {
                throw new IllegalArgumentException("nobody is brought into " + channel + ": it is archived");
            }
            if (where.members().add(bot)) {
                workspace.annals().joined(where, bot, user);
                workspace.news().joined(where, bot, user);
            }
        });
    }

    /** Takes the app out of a channel. */
    public List<Delivery> removeApp(String user, String channel) {
        String bot = workspace.app().botUser();
        return told(channel, where -> {
            if (where.members().remove(bot)) {
                workspace.news().left(where, bot, user);
            }
        });
    }

    private List<Delivery> told(String channel, Consumer<Channel> deed) {
        workspace.atomically(() -> {
            deed.accept(workspace
                    .channel(channel)
                    .orElseThrow(() -> new IllegalArgumentException("no channel is " + channel)));
            return channel;
        });
        return events.tellNews();
    }
}
