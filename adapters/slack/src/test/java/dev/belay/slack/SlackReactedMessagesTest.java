package dev.belay.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Unavailable;
import dev.belay.message.ReactedMessages;
import dev.belay.message.ReactedMessagesContract;
import dev.belay.message.ReactedMessagesStage;
import dev.belay.message.Reaction;
import dev.belay.ratelimit.InMemoryRateLimitStore;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.limit.Failure;
import dev.belay.slack.call.SlackClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SlackReactedMessagesTest implements ReactedMessagesContract, ReactedMessagesStage {
    private final SlackStage slack = new SlackStage();
    private final ReactedMessages reacted = SlackPlatform.reactedMessages(
            new SlackClient(slack.slack.apiUrl(), slack.clock),
            slack.tokens(),
            new InMemoryRateLimitStore(slack.clock),
            (metric, kind) -> slack.counted.add(metric.id() + " " + kind),
            slack.clock);

    @AfterEach
    void close() {
        slack.close();
    }

    @Override
    public ReactedMessages reacted() {
        return reacted;
    }

    @Override
    public ReactedMessagesStage stage() {
        return this;
    }

    @Override
    public ChatUser author() {
        return slack.user(AcmeWorkspace.ALICE);
    }

    @Override
    public String say(Optional<String> thread, String words) {
        slack.pass(Duration.ofSeconds(2));
        return slack.slack
                .say(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT, words, thread.orElse(""))
                .ts();
    }

    @Override
    public void edit(String message, String words) {
        slack.slack.messageDeeds().edit(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT, message, words);
    }

    @Override
    public void delete(String message) {
        slack.slack.messageDeeds().delete(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT, message);
    }

    @Override
    public String sayOurselves(String words) {
        slack.chat.messages().announce(slack.shared(), words);
        return slack.slack.messages(AcmeWorkspace.SUPPORT).getLast().ts();
    }

    @Override
    public Reaction reaction(String message) {
        slack.pass(Duration.ofSeconds(2));
        return reaction(AcmeWorkspace.SUPPORT, message);
    }

    @Override
    public Reaction elsewhere() {
        return reaction(AcmeWorkspace.GENERAL, say(AcmeWorkspace.GENERAL, "among ourselves"));
    }

    private String say(String channel, String words) {
        return slack.slack.say(AcmeWorkspace.ALICE, channel, words, "").ts();
    }

    private Reaction reaction(String channel, String message) {
        return new Reaction(
                "Ev" + message,
                new ConversationId(Platform.SLACK, AcmeWorkspace.TEAM, channel, Optional.empty()),
                message,
                slack.user(AcmeWorkspace.BOB),
                "memo",
                slack.now());
    }

    @Test
    void it_costs_one_request_whether_the_message_is_in_a_thread_or_not() {
        String root = say(Optional.empty(), "root");
        String answer = say(Optional.of(root), "answer");
        assertThat(reacted.read(reaction(root))).isPresent();
        assertThat(reacted.read(reaction(answer))).isPresent();
        assertThat(slack.slack.calls("conversations.replies")).hasSize(2);
        assertThat(slack.slack.calls("conversations.history")).isEmpty();
    }

    @Test
    void a_rate_limit_is_waited_for_as_long_as_slack_says() {
        Reaction reaction = reaction(say(Optional.empty(), "one"));
        slack.failNext("conversations.replies", new Failure.RateLimited(17));
        assertThatThrownBy(() -> reacted.read(reaction))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(17)));
        slack.pass(Duration.ofSeconds(18));
        assertThat(reacted.read(reaction)).isPresent();
    }

    @Test
    void a_token_that_may_not_read_is_refused_with_the_scope_that_it_lacks() {
        Reaction reaction = reaction(say(Optional.empty(), "one"));
        slack.slack.workspace().botScopes(List.of("chat:write"));
        assertThatThrownBy(() -> reacted.read(reaction))
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining("channels:history");
    }
}
