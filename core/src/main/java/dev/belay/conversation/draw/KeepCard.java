package dev.belay.conversation.draw;

import dev.belay.delivery.Delivery;
import dev.belay.link.Conversation;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.Drawn;
import dev.belay.link.Upkeep;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordSnapshot;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps a card as new as its record, and draws no more than is seen: at most once a second, and not at all where it would look the
 * same. A person's own press is drawn at once, and not here.
 */
public final class KeepCard {
    private static final Duration APART = Duration.ofSeconds(1);

    private final RefreshCard refresh;
    private final Upkeep upkeep;
    private final Clock clock;

    /**
     * What came of it.
     *
     * @param later when to come back, where the card was drawn just now
     * @param canBeDrawn false where the platform does not let us change it, or shows it no more
     */
    public record Kept(Optional<Instant> later, boolean canBeDrawn) {}

    public KeepCard(RefreshCard refresh, Upkeep upkeep, Clock clock) {
        this.refresh = refresh;
        this.upkeep = upkeep;
        this.clock = clock;
    }

    /**
     * @param again whether an earlier run may have been killed over it: then what was confirmed may not be what is shown
     */
    public Kept keep(ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings, boolean again) {
        Conversation conversation = link.conversation();
        boolean inDoubt = again && conversation.wasRedrawn() && !waited(conversation);
        if (!inDoubt && isShown(link, record, settings, refresh)) {
            return new Kept(Optional.empty(), true);
        }
        Optional<Instant> due = conversation
                .kept()
                .drawn()
                .map(drawn -> drawn.at().plus(APART))
                .filter(clock.instant()::isBefore)
                .filter(_ -> Delivery.current().isPresent())
                .filter(_ -> !DrawCard.isConfidential(record, link.placement(), settings));
        return new Kept(due, due.isPresent() || refresh.refresh(chat, link, record, settings));
    }

    /** Whether this delivery came back because it was told to, and nobody sent a card since. */
    private static boolean waited(Conversation conversation) {
        return conversation
                .kept()
                .waiting()
                .filter(message -> Delivery.current()
                        .filter(delivery -> delivery.messageId().equals(message))
                        .isPresent())
                .isPresent();
    }

    /** Whether the card is known to show the record as it is. */
    public static boolean isShown(Standing link, RecordSnapshot record, Settings settings, RefreshCard refresh) {
        Conversation conversation = link.conversation();
        return conversation.shows(record.generation())
                || (conversation.isDrawn()
                        && conversation
                                .kept()
                                .drawn()
                                .map(Drawn::shown)
                                .filter(refresh.looks(link, record, settings)::equals)
                                .isPresent());
    }

    /** Draws it now, whatever is shown. */
    public void draw(ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings) {
        boolean _ = refresh.refresh(chat, link, record, settings);
    }

    /** Remembers that this delivery ends in a wait that was chosen. */
    public void wait(Standing link) {
        Delivery.current().ifPresent(delivery -> upkeep.waits(link, delivery.messageId()));
    }
}
