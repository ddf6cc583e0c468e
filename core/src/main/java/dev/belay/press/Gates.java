package dev.belay.press;

import dev.belay.action.Action;
import dev.belay.action.Refusal;
import dev.belay.action.Refusal.Reason;
import dev.belay.action.Request;
import dev.belay.action.Surface;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Member;
import dev.belay.event.Press;
import dev.belay.failure.Rejected;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.person.Identities;
import dev.belay.person.Identity;
import dev.belay.person.Members;
import dev.belay.person.Roles;
import dev.belay.platform.ChatPlatform;
import dev.belay.settings.ChatSettings;
import dev.belay.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Who may press what, asked at the moment of the write: a list of named gates, in this order. The first refusal wins, and whatever is
 * not plainly allowed is refused (default deny). Whether the record's state allows it is the action's own question, asked last.
 */
public final class Gates {
    private static final System.Logger LOG = System.getLogger(Gates.class.getName());

    /** A conversation that is being made is finished within seconds. */
    private static final Duration SHORTLY = Duration.ofSeconds(5);

    private final Members members;
    private final ConversationLinks links;
    private final Identities identities;
    private final Roles roles;
    private final Counters counters;
    private final List<Gate> inOrder = List.of(
            new Gate("isKnownAction", Gates::isKnownAction),
            new Gate("isOurApp", Gates::isOurApp),
            new Gate("isOurWorkspace", Gates::isOurWorkspace),
            new Gate("isFullMember", Gates::isFullMember),
            new Gate("isLinkedHere", Gates::isLinkedHere),
            new Gate("hasMailOfOurs", Gates::hasMailOfOurs),
            new Gate("isOneUser", proved(Gates::isOneUser)),
            new Gate("holdsRole", proved(this::holdsRole)));

    public Gates(Members members, ConversationLinks links, Identities identities, Roles roles, Counters counters) {
        this.members = members;
        this.links = links;
        this.identities = identities;
        this.roles = roles;
        this.counters = counters;
    }

    /** The gates' names, in their order. */
    List<String> names() {
        return inOrder.stream().map(Gate::name).toList();
    }

    Authorization authorize(Press press, ChatPlatform chat, Settings settings) {
        Inquiry inquiry = new Inquiry(press, chat, settings, links, members, identities);
        for (Gate gate : inOrder) {
            switch (gate.check().apply(inquiry)) {
                case Gate.Verdict.Pass() -> {}
                case Gate.Verdict.Deny(Refusal refusal) -> {
                    return new Authorization.Denied(refusal);
                }
                case Gate.Verdict.NotYet(Duration retryAfter) -> {
                    return new Authorization.NotYet(retryAfter);
                }
            }
        }
        return granted(inquiry);
    }

    /** What the gates let through, and nothing else. */
    private static Authorization granted(Inquiry inquiry) {
        Optional<Action> action = inquiry.action();
        if (action.isPresent()
                && inquiry.link().orElse(null) instanceof Made link
                && inquiry.identity() instanceof Identity.Known known) {
            return new Authorization.Granted(
                    action.get(), new Request(inquiry.press(), known.user(), link, inquiry.settings(), Map.of()));
        }
        return new Authorization.Denied(notLinked(inquiry));
    }

    private static Gate.Verdict isKnownAction(Inquiry inquiry) {
        return Gate.passIf(
                inquiry.action().isPresent(),
                Reason.UNKNOWN_ACTION,
                "This button is not known here any more. Use the newest card.");
    }

    private static Gate.Verdict isOurApp(Inquiry inquiry) {
        return Gate.passIf(
                inquiry.ours()
                        .filter(chat -> chat.app().equals(inquiry.press().appId()))
                        .isPresent(),
                Reason.OTHER_APP,
                "This button belongs to another app.");
    }

    private static Gate.Verdict isOurWorkspace(Inquiry inquiry) {
        return Gate.passIf(
                inquiry.ours()
                        .filter(chat ->
                                chat.workspaces().contains(inquiry.press().workspace()))
                        .isPresent(),
                Reason.OTHER_WORKSPACE,
                "This workspace is not set up here. Ask whoever runs Belay to add it.");
    }

    private static Gate.Verdict isFullMember(Inquiry inquiry) {
        return Gate.passIf(
                !isOfElsewhere(inquiry) && inquiry.member().standing() == Member.Standing.FULL,
                Reason.NOT_A_MEMBER,
                "Only full members of this workspace can work on records from here. Ask a full member to press it.");
    }

    /** Where several workspaces are ours, the platform alone knows who is a member of which. */
    private static boolean isOfElsewhere(Inquiry inquiry) {
        Optional<ChatSettings> ours = inquiry.ours();
        return ours.flatMap(ChatSettings::organization).isEmpty()
                && inquiry.press()
                        .userWorkspace()
                        .filter(theirs -> !theirs.equals(inquiry.press().workspace()))
                        .filter(theirs -> ours.filter(chat -> chat.workspaces().contains(theirs))
                                .isEmpty())
                        .isPresent();
    }

    /**
     * Whoever presses does so in the record's own conversation, or in their own chat where we sent them the button, while that
     * conversation stands. Whoever asked in words need not, since it may be gone: the record must have had one here, and none that is
     * private. A card that was posted a moment ago, and whose link is not finished: the press is early, not wrong.
     */
    private static Gate.Verdict isLinkedHere(Inquiry inquiry) {
        return switch (inquiry.link().orElse(null)) {
            case null -> new Gate.Verdict.Deny(notLinked(inquiry));
            case Claimed _ -> new Gate.Verdict.NotYet(SHORTLY);
            case Made link -> isHere(link, inquiry) ? Gate.PASS : new Gate.Verdict.Deny(notLinked(inquiry));
        };
    }

    private static boolean isHere(Made link, Inquiry inquiry) {
        Press press = inquiry.press();
        if (press.byCommand()) {
            return stands(Surface.COMMAND, inquiry)
                    && !link.placement().isPrivate()
                    && link.placement().workspace().equals(press.workspace());
        }
        boolean privately = stands(Surface.PRIVATE_ANSWER, inquiry);
        if (press.place().direct()) {
            return privately
                    && link instanceof Standing
                    && link.placement().workspace().equals(press.workspace());
        }
        ConversationId here = link.id();
        return here.workspace().equals(press.workspace())
                && (isIn(here, press.place(), privately) || isOldCard(link, inquiry));
    }

    private static boolean isIn(ConversationId here, Press.Place place, boolean privately) {
        return here.channel().equals(place.channel())
                && here.thread().map(root -> isIn(root, place, privately)).orElse(true);
    }

    /** A thread that the record was promoted from: its old card still finds the way, unless the record became private. */
    private static boolean isOldCard(Made link, Inquiry inquiry) {
        return !link.placement().isPrivate() && link.claim().former().isPresent() && inquiry.isBoundHere();
    }

    /** An answer that only one person sees may stand beside the thread, and in no other thread. */
    private static boolean isIn(String root, Press.Place place, boolean privately) {
        return place.thread()
                .map(root::equals)
                .orElse(privately || place.message().equals(root));
    }

    private static boolean stands(Surface surface, Inquiry inquiry) {
        return inquiry.action()
                .filter(action -> action.surfaces().contains(surface))
                .isPresent();
    }

    private static Refusal notLinked(Inquiry inquiry) {
        return Refusal.of(
                Reason.NOT_LINKED,
                inquiry.press()
                        .place()
                        .number()
                        .map(
                                number -> "No record " + number
                                        + " is known here. Check its number: a record is found by it when it has, or had, a conversation here.")
                        .orElse(
                                "This conversation is not linked to that record. Open the record in ServiceNow to find its conversation."));
    }

    /** An administrator of one workspace must not make its members people of another one's domain. */
    private static Gate.Verdict hasMailOfOurs(Inquiry inquiry) {
        Optional<String> email = inquiry.member().email();
        return Gate.passIf(
                email.isEmpty()
                        || inquiry.ours()
                                .filter(chat -> chat.vouches(inquiry.press().workspace(), email.get()))
                                .isPresent(),
                Reason.OTHER_MAIL_DOMAIN,
                "Your e-mail address is not of a domain that counts in this workspace. Ask whoever runs Belay to add the domain, or your administrator to correct the address.");
    }

    private static Gate.Verdict isOneUser(Inquiry inquiry) {
        return switch (inquiry.identity()) {
            case Identity.Known _ -> Gate.PASS;
            case Identity.Unmapped() ->
                Gate.deny(
                        Reason.UNMAPPED,
                        "No active ServiceNow user has your e-mail address. Ask your ServiceNow administrator to correct it there.");
            case Identity.Unaskable() ->
                Gate.deny(
                        Reason.UNASKABLE,
                        "Your e-mail address holds characters that ServiceNow cannot be asked for, so nobody was looked up. Ask whoever runs Belay to have another address set for you.");
            case Identity.Ambiguous() ->
                Gate.deny(
                        Reason.AMBIGUOUS,
                        "More than one active ServiceNow user has your e-mail address. Ask your ServiceNow administrator to leave it with one.");
        };
    }

    private Gate.Verdict holdsRole(Inquiry inquiry) {
        if (!(inquiry.identity() instanceof Identity.Known known)) {
            return isOneUser(inquiry);
        }
        return inquiry.action()
                .map(action -> holdsRole(known, action, inquiry.settings()))
                .orElseGet(() -> isKnownAction(inquiry));
    }

    private Gate.Verdict holdsRole(Identity.Known known, Action action, Settings settings) {
        Set<String> anyOf = settings.rolesFor(action.id());
        return Gate.passIf(
                roles.holdsAny(known.user().sysId(), anyOf),
                Reason.ROLE_MISSING,
                action.doing() + " needs one of these roles in ServiceNow: "
                        + String.join(", ", anyOf.stream().sorted().toList())
                        + ". Ask somebody who has one, or your ServiceNow administrator.");
    }

    /** What cannot be read back is a refusal and an alarm, never a pass. */
    private Function<Inquiry, Gate.Verdict> proved(Function<Inquiry, Gate.Verdict> check) {
        return inquiry -> {
            try {
                return check.apply(inquiry);
            } catch (Rejected e) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "user and roles cannot be read back from ServiceNow for {0}: {1}",
                        inquiry.press().record(),
                        e.getMessage());
                counters.count(Metric.ROLE_UNPROVED, e.system());
                return Gate.deny(
                        Reason.ROLE_UNPROVED,
                        "Your user and roles in ServiceNow could not be proved, so nothing was done. Whoever runs Belay has been alerted.");
            }
        };
    }
}
