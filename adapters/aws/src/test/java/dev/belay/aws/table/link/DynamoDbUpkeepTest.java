package dev.belay.aws.table.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.aws.Aws;
import dev.belay.aws.Cloud;
import dev.belay.chat.Platform;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.Ending;
import dev.belay.link.Kept;
import dev.belay.link.LinkIndex;
import dev.belay.link.SampleLinks;
import dev.belay.link.Told;
import dev.belay.link.Told.Telling;
import dev.belay.link.Upkeep;
import dev.belay.link.UpkeepContract;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is remembered of conversations on the real engine keeps the contract, with one request each. */
final class DynamoDbUpkeepTest implements UpkeepContract {
    private final Aws aws = Cloud.worker(Clock.systemUTC());
    private final ConversationLinks links = aws.links(Cloud.STACK.linkTable(), new Random(Cloud.unique()));
    private final Upkeep upkeep = aws.upkeep(Cloud.STACK.linkTable(), new Random(Cloud.unique()));
    private final LinkIndex index = aws.linkIndex(Cloud.STACK.linkTable());
    private final SampleLinks sample = new SampleLinks(Cloud.unique());

    @Override
    public Upkeep upkeep() {
        return upkeep;
    }

    @Override
    public ConversationLinks links() {
        return links;
    }

    @Override
    public LinkIndex index() {
        return index;
    }

    @Override
    public SampleLinks sample() {
        return sample;
    }

    @Test
    void each_deed_is_one_request() {
        Standing link = opened();
        Map<String, Integer> one = Map.of("dynamodb UpdateItem", 1);
        assertThat(Cloud.requestsOf(() -> upkeep.begin(link, new Telling(FIRST, LEASE), NOW)))
                .isEqualTo(one);
        assertThat(Cloud.requestsOf(() -> upkeep.lookFrom(link, 1, NOW))).isEqualTo(one);
        assertThat(Cloud.requestsOf(() -> upkeep.notTold(link, 1))).isEqualTo(one);
        assertThat(Cloud.requestsOf(() -> upkeep.told(link, FIRST))).isEqualTo(one);
        assertThat(Cloud.requestsOf(() -> upkeep.waits(link, "message-1"))).isEqualTo(one);
        assertThat(Cloud.requestsOf(() -> upkeep.ending(link, new Ending(1, true, LEASE))))
                .isEqualTo(one);
        assertThat(Cloud.requestsOf(() -> upkeep.due(link, Optional.of(LEASE)))).isEqualTo(one);
        assertThat(Cloud.requestsOf(() -> upkeep.due(link, Optional.empty()))).isEqualTo(one);
        assertThat(Cloud.requestsOf(() -> index.ownChannels(Platform.SLACK, SampleLinks.WORKSPACE)))
                .isEqualTo(Map.of("dynamodb Query", 1));
    }

    @Test
    void a_beginning_whose_answer_was_lost_knows_itself_again() {
        Standing link = opened();
        Cloud.losingTheFirstAnswer(() ->
                assertThat(upkeep.begin(link, new Telling(FIRST, LEASE), NOW)).isTrue());
    }

    private Standing opened() {
        Claimed claim = sample.dedicated();
        assertThat(links.claim(claim)).isTrue();
        Standing standing = sample.standing(claim, 3);
        return links.ready(standing.with(standing.conversation().with(Kept.NOTHING.with(Told.first(OPENED)))))
                .orElseThrow();
    }
}
