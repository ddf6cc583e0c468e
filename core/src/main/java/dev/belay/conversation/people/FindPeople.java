package dev.belay.conversation.people;

import dev.belay.cache.ExpiringCache;
import dev.belay.chat.ChatUser;
import dev.belay.conversation.tell.TellOperators;
import dev.belay.failure.Rejected;
import dev.belay.person.Directory;
import dev.belay.person.GroupMembers;
import dev.belay.person.PlatformUser;
import dev.belay.platform.Invitee;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds in chat whom a record concerns: users of ServiceNow by their e-mail address, groups by the group that stands for them in
 * chat, else by their members in ServiceNow. A group that is too large is cut, and the operations channel told.
 */
final class FindPeople {
    /** So that a run that meets a rate limit among many does not begin again at the first. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private static final String BY_HAND = ", or invite them by hand";

    private final Directory directory;
    private final TellOperators operators;
    private final ExpiringCache<Address, Optional<ChatUser>> known;

    FindPeople(Directory directory, TellOperators operators, Clock clock) {
        this.directory = directory;
        this.operators = operators;
        this.known = new ExpiringCache<>(clock, FRESH);
    }

    /** An e-mail address that a channel's people may be known by. */
    private record Address(String workspace, String channel, String email) {}

    /**
     * Somebody who was looked for.
     *
     * @param ids what they are known as, here and there
     * @param lacks why they cannot be invited, to follow their name
     */
    record Found(Set<String> ids, Invitee who, Optional<String> lacks) {
        Found {
            ids = Set.copyOf(ids);
        }
    }

    /**
     * @throws Rejected when ServiceNow or the platform does not tell
     */
    List<Found> find(Concerned concerned, Scene scene) {
        return switch (concerned) {
            case Concerned.Person person -> List.of(person(person, scene));
            case Concerned.Group group -> group(group, scene);
        };
    }

    private Found person(Concerned.Person person, Scene scene) {
        return person.sysId()
                .map(user -> directory
                        .find(user)
                        .map(found -> user(found, false, scene))
                        .orElseGet(() -> lacking(
                                person.id(),
                                person.name(),
                                false,
                                "is no active user in ServiceNow: invite them by hand")))
                .orElseGet(() -> new Found(
                        Set.of(person.id()),
                        new Invitee(person.name(), person.user(), Optional.empty(), false),
                        Optional.empty()));
    }

    private Found user(PlatformUser user, boolean ofGroup, Scene scene) {
        if (user.email().isBlank()) {
            return lacking(
                    user.sysId().value(),
                    user.name(),
                    ofGroup,
                    "has no e-mail address in ServiceNow to be found by: enter it there" + BY_HAND);
        }
        if (!scene.vouches(user.email())) {
            return lacking(
                    user.sysId().value(),
                    user.name(),
                    ofGroup,
                    "has an e-mail address in ServiceNow that nobody here is known by: correct it there" + BY_HAND);
        }
        Optional<ChatUser> found = inChat(user.email(), scene);
        Set<String> ids = new HashSet<>(Set.of(user.sysId().value()));
        found.map(ChatUser::id).ifPresent(ids::add);
        return new Found(ids, new Invitee(user.name(), found, Optional.of(user.email()), ofGroup), Optional.empty());
    }

    private Optional<ChatUser> inChat(String email, Scene scene) {
        return known.get(
                new Address(scene.channel().workspace(), scene.channel().id(), email), asked -> scene.chat()
                        .people()
                        .withEmail(asked.workspace(), asked.email(), asked.channel(), Optional.empty()));
    }

    private static Found lacking(String id, String name, boolean ofGroup, String lacks) {
        return new Found(
                Set.of(id), new Invitee(name, Optional.empty(), Optional.empty(), ofGroup), Optional.of(lacks));
    }

    private List<Found> group(Concerned.Group group, Scene scene) {
        String inChat = scene.invitations().groups().get(group.group().value());
        if (inChat == null) {
            return members(group, scene);
        }
        try {
            return inChat(group, inChat, scene);
        } catch (Rejected e) {
            operators.surely(
                    "group " + inChat + " " + scene.link().platform().id(),
                    inChat + ", which the settings name for the assignment group " + group.name()
                            + ", could not be read in "
                            + scene.link().platform().label() + ": " + e.said()
                            + ". Its members in ServiceNow are invited instead: correct the id, or grant what is missing.",
                    scene.settings());
            return members(group, scene);
        }
    }

    private List<Found> inChat(Concerned.Group group, String inChat, Scene scene) {
        List<ChatUser> users = scene.chat().people().inGroup(scene.channel().workspace(), scene.team(), inChat);
        int most = scene.invitations().most();
        warnOfMore(group, users.size() > most, scene);
        return users.stream()
                .limit(most)
                .map(user -> new Found(
                        Set.of(user.id()),
                        new Invitee("Somebody of " + group.name(), Optional.of(user), Optional.empty(), true),
                        Optional.empty()))
                .toList();
    }

    private List<Found> members(Concerned.Group group, Scene scene) {
        GroupMembers members =
                directory.members(group.group(), scene.invitations().most());
        warnOfMore(group, members.more(), scene);
        return members.users().stream().map(user -> user(user, true, scene)).toList();
    }

    private void warnOfMore(Concerned.Group group, boolean more, Scene scene) {
        if (more) {
            operators.surely(
                    "most invited " + group.group() + " "
                            + scene.link().platform().id(),
                    group.name() + ", which " + scene.where() + " is assigned to, has more than "
                            + scene.invitations().most()
                            + " members, and no more of a group are invited. Raise most_invited in the route, or name a"
                            + " smaller group for it in groups.",
                    scene.settings());
        }
    }
}
