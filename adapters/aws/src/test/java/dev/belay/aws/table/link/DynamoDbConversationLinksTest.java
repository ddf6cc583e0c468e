package dev.belay.aws.table.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import dev.belay.aws.Aws;
import dev.belay.aws.Cloud;
import dev.belay.aws.table.Key;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.link.Conversation;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.ConversationLinksContract;
import dev.belay.link.LinkStatus;
import dev.belay.link.SampleLinks;
import dev.belay.simulator.aws.Credentials;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The links on the real engine keep the contract, with one request each, and know their own lost writes. */
final class DynamoDbConversationLinksTest implements ConversationLinksContract {
    private final Aws aws = Cloud.worker(Clock.systemUTC());
    private final ConversationLinks links = aws.links(Cloud.STACK.linkTable(), new Random(Cloud.unique()));
    private final SampleLinks sample = new SampleLinks(Cloud.unique());

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
        Claimed claimed = sample.dedicated();
        Claimed progress = claimed.with(sample.channel()).with(sample.card(1));
        Standing made = sample.standing(progress.next(), 1);
        assertThat(Cloud.requestsOf(() -> links.claim(claimed))).isEqualTo(Map.of("dynamodb PutItem", 1));
        assertThat(Cloud.requestsOf(() -> links.save(progress))).isEqualTo(Map.of("dynamodb PutItem", 1));
        assertThat(Cloud.requestsOf(() -> links.ready(made))).isEqualTo(Map.of("dynamodb TransactWriteItems", 1));
        assertThat(Cloud.requestsOf(() -> links.announceCard(made, 2, SampleLinks.DRAWN)))
                .isEqualTo(Map.of("dynamodb UpdateItem", 1));
        assertThat(Cloud.requestsOf(() -> links.announceCard(made, 1, SampleLinks.DRAWN)))
                .isEqualTo(Map.of("dynamodb UpdateItem", 1));
        assertThat(Cloud.requestsOf(() -> links.confirmCard(made, 2))).isEqualTo(Map.of("dynamodb UpdateItem", 1));
        assertThat(Cloud.requestsOf(() -> links.markSetUp(made, "pin", "a1")))
                .isEqualTo(Map.of("dynamodb UpdateItem", 1));
        assertThat(Cloud.requestsOf(() -> links.find(claimed.key()))).isEqualTo(Map.of("dynamodb GetItem", 1));
        assertThat(Cloud.requestsOf(() -> links.recordOf(made.id()))).isEqualTo(Map.of("dynamodb GetItem", 1));
    }

    @Test
    void the_attributes_have_the_names_that_others_read() {
        Claimed claimed = sample.shared();
        links.claim(claimed);
        Standing link = claimed.standing(new Conversation(sample.channel(), sample.card(3), 4, Map.of(), "U0BELAY"));
        links.ready(link);
        JsonObject stored = Cloud.item(Cloud.STACK.linkTable(), Key.of(link.key()));
        String thread = link.conversation().card().message();
        assertThat(text(stored, "source_table")).isEqualTo("incident");
        assertThat(text(stored, "source_sys_id"))
                .isEqualTo(link.record().sysId().value());
        assertThat(text(stored, "platform")).isEqualTo("slack");
        assertThat(text(stored, "channel_id"))
                .isEqualTo(link.conversation().channel().id());
        assertThat(text(stored, "team_or_workspace_id")).isEqualTo("T01ACME");
        assertThat(text(stored, "created_by_chat_user")).isEqualTo("U0BELAY");
        assertThat(text(stored, "thread_id")).isEqualTo(thread);
        assertThat(text(stored, "state")).isEqualTo("READY");
        assertThat(stored.getObject("card_generation").getString("N")).isEqualTo("3");
        JsonObject bound = Cloud.item(Cloud.STACK.linkTable(), Key.of(link.id()));
        assertThat(bound.keySet())
                .isEqualTo(Set.of(
                        "pk",
                        "source_table",
                        "source_sys_id",
                        "platform",
                        "channel_id",
                        "team_or_workspace_id",
                        "thread_id"));
    }

    @Test
    void keys_name_what_they_stand_for() {
        Standing link = sample.standing(sample.dedicated(), 1);
        assertThat(Key.of(link.key()))
                .isEqualTo("record#slack#incident#" + link.record().sysId().value());
        assertThat(Key.of(link.id()))
                .isEqualTo("conversation#slack#T01ACME#"
                        + link.conversation().channel().id());
    }

    @Test
    void a_claim_whose_answer_was_lost_stands() {
        Claimed link = sample.dedicated();
        Cloud.losingTheFirstAnswer(() -> assertThat(links.claim(link)).isTrue());
        assertThat(links.find(link.key())).contains(link);
    }

    @Test
    void a_save_whose_answer_was_lost_is_known_as_ours() {
        Claimed link = sample.dedicated();
        links.claim(link);
        Claimed progress = link.with(sample.channel());
        Cloud.losingTheFirstAnswer(() -> assertThat(links.save(progress)).contains(progress.next()));
        assertThat(links.find(link.key())).contains(progress.next());
    }

    @Test
    void a_finish_whose_answer_was_lost_is_known_as_ours() {
        Claimed link = sample.dedicated();
        links.claim(link);
        Standing made = sample.standing(link, 1);
        Standing ready = made.next();
        Cloud.losingTheFirstAnswer(() -> assertThat(links.ready(made)).contains(ready));
        assertThat(links.find(link.key())).contains(ready);
        assertThat(links.recordOf(made.id())).contains(link.record());
    }

    @Test
    void a_generation_whose_answer_was_lost_is_announced() {
        Claimed claim = sample.dedicated();
        links.claim(claim);
        Standing link = links.ready(sample.standing(claim, 1)).orElseThrow();
        Cloud.losingTheFirstAnswer(
                () -> assertThat(links.announceCard(link, 2, SampleLinks.DRAWN)).isEqualTo(2));
        Cloud.losingTheFirstAnswer(() -> links.markSetUp(link, "pin", "a1"));
        assertThat(links.find(link.key()))
                .containsInstanceOf(Standing.class)
                .get()
                .satisfies(stored -> {
                    Conversation conversation = ((Standing) stored).conversation();
                    assertThat(conversation.card().generation()).isEqualTo(2);
                    assertThat(conversation.setUp()).isEqualTo(Map.of("pin", "a1"));
                });
    }

    @Test
    void a_transition_whose_answer_was_lost_is_known_as_ours() {
        Claimed link = sample.dedicated();
        links.claim(link);
        Standing ready = links.ready(sample.standing(link, 1)).orElseThrow();
        Cloud.losingTheFirstAnswer(
                () -> assertThat(links.transition(ready, LinkStatus.READY, LinkStatus.CHANNEL_DELETED))
                        .isTrue());
        assertThat(links.find(link.key())).contains(ready.ended(LinkStatus.CHANNEL_DELETED));
    }

    @Test
    void a_succession_whose_answer_was_lost_is_known_as_ours() {
        Claimed shared = sample.shared();
        links.claim(shared);
        Standing current = links.ready(sample.standing(shared, 1)).orElseThrow();
        Claimed rival = sample.rival(sample.dedicated());
        Claimed next = Claimed.first(current.key().next(), rival.placement(), rival.claim());
        links.claim(next);
        Standing made = sample.standing(next, 2);
        Cloud.losingTheFirstAnswer(
                () -> assertThat(links.succeed(current, made)).contains(made.succeeding(current)));
        assertThat(links.find(current.key())).contains(made.succeeding(current));
        assertThat(links.find(next.key())).isEmpty();
    }

    @Test
    void while_the_table_is_down_it_is_unavailable() {
        Claimed link = sample.dedicated();
        Cloud.AWS.interrupt("dynamodb");
        try {
            assertThatThrownBy(() -> links.find(link.key())).isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> links.claim(link)).isInstanceOf(Unavailable.class);
        } finally {
            Cloud.AWS.restore("dynamodb");
        }
    }

    @Test
    void a_table_that_is_not_there_is_a_rejection() {
        ConversationLinks nowhere = aws.links("no-such-table", new Random(1));
        assertThatThrownBy(() -> nowhere.find(sample.dedicated().key()))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("ResourceNotFoundException");
    }

    @Test
    void wrong_keys_are_a_rejection() {
        Credentials right = Cloud.AWS.credentialsFor("worker");
        Credentials forged =
                new Credentials(right.caller(), right.accessKeyId(), "not the secret", right.sessionToken());
        try (Aws stranger = new Aws(Cloud.access(forged), Clock.systemUTC())) {
            ConversationLinks refused = stranger.links(Cloud.STACK.linkTable(), new Random(1));
            assertThatThrownBy(() -> refused.find(sample.dedicated().key())).isInstanceOf(Rejected.class);
        }
    }

    private static String text(JsonObject item, String attribute) {
        return item.getObject(attribute).getString("S");
    }
}
