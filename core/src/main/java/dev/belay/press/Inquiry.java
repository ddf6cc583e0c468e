package dev.belay.press;

import dev.belay.action.Action;
import dev.belay.action.Actions;
import dev.belay.card.CardAction;
import dev.belay.chat.Channel;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Member;
import dev.belay.event.Press;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkKey;
import dev.belay.person.Identities;
import dev.belay.person.Identity;
import dev.belay.person.Members;
import dev.belay.platform.ChatPlatform;
import dev.belay.settings.ChatSettings;
import dev.belay.settings.Settings;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the gates ask about one press. Each thing is looked up when it is first asked for, and once. */
final class Inquiry {
    private final Press press;
    private final Settings settings;
    private final Once<Optional<ConversationLink>> link;
    private final Once<Boolean> boundHere;
    private final Once<Member> member;
    private final Once<Identity> identity;

    Inquiry(
            Press press,
            ChatPlatform chat,
            Settings settings,
            ConversationLinks links,
            Members members,
            Identities identities) {
        this.press = press;
        this.settings = settings;
        this.link = new Once<>(() -> links.find(new LinkKey(press.record(), press.platform())));
        this.boundHere = new Once<>(
                () -> links.recordOf(pressedIn()).filter(press.record()::equals).isPresent());
        this.member = new Once<>(() -> members.member(chat.people(), press.user(), channel(), press.reply()));
        this.identity = new Once<>(() -> identities.of(member(), settings));
    }

    /** An answer that is asked for at most once. */
    private static final class Once<T> {
        private final Supplier<T> ask;
        private @Nullable T answer;

        Once(Supplier<T> ask) {
            this.ask = ask;
        }

        T get() {
            T known = answer;
            if (known == null) {
                known = ask.get();
                answer = known;
            }
            return known;
        }
    }

    Press press() {
        return press;
    }

    Settings settings() {
        return settings;
    }

    Optional<Action> action() {
        return CardAction.of(press.button().action()).map(Actions::of);
    }

    /** What of the press' platform is ours. */
    Optional<ChatSettings> ours() {
        return Optional.ofNullable(settings.chats().get(press.platform()));
    }

    /** The link of the record that the button carried, read afresh. */
    Optional<ConversationLink> link() {
        return link.get();
    }

    /** Whether the conversation that was pressed in is, or once was, the record's: it goes on pointing to it. */
    boolean isBoundHere() {
        return boundHere.get();
    }

    private ConversationId pressedIn() {
        Press.Place place = press.place();
        return new ConversationId(
                press.platform(),
                press.workspace(),
                place.channel(),
                Optional.of(place.thread().orElse(place.message())));
    }

    Member member() {
        return member.get();
    }

    Identity identity() {
        return identity.get();
    }

    /**
     * A channel that the person is in: where they press in their own chat with us, that is the record's conversation. That may be
     * gone by the time that they ask for something in words.
     */
    private String channel() {
        return press.place().direct() && !press.byCommand()
                ? link().flatMap(Inquiry::channel)
                        .map(Channel::id)
                        .orElse(press.place().channel())
                : press.place().channel();
    }

    private static Optional<Channel> channel(ConversationLink link) {
        return switch (link) {
            case Made made -> Optional.of(made.conversation().channel());
            case Claimed claimed -> claimed.channel();
        };
    }
}
