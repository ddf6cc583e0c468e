package dev.belay.aws.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import dev.belay.aws.Aws;
import dev.belay.aws.Cloud;
import dev.belay.chat.Platform;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLinks;
import dev.belay.link.ConversationLinksContract;
import dev.belay.link.LinkState;
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
        ConversationLink claimed = sample.dedicated();
        ConversationLink made = claimed.with(sample.channel()).with(sample.card(1));
        assertThat(Cloud.requestsOf(() -> links.claim(claimed))).isEqualTo(Map.of("dynamodb PutItem", 1));
        assertThat(Cloud.requestsOf(() -> links.save(made))).isEqualTo(Map.of("dynamodb PutItem", 1));
        assertThat(Cloud.requestsOf(() -> links.ready(made.next())))
                .isEqualTo(Map.of("dynamodb TransactWriteItems", 1));
        assertThat(Cloud.requestsOf(() -> links.raise(claimed.record(), Platform.SLACK, 2)))
                .isEqualTo(Map.of("dynamodb UpdateItem", 1));
        assertThat(Cloud.requestsOf(() -> links.raise(claimed.record(), Platform.SLACK, 1)))
                .isEqualTo(Map.of("dynamodb UpdateItem", 1));
        assertThat(Cloud.requestsOf(() -> links.fitted(claimed.record(), Platform.SLACK)))
                .isEqualTo(Map.of("dynamodb UpdateItem", 1));
        assertThat(Cloud.requestsOf(() -> links.find(claimed.record(), Platform.SLACK)))
                .isEqualTo(Map.of("dynamodb GetItem", 1));
        assertThat(Cloud.requestsOf(() -> links.recordOf(made.conversation().orElseThrow())))
                .isEqualTo(Map.of("dynamodb GetItem", 1));
    }

    @Test
    void the_attributes_have_the_names_that_others_read() {
        ConversationLink link = sample.shared()
                .with(sample.channel())
                .with(sample.card(3))
                .seen(4)
                .createdBy("U0BELAY");
        links.claim(link);
        links.ready(link);
        JsonObject stored = Cloud.item(Cloud.STACK.linkTable(), Key.of(link.record(), Platform.SLACK));
        String thread = link.card().orElseThrow().message();
        assertThat(text(stored, "source_table")).isEqualTo("incident");
        assertThat(text(stored, "source_sys_id"))
                .isEqualTo(link.record().sysId().value());
        assertThat(text(stored, "platform")).isEqualTo("slack");
        assertThat(text(stored, "channel_id"))
                .isEqualTo(link.channel().orElseThrow().id());
        assertThat(text(stored, "team_or_workspace_id")).isEqualTo("T01ACME");
        assertThat(text(stored, "created_by_chat_user")).isEqualTo("U0BELAY");
        assertThat(text(stored, "thread_id")).isEqualTo(thread);
        assertThat(text(stored, "state")).isEqualTo("READY");
        assertThat(stored.getObject("card_generation").getString("N")).isEqualTo("3");
        JsonObject bound =
                Cloud.item(Cloud.STACK.linkTable(), Key.of(link.conversation().orElseThrow()));
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
        ConversationLink link = sample.dedicated().with(sample.channel());
        assertThat(Key.of(link.record(), Platform.SLACK))
                .isEqualTo("record#slack#incident#" + link.record().sysId().value());
        assertThat(Key.of(link.conversation().orElseThrow()))
                .isEqualTo("conversation#slack#T01ACME#"
                        + link.channel().orElseThrow().id());
    }

    @Test
    void a_claim_whose_answer_was_lost_stands() {
        ConversationLink link = sample.dedicated();
        Cloud.losingTheFirstAnswer(() -> assertThat(links.claim(link)).isTrue());
        assertThat(links.find(link.record(), Platform.SLACK)).contains(link);
    }

    @Test
    void a_save_whose_answer_was_lost_is_known_as_ours() {
        ConversationLink link = sample.dedicated();
        links.claim(link);
        ConversationLink progress = link.with(sample.channel());
        Cloud.losingTheFirstAnswer(() -> assertThat(links.save(progress)).contains(progress.next()));
        assertThat(links.find(link.record(), Platform.SLACK)).contains(progress.next());
    }

    @Test
    void a_finish_whose_answer_was_lost_is_known_as_ours() {
        ConversationLink link = sample.dedicated();
        links.claim(link);
        ConversationLink made = link.with(sample.channel()).with(sample.card(1));
        ConversationLink ready = made.with(LinkState.READY).next();
        Cloud.losingTheFirstAnswer(() -> assertThat(links.ready(made)).contains(ready));
        assertThat(links.find(link.record(), Platform.SLACK)).contains(ready);
        assertThat(links.recordOf(made.conversation().orElseThrow())).contains(link.record());
    }

    @Test
    void a_generation_whose_answer_was_lost_is_announced() {
        ConversationLink link = sample.dedicated().with(sample.channel()).with(sample.card(1));
        links.claim(link);
        links.ready(link);
        Cloud.losingTheFirstAnswer(
                () -> assertThat(links.raise(link.record(), Platform.SLACK, 2)).isEqualTo(2));
        Cloud.losingTheFirstAnswer(() -> links.fitted(link.record(), Platform.SLACK));
        ConversationLink stored = links.find(link.record(), Platform.SLACK).orElseThrow();
        assertThat(stored.card().orElseThrow().generation()).isEqualTo(2);
        assertThat(stored.fitted()).isTrue();
    }

    @Test
    void while_the_table_is_down_it_is_unavailable() {
        ConversationLink link = sample.dedicated();
        Cloud.AWS.interrupt("dynamodb");
        try {
            assertThatThrownBy(() -> links.find(link.record(), Platform.SLACK)).isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> links.claim(link)).isInstanceOf(Unavailable.class);
        } finally {
            Cloud.AWS.restore("dynamodb");
        }
    }

    @Test
    void a_table_that_is_not_there_is_a_rejection() {
        ConversationLinks nowhere = aws.links("no-such-table", new Random(1));
        assertThatThrownBy(() -> nowhere.find(sample.record(), Platform.SLACK))
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
            assertThatThrownBy(() -> refused.find(sample.record(), Platform.SLACK))
                    .isInstanceOf(Rejected.class);
        }
    }

    private static String text(JsonObject item, String attribute) {
        return item.getObject(attribute).getString("S");
    }
}
