package dev.belay.simulator.teams.app;

import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.Team;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.List;

/** What a team's owners and each person do: install and remove the app, rename, delete and restore channels, of each of which the app is
 * told, and archive them. */
public final class Administration {
    private final Tenant tenant;
    private final Lifecycle lifecycle;
    private final AppTraffic traffic;

    Administration(Tenant tenant, Lifecycle lifecycle, AppTraffic traffic) {
        this.tenant = tenant;
        this.lifecycle = lifecycle;
        this.traffic = traffic;
    }

    /** Installs the app in a team: the app hears of the installation and of its bot's joining. */
    public List<Delivery> install(String person, String team) {
        Team where = team(team);
        tenant.atomically(() -> {
            where.install(true);
            return where;
        });
        return List.of(
                traffic.send(lifecycle.installation(person(person), where, "add")),
                traffic.send(lifecycle.membership(person(person), where, true)));
    }

    /** Brings a newer version of the app into a team. */
    public Delivery upgrade(String person, String team) {
        return traffic.send(lifecycle.installation(person(person), team(team), "add-upgrade"));
    }

    /** Removes the app from a team. */
    public List<Delivery> remove(String person, String team) {
        Team where = team(team);
        tenant.atomically(() -> {
            where.install(false);
            return where;
        });
        return List.of(
                traffic.send(lifecycle.membership(person(person), where, false)),
                traffic.send(lifecycle.installation(person(person), where, "remove")));
    }

    /** A person gets the app for themselves, so that the bot may write to them. */
    public Delivery installFor(String person) {
        tenant.personalApp(person(person).id(), true);
        return traffic.send(lifecycle.installation(person(person), "add"));
    }

    /** A person removes the app that they had for themselves. */
    public Delivery removeFor(String person) {
        tenant.personalApp(person(person).id(), false);
        return traffic.send(lifecycle.installation(person(person), "remove"));
    }

    public Delivery rename(String person, String channel, String name) {
        Channel where = channel(channel);
        return told(person, where, "channelRenamed", () -> where.rename(name));
    }

    public Delivery delete(String person, String channel) {
        Channel where = channel(channel);
        return told(
                person,
                where,
                "channelDeleted",
                () -> where.delete(tenant.clock().instant()));
    }

    public Delivery restore(String person, String channel) {
        Channel where = channel(channel);
        return told(person, where, "channelRestored", where::restore);
    }

    /** Archives a channel, of which no event tells (…/subscribe-to-conversation-events lists none). */
    public void archive(String channel, boolean whether) {
        Channel where = channel(channel);
        tenant.atomically(() -> {
            where.archive(whether);
            return where;
        });
    }

    /** The last owner of a team leaves it, or somebody is made one. */
    public void owned(String team, boolean whether) {
        Team where = team(team);
        tenant.atomically(() -> {
            where.owned(whether);
            return where;
        });
    }

    /** Fills a team with channels up to how many are given, as years of work do. */
    public void fill(String team, int channels) {
        Team where = team(team);
        tenant.atomically(() -> {
            while (where.counted().size() < channels) {
                where.create("filled " + where.counted().size(), "", Channel.Kind.STANDARD);
            }
            return where;
        });
    }

    /** Makes a channel that the app has no part in. */
    public Channel create(String person, String team, String name) {
        Channel made = tenant.atomically(() -> team(team).create(name, "", Channel.Kind.STANDARD));
        traffic.send(lifecycle.channel(person(person), made, "channelCreated"));
        return made;
    }

    private Delivery told(String person, Channel channel, String event, Runnable change) {
        SignedRequest request = tenant.atomically(() -> {
            change.run();
            return lifecycle.channel(person(person), channel, event);
        });
        return traffic.send(request);
    }

    private Person person(String person) {
        return tenant.person(person).orElseThrow(() -> new IllegalArgumentException("nobody is " + person));
    }

    private Team team(String team) {
        return tenant.team(team).orElseThrow(() -> new IllegalArgumentException("no team is " + team));
    }

    private Channel channel(String channel) {
        return tenant.teams().stream()
                .flatMap(team -> team.everyChannel(channel).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no channel is " + channel));
    }
}
