package dev.belay.action;

import dev.belay.action.Refusal.Reason;
import dev.belay.card.CardAction;
import dev.belay.chat.Channel;
import dev.belay.chat.Chat;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.event.Press;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkState;
import dev.belay.link.Placement;
import dev.belay.person.Identities;
import dev.belay.person.Identity;
import dev.belay.person.Members;
import dev.belay.person.PlatformUser;
import dev.belay.person.Roles;
import dev.belay.settings.ChatSettings;
import dev.belay.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Who may press what, asked at the moment of the write and in this order: our app and workspace, a full member, the linked
 * conversation of this very record, exactly one platform user, a role. Whatever is not plainly allowed is refused.
 */
public final class Gates {
    private static final Duration SHORTLY = Duration.ofSeconds(5);
    private static final System.Logger LOG = System.getLogger(Gates.class.getName());

    /** What the gates say. */
    sealed interface Passage {
        /** Come in, under this platform user's name. */
        record Admitted(CardAction action, PlatformUser user, ConversationLink link) implements Passage {}

        /** No. */
        record Barred(Refusal refusal) implements Passage {}
    }

    private final Members members;
    private final ConversationLinks links;
    private final Identities identities;
    private final Roles roles;
    private final Counters counters;

    public Gates(Members members, ConversationLinks links, Identities identities, Roles roles, Counters counters) {
        this.members = members;
        this.links = links;
        this.identities = identities;
        this.roles = roles;
        this.counters = counters;
    }

    Passage pass(Press press, Chat chat, Settings settings) {
        Optional<CardAction> action = CardAction.of(press.word());
        if (action.isEmpty()) {
            return barred(Reason.UNKNOWN_ACTION, "This button is not known here any more. Use the newest card.");
        }
        return foreign(press, Optional.ofNullable(settings.chats().get(press.platform())))
                .<Passage>map(Passage.Barred::new)
                .orElseGet(() -> known(press, action.get(), chat, settings));
    }

    private static Optional<Refusal> foreign(Press press, Optional<ChatSettings> ours) {
        if (ours.filter(chat -> chat.app().equals(press.appId())).isEmpty()) {
            return Optional.of(Refusal.of(Reason.OTHER_APP, "This button belongs to another app."));
        }
        if (!ours.get().workspaces().contains(press.workspace())) {
            return Optional.of(Refusal.of(
                    Reason.OTHER_WORKSPACE, "This workspace is not set up here. Ask whoever runs Belay to add it."));
        }
        return Optional.empty();
    }

    private Passage known(Press press, CardAction action, Chat chat, Settings settings) {
        if (isOfElsewhere(press, Optional.ofNullable(settings.chats().get(press.platform())))) {
            return stranger();
        }
        ChatUser user = new ChatUser(press.platform(), press.workspace(), press.user());
        Member member = members.member(chat, user, place(press), press.responseUrl());
        if (member.standing() != Member.Standing.FULL) {
            return stranger();
        }
        Optional<ConversationLink> link = links.find(press.record(), press.platform());
        link.filter(ConversationLink::open).ifPresent(Gates::comeBack);
        if (link.filter(l -> isHere(l, press, action)).isEmpty()) {
            return barred(
                    Reason.NOT_LINKED,
                    "This conversation is not linked to that record. Open the record in ServiceNow to find its conversation.");
        }
        return proved(press, action, member, link.get(), settings.rolesFor(action));
    }

    /** Where several workspaces are ours, the platform alone knows who is a member of which. */
    private static boolean isOfElsewhere(Press press, Optional<ChatSettings> ours) {
        return ours.flatMap(ChatSettings::organization).isEmpty()
                && press.userWorkspace()
                        .filter(theirs -> !theirs.equals(press.workspace()))
                        .filter(theirs -> ours.filter(chat -> chat.workspaces().contains(theirs))
                                .isEmpty())
                        .isPresent();
    }

    private static Passage stranger() {
        return barred(
                Reason.NOT_A_MEMBER,
                "Only full members of this workspace can work on records from here. Ask a full member to press it.");
    }

    /** A channel that the person is to be in: in their own chat with us, that is the conversation which they were told of there. */
    private String place(Press press) {
        return press.direct()
                ? links.find(press.record(), press.platform())
                        .flatMap(ConversationLink::channel)
                        .map(Channel::id)
                        .orElse(press.channel())
                : press.channel();
    }

    /** The card was posted a moment ago and the link is not finished: the press is early, not wrong. */
    private static void comeBack(ConversationLink link) {
        throw new Unavailable("links", link.record() + " is still being linked", Optional.of(SHORTLY));
    }

    /**
     * A take-over is offered in a private message, which stands in the channel and in none of its threads, or in the person's own
     * chat with us.
     */
    private static boolean isHere(ConversationLink link, Press press, CardAction action) {
        if (press.direct()) {
            return action == CardAction.TAKE_OVER
                    && link.state() == LinkState.READY
                    && link.placement().workspace().equals(press.workspace());
        }
        String root = press.thread().orElse(press.message());
        return link.conversation()
                .filter(c ->
                        c.workspace().equals(press.workspace()) && c.channel().equals(press.channel()))
                .filter(c -> link.placement().kind() == Placement.Kind.DEDICATED
                        || action == CardAction.TAKE_OVER
                        || c.thread().filter(root::equals).isPresent())
                .isPresent();
    }

    private Passage proved(Press press, CardAction action, Member member, ConversationLink link, Set<String> anyOf) {
        try {
            return mapped(action, member, link, anyOf);
        } catch (CredentialsRefused e) {
            throw e;
        } catch (Rejected e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "user and roles cannot be proved for {0}: {1}",
                    press.record(),
                    e.getMessage());
            counters.count("RoleUnproved", e.system());
            return barred(
                    Reason.ROLE_UNPROVED,
                    "Your user and roles in ServiceNow could not be proved, so nothing was done. Whoever runs Belay has been alerted.");
        }
    }

    private Passage mapped(CardAction action, Member member, ConversationLink link, Set<String> anyOf) {
        return switch (identities.of(member)) {
            case Identity.Unmapped() ->
                barred(
                        Reason.UNMAPPED,
                        "No active ServiceNow user has your e-mail address. Ask your ServiceNow administrator to correct it there.");
            case Identity.Ambiguous() ->
                barred(
                        Reason.AMBIGUOUS,
                        "More than one active ServiceNow user has your e-mail address. Ask your ServiceNow administrator to leave it with one.");
            case Identity.Known(PlatformUser user) -> entitled(action, user, link, anyOf);
        };
    }

    private Passage entitled(CardAction action, PlatformUser user, ConversationLink link, Set<String> anyOf) {
        return roles.holdsAny(user.sysId(), anyOf)
                ? new Passage.Admitted(action, user, link)
                : barred(
                        Reason.ROLE_MISSING,
                        action.label() + " needs one of these roles in ServiceNow: "
                                + String.join(", ", anyOf.stream().sorted().toList())
                                + ". Ask somebody who has one, or your ServiceNow administrator.");
    }

    private static Passage barred(Reason reason, String sentence) {
        return new Passage.Barred(Refusal.of(reason, sentence));
    }
}
