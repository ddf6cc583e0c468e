package dev.belay.aws.table.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.aws.table.Item;
import dev.belay.failure.Rejected;
import dev.belay.fuzz.Enumeration;
import dev.belay.link.Conversation;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.LinkStatus;
import dev.belay.link.PagerIncident;
import dev.belay.link.SampleLinks;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is stored of a link is the link. */
final class LinkItemTest {
    private static final int MANY = 500;
    private final SampleLinks sample = new SampleLinks(3);

    @Test
    void a_link_is_read_as_it_was_written() {
        long seed = Enumeration.seed();
        Random random = new Random(seed);
        for (int i = 0; i < MANY; i++) {
            ConversationLink link = any(random);
            Item stored = Item.read(LinkItem.of(link, "writer").attributes());
            assertThat(LinkItem.link(stored)).as("seed " + seed).isEqualTo(link);
        }
    }

    @Test
    void what_cannot_be_read_is_named() {
        Item item = LinkItem.of(sample.dedicated(), "writer").with(LinkItem.STATUS, "SLEEPING");
        assertThatThrownBy(() -> LinkItem.link(item))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("state")
                .hasMessageContaining("record#slack#incident#");
        Item empty = Item.read(Map.of("pk", AttributeValue.fromS("record#x")));
        assertThatThrownBy(() -> LinkItem.link(empty))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("platform");
    }

    private ConversationLink any(Random random) {
        Claimed link = random.nextBoolean() ? sample.dedicated() : sample.shared();
        LinkStatus[] statuses = LinkStatus.values();
        LinkStatus status = statuses[random.nextInt(statuses.length)];
        link = random.nextBoolean() ? link.next() : link;
        return status.isClaimed()
                ? progress(link.with(status), random)
                : ConversationLink.made(link.standing(conversation(random)), status);
    }

    private Claimed progress(Claimed claim, Random random) {
        Claimed link = claim;
        if (random.nextBoolean()) {
            link = link.with(sample.channel());
        }
        if (random.nextBoolean()) {
            link = link.with(sample.card(random.nextLong(1_000_000)));
        }
        return random.nextBoolean() ? link.seen(random.nextLong(1_000_000)) : link;
    }

    private Conversation conversation(Random random) {
        Conversation conversation = new Conversation(
                random.nextBoolean() ? sample.channel() : sample.channelOf("team-7"),
                sample.card(random.nextLong(1_000_000)),
                random.nextLong(1_000_000),
                random.nextBoolean() ? Map.of() : Map.of("pin", "a1", "description", "b2"),
                "U0BELAY");
        return random.nextBoolean() ? conversation : conversation.with(new PagerIncident("PT4KHLK", "press-1"));
    }
}
