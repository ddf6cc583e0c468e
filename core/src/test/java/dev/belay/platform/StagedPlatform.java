package dev.belay.platform;

import dev.belay.card.Card;
import dev.belay.card.CardAction;
import dev.belay.card.CardButton;
import dev.belay.card.CardLayout;
import dev.belay.chat.Channel;
import dev.belay.record.Assignee;
import dev.belay.record.RecordState;
import dev.belay.record.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A chat platform with its stage, and what the contracts of its capabilities share. */
public interface StagedPlatform {
    Instant OPENING = Instant.parse("2026-11-23T10:00:00Z");
    String NAME = "inc0010023-checkout-down";
    String MARKER = "4b1f9c2e77aa01";
    String LINK = "https://acme.service-now.com/nav_to.do?uri=incident.do?sys_id=9d385017c611228701d22104cc95c371&a=b";
    Card NEW = Card.of(
            Sample.incident(),
            LINK,
            CardLayout.USUAL,
            List.of(CardButton.of(CardAction.ACKNOWLEDGE, Sample.incident(), CardLayout.USUAL, List.of())));
    Card TAKEN = Card.of(
            Sample.incident(
                    1,
                    RecordState.IN_PROGRESS,
                    Optional.of(new Assignee("5137153cc611227c000bbd1bd8cd2005", "Alice Archer")),
                    4),
            LINK,
            CardLayout.USUAL,
            List.of());

    ChatPlatform chat();

    ChatStage stage();

    /** What the channel is made of that the contracts make. */
    default ChannelDraft draft(String name) {
        return draft(name, false, MARKER);
    }

    default ChannelDraft draft(String name, boolean isPrivate, String marker) {
        List<String> teams = stage().shared().team().stream().toList();
        return new ChannelDraft(stage().workspace(), teams, name, isPrivate, marker, stage().now());
    }

    /** A channel of ours. */
    default Channel channel() {
        return chat().channels().create(draft(NAME)).orElseThrow();
    }
}
