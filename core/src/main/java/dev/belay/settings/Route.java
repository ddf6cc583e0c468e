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
 * @param teams on a platform where channels stand in teams: the one with the shared channel first, then those to roll over to
 * @param sharedChannel the id of the channel where records without a channel of their own stand as threads
 * @param responders chat user ids who are invited into each channel that it makes
 * @param isPrivate whether its channels are private; its records then appear nowhere else
 */
public record Route(
        String table,
        Set<Integer> priorities,
        Set<String> groups,
        Platform platform,
        String workspace,
        List<String> teams,
        Optional<String> sharedChannel,
        List<String> responders,
        boolean isPrivate) {
    public Route {
        priorities = Set.copyOf(priorities);
        groups = Set.copyOf(groups);
        teams = List.copyOf(teams);
        responders = List.copyOf(responders);
    }

    public boolean takes(RecordSnapshot record, Platform on) {
        return platform == on
                && table.equals(record.ref().table())
                && priorities.contains(record.routedPriority())
                && (groups.isEmpty()
                        || record.group()
                                .filter(group -> groups.contains(group.groupId()))
                                .isPresent());
    }
}
