package dev.belay.simulator.teams.tenant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A channel with all that stands in it. Touched only while its tenant is held. */
public final class Channel {
    /** Who is in a channel. */
    public enum Kind {
        /** Everybody in the team. */
        STANDARD,
        /** Some of the team. */
        PRIVATE,
        /** Some of the team, and perhaps people of other tenants. */
        SHARED
    }

    /** What Teams does to a channel in its own time: archive it or take it out of the archive. */
    private record Archiving(boolean archived, Instant done) {}

    private final String id;
    private final Team team;
    private final Kind kind;
    private final Instant created;
    private String name;
    private String description;
    private boolean archived;
    private Optional<Archiving> underWay = Optional.empty();
    private Optional<Instant> deleted = Optional.empty();
    private final Set<String> members = new LinkedHashSet<>();
    private final Timeline timeline = new Timeline();
    private final List<Tab> tabs = new ArrayList<>();

    Channel(String id, Team team, String name, String description, Kind kind, Instant created) {
        this.id = id;
        this.team = team;
        this.name = name;
        this.description = description;
        this.kind = kind;
        this.created = created;
    }

    public String id() {
        return id;
    }

    public Team team() {
        return team;
    }

    public Kind kind() {
        return kind;
    }

    public Instant created() {
        return created;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public boolean isArchived() {
        Optional<Archiving> due =
                underWay.filter(each -> !each.done().isAfter(team.clock().instant()));
        due.ifPresent(each -> archive(each.archived()));
        return archived;
    }

    /** When it was deleted; it can be restored for 30 days. */
    public Optional<Instant> deleted() {
        return deleted;
    }

    public boolean isDeleted() {
        return deleted.isPresent();
    }

    public Timeline timeline() {
        return timeline;
    }

    public List<Tab> tabs() {
        return tabs;
    }

    /** The object ids of those who are in it: the team's members, or its own where it is private or shared. */
    public Set<String> members() {
        return kind == Kind.STANDARD ? team.members() : members;
    }

    public void rename(String other) {
        name = other;
    }

    public void describe(String other) {
        description = other;
    }

    /** At once, as a person sees it. */
    public void archive(boolean whether) {
        archived = whether;
        underWay = Optional.empty();
    }

    /** In the platform's own time. */
    public void beginToArchive(boolean whether, Instant done) {
        underWay = Optional.of(new Archiving(whether, done));
    }

    public void delete(Instant when) {
        deleted = Optional.of(when);
    }

    public void restore() {
        deleted = Optional.empty();
    }
}
