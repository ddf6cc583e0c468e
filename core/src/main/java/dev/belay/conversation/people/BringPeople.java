package dev.belay.conversation.people;

import dev.belay.card.Fingerprint;
import dev.belay.chat.ChatUser;
import dev.belay.conversation.draw.DrawCard;
import dev.belay.conversation.people.FindPeople.Found;
import dev.belay.conversation.tell.TellOperators;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.link.Conversation;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.person.Directory;
import dev.belay.platform.ChatPlatform;
import dev.belay.platform.Invited;
import dev.belay.platform.Invitee;
import dev.belay.record.RecordSnapshot;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings whom a record concerns into its conversation, each once: the link remembers them, so that whoever left is not dragged back
 * by the next change. Nobody is brought to a record that is over, nor into a place where it must not be shown. Where it cannot be
 * done for an hour, it is given up and the operations channel told.
 */
public final class BringPeople {
    /** Before what somebody is known as, in the parts of the set-up that are done. */
    static final String REMEMBERED = "invited_";

    /** Since when a try has failed, and of whom it was. */
    private static final String FAILING = "inviting";

    private static final String IN = "in";

    /** They could not be brought in, or are known by another id. */
    private static final String SEEN_TO = "seen to";

    /** Whom the record concerned when the conversation was opened: no line will name them. */
    private static final String AT_OPENING = "at_opening";

    /** Who is told of in one message that may have been said already: they are seen to before whoever came since. */
    private static final String TELLING = "telling";

    private static final Duration PATIENCE = Duration.ofHours(1);

    /** So that a link stays far below what a store takes in one item. */
    private static final int MOST_REMEMBERED = 500;

    private final ConversationLinks links;
    private final FindPeople find;
    private final Arrivals arrivals;
    private final TellOperators operators;
    private final Counters counters;
    private final Clock clock;

    public BringPeople(
            ConversationLinks links,
            Directory directory,
            Arrivals arrivals,
            TellOperators operators,
            Counters counters,
            Clock clock) {
        this.links = links;
        this.find = new FindPeople(directory, operators, clock);
        this.arrivals = arrivals;
        this.operators = operators;
        this.counters = counters;
        this.clock = clock;
    }

    /**
     * @return the link with those who are remembered now
     * @throws ExternalFailure when it is to be tried again
     */
    public Standing bring(ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings) {
        Scene scene = new Scene(chat, link, record, settings);
        if (record.ended() || DrawCard.isConfidential(record, link.placement(), settings)) {
            return link;
        }
        Map<String, Concerned> newcomers = new LinkedHashMap<>();
        Concerned.by(record, scene.channel().workspace()).stream()
                .filter(concerned -> !isRemembered(concerned.id(), scene))
                .forEach(concerned -> newcomers.putIfAbsent(concerned.id(), concerned));
        if (newcomers.isEmpty() || !hasRoom(scene)) {
            return link;
        }
        String telling = link.conversation().setUp().getOrDefault(TELLING, "");
        Map<String, Concerned> unfinished = new LinkedHashMap<>(newcomers);
        unfinished.keySet().retainAll(Set.of(telling.split(",", -1)));
        return unfinished.isEmpty()
                ? patiently(newcomers, String.join(",", newcomers.keySet()), scene)
                : bring(chat, patiently(unfinished, telling, scene), record, settings);
    }

    /** What is remembered of a conversation that is opened: whom nothing that happens later names. */
    public static Map<String, String> atOpening(RecordSnapshot record, String workspace) {
        List<String> ids = Concerned.by(record, workspace).stream()
                .filter(Concerned.Person.class::isInstance)
                .map(Concerned::id)
                .distinct()
                .toList();
        return ids.isEmpty() ? Map.of() : Map.of(AT_OPENING, String.join(",", ids));
    }

    /** Whether nothing was done yet for a conversation that was opened. */
    public static boolean isJustOpened(Standing link) {
        return Set.of(AT_OPENING).containsAll(link.conversation().setUp().keySet());
    }

    /** Whether anybody was brought in. */
    static boolean broughtAnybody(Standing link) {
        return link.conversation().setUp().entrySet().stream()
                .anyMatch(part ->
                        part.getKey().startsWith(REMEMBERED) && part.getValue().equals(IN));
    }

    private static boolean isRemembered(String id, Scene scene) {
        return scene.link().conversation().setUp().containsKey(REMEMBERED + id);
    }

    private boolean hasRoom(Scene scene) {
        boolean hasRoom = scene.link().conversation().setUp().size() < MOST_REMEMBERED;
        if (!hasRoom) {
            operators.surely(
                    "invited enough " + scene.link().key(),
                    scene.where() + " has as many people as Belay invites into one conversation:"
                            + " invite by hand whoever else is needed.",
                    scene.settings());
        }
        return hasRoom;
    }

    /**
     * @param batch what they are told of together under, the same when it is tried again
     */
    private Standing patiently(Map<String, Concerned> newcomers, String batch, Scene scene) {
        try {
            return bring(newcomers, batch, scene);
        } catch (Unavailable | CredentialsRefused e) {
            if (isToBeTriedAgain(newcomers.keySet(), scene, e)) {
                throw e;
            }
            operators.once(subject(newcomers.keySet(), scene), sentence(scene, e), scene.settings());
            return givenUp(newcomers.keySet(), scene);
        }
    }

    private boolean isToBeTriedAgain(Set<String> ids, Scene scene, ExternalFailure e) {
        if (e instanceof Unavailable unavailable && unavailable.isNotBegun()) {
            return true;
        }
        String who = fingerprint(ids) + " ";
        String failing = scene.link().conversation().setUp().getOrDefault(FAILING, "");
        if (failing.startsWith(who)) {
            Instant since = Instant.parse(failing.substring(who.length()));
            return clock.instant().isBefore(since.plus(PATIENCE));
        }
        links.markSetUp(scene.link(), FAILING, who + clock.instant());
        return true;
    }

    private Standing bring(Map<String, Concerned> newcomers, String batch, Scene scene) {
        Set<String> known = new HashSet<>(newcomers.keySet());
        List<Invitee> invitees = new ArrayList<>();
        List<Invited> came = new ArrayList<>();
        Set<Invitee> unnamed = new HashSet<>();
        for (Found found : find(newcomers, scene)) {
            found.lacks()
                    .ifPresentOrElse(
                            lacks -> came.add(new Invited.Absent(found.who(), lacks)), () -> invitees.add(found.who()));
            known.addAll(found.ids());
            if (!Collections.disjoint(found.ids(), wereThere(scene))) {
                unnamed.add(found.who());
            }
        }
        came.addAll(invite(invitees, scene));
        tell(
                came.stream()
                        .filter(invited -> isToBeSaid(invited, unnamed, scene))
                        .toList(),
                batch,
                scene);
        Map<String, String> parts = new LinkedHashMap<>();
        known.forEach(id -> parts.put(REMEMBERED + id, SEEN_TO));
        came.forEach(invited -> user(invited).ifPresent(user -> parts.put(REMEMBERED + user.id(), IN)));
        return remember(parts, scene);
    }

    private static Set<String> wereThere(Scene scene) {
        return Set.of(
                scene.link().conversation().setUp().getOrDefault(AT_OPENING, "").split(",", -1));
    }

    /**
     * Who was called by name stands in the line that says so, unless it was before there were lines. Where the route wants none, it is
     * left to a mention to call whoever hears of it in no other way: a platform tells whom it adds to a channel, and of no thread.
     */
    private static boolean isToBeSaid(Invited invited, Set<Invitee> unnamed, Scene scene) {
        return switch (invited) {
            case Invited.Absent _ -> true;
            case Invited.Present(Invitee who, var _) -> who.ofGroup() || unnamed.contains(who) || !scene.wantsLines();
            case Invited.Joined(Invitee who, var _) ->
                scene.wantsLines()
                        ? who.ofGroup() || unnamed.contains(who)
                        : scene.thread().isPresent();
        };
    }

    private void tell(List<Invited> untold, String batch, Scene scene) {
        if (untold.isEmpty()) {
            return;
        }
        if (!batch.equals(scene.link().conversation().setUp().get(TELLING))) {
            links.markSetUp(scene.link(), TELLING, batch);
        }
        try {
            arrivals.tell(scene.chat(), scene.link(), Fingerprint.of(batch), untold);
        } catch (Rejected e) {
            tellOperators(Set.of("told"), scene, e);
        }
    }

    /** Each person once, and nobody who was brought in before as somebody else. */
    private List<Found> find(Map<String, Concerned> newcomers, Scene scene) {
        Set<String> known = new HashSet<>();
        List<Found> all = new ArrayList<>();
        for (Concerned newcomer : newcomers.values()) {
            for (Found found : findOrTell(newcomer, scene)) {
                if (found.ids().stream().noneMatch(id -> known.contains(id) || isRemembered(id, scene))) {
                    all.add(found);
                }
                known.addAll(found.ids());
            }
        }
        return all;
    }

    private List<Found> findOrTell(Concerned newcomer, Scene scene) {
        try {
            return find.find(newcomer, scene);
        } catch (Rejected e) {
            tellOperators(Set.of(newcomer.id()), scene, e);
            return List.of();
        }
    }

    private List<Invited> invite(List<Invitee> people, Scene scene) {
        if (people.isEmpty()) {
            return List.of();
        }
        try {
            return scene.chat().channels().invite(scene.channel(), scene.thread(), people);
        } catch (Rejected e) {
            tellOperators(Set.of("all"), scene, e);
            return List.of();
        }
    }

    static Optional<ChatUser> user(Invited invited) {
        return switch (invited) {
            case Invited.Joined(Invitee _, ChatUser user) -> Optional.of(user);
            case Invited.Present(Invitee _, ChatUser user) -> Optional.of(user);
            case Invited.Absent _ -> Optional.empty();
        };
    }

    private void tellOperators(Set<String> ids, Scene scene, ExternalFailure e) {
        operators.surely(subject(ids, scene), sentence(scene, e), scene.settings());
        counters.count(Metric.CHANNEL_SETUP_FAILED, "people");
    }

    private static String subject(Set<String> ids, Scene scene) {
        return "not invited " + scene.link().key() + " " + fingerprint(ids);
    }

    private static String sentence(Scene scene, ExternalFailure e) {
        return "Not all whom " + scene.where() + " concerns could be invited: " + e.said()
                + ". Invite its assignee, its assignment group and whoever was called in by hand, and mend the cause for the next.";
    }

    private static String fingerprint(Set<String> ids) {
        return Fingerprint.of(String.join(",", ids));
    }

    private Standing givenUp(Set<String> ids, Scene scene) {
        counters.count(Metric.CHANNEL_SETUP_FAILED, "people");
        Map<String, String> parts = new LinkedHashMap<>();
        ids.forEach(id -> parts.put(REMEMBERED + id, SEEN_TO));
        return remember(parts, scene);
    }

    private Standing remember(Map<String, String> parts, Scene scene) {
        links.markSetUp(scene.link(), parts);
        Conversation after = scene.link().conversation();
        for (Map.Entry<String, String> part : parts.entrySet()) {
            after = after.markSetUp(part.getKey(), part.getValue());
        }
        return scene.link().with(after);
    }
}
