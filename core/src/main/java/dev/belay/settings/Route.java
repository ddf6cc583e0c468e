package dev.belay.settings;

import dev.belay.chat.Platform;
import dev.belay.record.RecordSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which records go to which place in chat. The first route that takes a record decides.
 *
 * @param priorities the priorities it takes
 * @param groups the sys_ids of the assignment groups it takes; empty takes all
 * @param isPrivate whether its channels are private; its records then appear nowhere else
 * @param pager what pages people about its records, where something does
 * @param lines whether it is said in a record's conversation what happened to it
 * @param recording what of a conversation stands on its record, and what of the record is said in it
 */
public record Route(
        String table,
        Set<Integer> priorities,
        Set<String> groups,
        Place place,
        boolean isPrivate,
        Optional<PagerSettings> pager,
        boolean lines,
        Recording recording) {
    public Route {
        priorities = Set.copyOf(priorities);
        groups = Set.copyOf(groups);
    }

    /** With the usual recording. */
    public Route(
            String table,
            Set<Integer> priorities,
            Set<String> groups,
            Place place,
            boolean isPrivate,
            Optional<PagerSettings> pager,
            boolean lines) {
        this(table, priorities, groups, place, isPrivate, pager, lines, Recording.USUAL);
    }

    public boolean takes(RecordSnapshot record, Platform on) {
        return platform() == on
                && table.equals(record.ref().table())
                && priorities.contains(record.routedPriority())
                && (groups.isEmpty()
                        || record.group()
                                .filter(group -> groups.contains(group.groupId()))
                                .isPresent());
    }

    public Platform platform() {
        return place.platform();
    }

    public String workspace() {
        return place.workspace();
    }

    public List<String> teams() {
        return place.teams();
    }

    public Optional<String> sharedChannel() {
        return place.sharedChannel();
    }

    public List<String> responders() {
        return place.responders();
    }
}
