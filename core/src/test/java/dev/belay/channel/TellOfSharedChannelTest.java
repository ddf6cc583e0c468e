package dev.belay.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.card.PrivateAnswer;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.conversation.tell.TellOperators;
import dev.belay.event.TeamEvent;
import dev.belay.event.TeamEvent.Kind;
import dev.belay.failure.Unavailable;
import dev.belay.link.LinkStatus;
import dev.belay.platform.ChatPlatform;
import dev.belay.platform.InMemoryChat;
import dev.belay.platform.Messages;
import dev.belay.ratelimit.InMemoryRateLimitStore;
import dev.belay.record.Sample;
import dev.belay.settings.Place;
import dev.belay.settings.Route;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.team.TeamStatus;
import dev.belay.time.MovedClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What those who run this hear of a shared channel that a team's events took from us. */
final class TellOfSharedChannelTest {
    private static final String TEAM = "6f5d1c3a-0000-4000-8000-000000000001";
    private static final Channel OPERATIONS =
            new Channel(Platform.SLACK, InMemoryChat.WORKSPACE, Optional.empty(), InMemoryChat.SHARED, "support");
    private static final String SHARED = "19:shared@thread.tacv2";

    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final InMemoryChat chat = new InMemoryChat(clock);
    private final Settings settings = SampleSettings.routed(
            List.of(new Route(
                    "incident",
                    Set.of(3),
                    Set.of(),
                    new Place(Platform.SLACK, InMemoryChat.WORKSPACE, List.of(TEAM), Optional.of(SHARED), List.of()),
                    false,
                    Optional.empty(),
                    true)),
            Optional.of(OPERATIONS));
    private final TellOfSharedChannel tell = telling(chat.platform());

    private TellOfSharedChannel telling(ChatPlatform platform) {
        return new TellOfSharedChannel(new TellOperators(
                Map.of(Platform.SLACK, platform), new InMemoryRateLimitStore(clock), (_, _) -> {}, clock));
    }

    @Test
    void a_deleted_one_is_told_of_and_one_that_stands_all_the_same_is_not() {
        heard(Kind.CHANNEL_DELETED, SHARED, installed(SHARED));
        heard(Kind.CHANNEL_RESTORED, SHARED, installed());
        heard(Kind.CHANNEL_DELETED, "19:other@thread.tacv2", installed());
        assertThat(said()).isEmpty();
        heard(Kind.CHANNEL_DELETED, SHARED, installed());
        heard(Kind.CHANNEL_DELETED, SHARED, Optional.empty());
        assertThat(said()).singleElement().asString().contains(SHARED, "its channel was deleted");
    }

    @Test
    void one_in_a_team_that_the_app_was_removed_from_is_told_of() {
        heard(Kind.APP_REMOVED, "", installed(SHARED));
        heard(Kind.APP_INSTALLED, "", Optional.of(new TeamStatus.AppMissing()));
        assertThat(said()).isEmpty();
        heard(Kind.APP_REMOVED, "", Optional.of(new TeamStatus.AppMissing()));
        assertThat(said()).singleElement().asString().contains(SHARED, "the app was removed");
    }

    @Test
    void what_cannot_be_told_now_is_told_later() {
        ChatPlatform silent =
                new ChatPlatform(Platform.SLACK, chat, chat, chat, new Silent(chat), chat, Optional.of(chat), chat);
        assertThatThrownBy(() -> telling(silent)
                        .tell(Platform.SLACK, InMemoryChat.WORKSPACE, SHARED, LinkStatus.ARCHIVED, settings))
                .isInstanceOf(Unavailable.class);
    }

    /** A platform that does not answer. */
    private record Silent(Messages there) implements Messages {
        @Override
        public void tell(ChatUser user, ConversationId at, Optional<ReplyAddress> reply, PrivateAnswer answer) {
            there.tell(user, at, reply, answer);
        }

        @Override
        public void tellDirectly(ChatUser user, Optional<ReplyAddress> reply, PrivateAnswer answer) {
            there.tellDirectly(user, reply, answer);
        }

        @Override
        public void announce(Channel channel, String sentence) {
            throw new Unavailable("chat", "does not answer", Optional.empty());
        }
    }

    private List<String> said() {
        return chat.sentences(chat.shared());
    }

    private static Optional<TeamStatus> installed(String... channels) {
        Map<String, String> names = new HashMap<>();
        List.of(channels).forEach(channel -> names.put(channel, ""));
        return Optional.of(new TeamStatus.AppInstalled(names));
    }

    private void heard(Kind kind, String channel, Optional<TeamStatus> status) {
        tell.heard(
                new TeamEvent(
                        "event-1",
                        Platform.SLACK,
                        kind,
                        InMemoryChat.WORKSPACE,
                        Optional.of(TEAM),
                        "19:general@thread.tacv2",
                        Optional.of(channel).filter(named -> !named.isEmpty()),
                        Optional.empty(),
                        new ReplyAddress("https://smba.trafficmanager.net/amer/"),
                        Sample.OPENED),
                status,
                settings);
    }
}
