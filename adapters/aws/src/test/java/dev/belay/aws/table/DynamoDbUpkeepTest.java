package dev.belay.aws.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.aws.Aws;
import dev.belay.aws.Cloud;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.Kept;
import dev.belay.link.LinkKey;
import dev.belay.link.SampleLinks;
import dev.belay.link.Told;
import dev.belay.link.Told.Telling;
import dev.belay.link.Upkeep;
import dev.belay.link.UpkeepContract;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is remembered of conversations on the real engine keeps the contract, with one request each. */
final class DynamoDbUpkeepTest implements UpkeepContract {
    private final Aws aws = Cloud.worker(Clock.systemUTC());
    private final ConversationLinks links = aws.links(Cloud.STACK.linkTable(), new Random(Cloud.unique()));
    private final Upkeep upkeep = aws.upkeep(Cloud.STACK.linkTable(), new Random(Cloud.unique()));
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
    public SampleLinks sample() {
        return sample;
    }

    @Test
    void each_deed_is_one_request() {
        LinkKey key = opened();
        Map<String, Integer> one = Map.of("dynamodb UpdateItem", 1);
        assertThat(Cloud.requestsOf(() -> upkeep.begin(key, new Telling(FIRST, LEASE), NOW)))
                .isEqualTo(one);
        assertThat(Cloud.requestsOf(() -> upkeep.lookFrom(key, 1, NOW))).isEqualTo(one);
        assertThat(Cloud.requestsOf(() -> upkeep.notTold(key, 1))).isEqualTo(one);
        assertThat(Cloud.requestsOf(() -> upkeep.told(key, FIRST))).isEqualTo(one);
        assertThat(Cloud.requestsOf(() -> upkeep.waits(key, "message-1"))).isEqualTo(one);
    }

    @Test
    void a_beginning_whose_answer_was_lost_knows_itself_again() {
        LinkKey key = opened();
        Cloud.losingTheFirstAnswer(() ->
                assertThat(upkeep.begin(key, new Telling(FIRST, LEASE), NOW)).isTrue());
    }

    private LinkKey opened() {
        Claimed claim = sample.dedicated();
        assertThat(links.claim(claim)).isTrue();
        Standing standing = sample.standing(claim, 3);
        assertThat(links.ready(standing.with(standing.conversation().with(Kept.NOTHING.with(Told.first(OPENED))))))
                .isPresent();
        return claim.key();
    }
}
