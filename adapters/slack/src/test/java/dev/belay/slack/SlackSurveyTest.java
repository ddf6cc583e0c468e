package dev.belay.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.platform.SeenChannel;
import dev.belay.platform.Survey;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.workspace.Content;
import dev.belay.simulator.slack.workspace.Message;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is Slack's alone where channels are looked through. */
final class SlackSurveyTest {
    private final SlackStage stage = new SlackStage();

    @AfterEach
    void close() {
        stage.close();
    }

    private Survey survey() {
        return stage.chat.survey();
    }

    @Test
    void a_cursor_that_ended_begins_the_place_again() {
        IntStream.range(0, 250).forEach(i -> stage.makeForeignChannel("topic-" + i));
        Survey.Page first = survey().page(AcmeWorkspace.TEAM, AcmeWorkspace.TEAM, Optional.empty());
        assertThat(first.next()).isPresent();
        stage.pass(Duration.ofMinutes(30));
        assertThat(survey().page(AcmeWorkspace.TEAM, AcmeWorkspace.TEAM, first.next())
                        .channels())
                .as("limits can be waited out")
                .doesNotContainAnyElementsOf(first.channels());
        stage.pass(Duration.ofHours(3));
        Survey.Page again = survey().page(AcmeWorkspace.TEAM, AcmeWorkspace.TEAM, first.next());
        assertThat(again.channels()).isEqualTo(first.channels());
        assertThat(again.next()).isPresent();
    }

    private void say(Channel channel, Content content) {
        stage.slack.workspace().atomically(() -> {
            String ts = stage.slack.workspace().identifiers().timestamp();
            return stage.slack
                    .workspace()
                    .channel(channel.id())
                    .orElseThrow()
                    .messages()
                    .put(ts, new Message(ts, AcmeWorkspace.BOB, "B01OLDER", "A01OLDER", content, ""));
        });
    }

    @Test
    void what_an_older_bot_said_in_blocks_alone_counts() {
        SeenChannel seen = survey().show(stage.shared()).orElseThrow();
        assertThat(survey().mentions(seen, List.of("INC0010077"))).isFalse();
        JsonObject text = JsonObject.builder()
                .value("type", "mrkdwn")
                .value("text", "Checkout down\nINC0010077")
                .done();
        JsonObject section = JsonObject.builder()
                .value("type", "section")
                .value("text", text)
                .done();
        say(stage.shared(), new Content("", new JsonArray(List.of(section)), new JsonObject()));
        assertThat(survey().mentions(seen, List.of("INC0010077"))).isTrue();
    }

    @Test
    void a_stranger_who_was_deactivated_was_never_one_of_us() {
        ChatUser stranger = stage.person(Member.Standing.STRANGER);
        stage.slack.workspace().deactivate(stranger.id());
        assertThat(standing(stranger)).isEqualTo(Member.Standing.STRANGER);
        assertThat(standing(stage.person(Member.Standing.DEACTIVATED))).isEqualTo(Member.Standing.DEACTIVATED);
    }

    private Member.Standing standing(ChatUser user) {
        return stage.chat
                .people()
                .member(user, stage.shared().id(), Optional.empty())
                .standing();
    }
}
