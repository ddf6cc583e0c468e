package dev.belay.aws.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Rejected;
import dev.belay.link.ConversationLink;
import dev.belay.link.LinkState;
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
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < MANY; i++) {
            ConversationLink link = any(random);
            Item stored = Item.read(LinkItem.of(link, "writer").attributes());
            assertThat(LinkItem.link(stored)).as("seed " + seed).isEqualTo(link);
        }
    }

    @Test
    void what_cannot_be_read_is_named() {
        Item item = LinkItem.of(sample.dedicated(), "writer").with(LinkItem.STATE, "SLEEPING");
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
        ConversationLink link = random.nextBoolean() ? sample.dedicated() : sample.shared();
        LinkState[] states = LinkState.values();
        link = link.with(states[random.nextInt(states.length)]);
        if (random.nextBoolean()) {
            link = link.with(sample.channel());
        }
        if (random.nextBoolean()) {
            link = link.with(sample.card(random.nextLong(1_000_000)));
        }
        if (random.nextBoolean()) {
            link = link.seen(random.nextLong(1_000_000)).createdBy("U0BELAY");
        }
        return random.nextBoolean() ? link.next() : link;
    }
}
