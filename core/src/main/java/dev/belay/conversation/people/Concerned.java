package dev.belay.conversation.people;

import dev.belay.chat.ChatUser;
import dev.belay.record.Assignee;
import dev.belay.record.AssignmentGroup;
import dev.belay.record.Happening.Participant;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.SysId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Somebody whom a record concerns, or a group of people. */
sealed interface Concerned {
    /** Under this it is remembered that they were brought in. */
    String id();

    /**
     * One person.
     *
     * @param user who they are on the platform, where that is known
     * @param sysId who they are in ServiceNow, where that is needed to find them
     */
    record Person(String id, String name, Optional<ChatUser> user, Optional<SysId> sysId) implements Concerned {}

    /** All members of an assignment group. */
    record Group(SysId group, String name) implements Concerned {
        @Override
        public String id() {
            return "group_" + group.value();
        }
    }

    /** Whom the record concerns now: who works on it, and whom people in chat called. */
    static List<Concerned> by(RecordSnapshot record, String workspace) {
        Stream<Concerned> assigned = Stream.concat(
                record.assignee().stream().flatMap(Concerned::assignee),
                record.group().stream().flatMap(Concerned::group));
        Stream<Concerned> called = record.chronicle().happenings().stream()
                .flatMap(happening -> happening.people().stream())
                .flatMap(person -> participant(person, workspace));
        return Stream.concat(assigned, called).toList();
    }

    private static Stream<Concerned> assignee(Assignee assignee) {
        return SysId.isSysId(assignee.userId())
                ? Stream.of(inServiceNow(new SysId(assignee.userId()), assignee.name()))
                : Stream.empty();
    }

    private static Stream<Concerned> group(AssignmentGroup group) {
        return SysId.isSysId(group.groupId())
                ? Stream.of(new Group(new SysId(group.groupId()), group.name()))
                : Stream.empty();
    }

    /** A workspace's ids mean nothing in another: there a person is found as a user of ServiceNow. */
    private static Stream<Concerned> participant(Participant person, String workspace) {
        Optional<Concerned> here = person.chat()
                .filter(user -> user.workspace().equals(workspace))
                .map(user -> new Person(user.id(), person.name(), Optional.of(user), Optional.empty()));
        return here.or(() -> person.user().map(user -> inServiceNow(user, person.name()))).stream();
    }

    private static Concerned inServiceNow(SysId user, String name) {
        return new Person(user.value(), name, Optional.empty(), Optional.of(user));
    }
}
