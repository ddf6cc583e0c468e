package dev.belay.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.card.PrivateAnswer;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Gauges;
import dev.belay.health.Metric;
import dev.belay.lease.InMemoryLeases;
import dev.belay.platform.ChatPlatform;
import dev.belay.platform.InMemoryChat;
import dev.belay.platform.Messages;
import dev.belay.record.Sample;
import dev.belay.settings.Lifecycle;
import dev.belay.settings.Limits;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Credentials are checked, and people hear of each change once, through a platform that works. */
final class CheckCredentialsTest {
    private static final CredentialId SLACK = new CredentialId(CredentialId.Kind.SLACK, "T01ACME");
    private static final CredentialId TEAMS = new CredentialId(CredentialId.Kind.TEAMS, "tenant-1");
    private static final CredentialId SERVICENOW = new CredentialId(CredentialId.Kind.SERVICENOW, "acme");
    private static final Channel OPS_IN_SLACK =
            new Channel(Platform.SLACK, "T01ACME", Optional.empty(), "C0OPS", "C0OPS");
    private static final Channel OPS_IN_TEAMS =
            new Channel(Platform.TEAMS, "tenant-1", Optional.of("team"), "19:ops", "19:ops");

    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final InMemoryCredentialStates states = new InMemoryCredentialStates();
    private final InMemoryLeases leases = new InMemoryLeases(clock);
    private final RecordingAlarmTopic topic = new RecordingAlarmTopic();
    private final List<String> counted = new ArrayList<>();
    private final Map<String, Long> gauges = new HashMap<>();
    private final List<String> announced = new ArrayList<>();
    private final Map<Platform, ExternalFailure> broken = new EnumMap<>(Platform.class);
    private final Map<CredentialId, Finding> found = new HashMap<>();
    private final RecordFindings record = new RecordFindings(states, this::count, clock, "belay");
    private Settings settings = SampleSettings.operatedFrom(List.of(OPS_IN_SLACK, OPS_IN_TEAMS));

    @BeforeEach
    void all_is_well() {
        List.of(SLACK, TEAMS, SERVICENOW).forEach(id -> found.put(id, taken()));
    }

    @Test
    void at_the_very_first_check_nothing_is_said_of_what_is_healthy() {
        check();
        assertThat(announced).isEmpty();
        assertThat(topic.published()).isEmpty();
        assertThat(gauges)
                .containsEntry("CredentialHealthy slack/T01ACME", 1L)
                .containsEntry("CredentialHealthy teams/tenant-1", 1L)
                .containsEntry("CredentialUnhealthy", 0L)
                .containsEntry("CredentialUnknown", 0L)
                .containsEntry("CredentialsChecked", 3L);
    }

    @Test
    void a_dead_token_is_told_once_on_the_other_platform_and_over_the_topic_and_so_is_its_return() {
        check();
        found.put(SLACK, new Finding.Refused("slack said token_revoked"));
        check();
        check();
        assertThat(announced)
                .containsExactly("teams 19:ops: Slack refuses our credential slack/T01ACME: slack said token_revoked."
                        + " What needs it waits, and goes on by itself when a good one is stored.");
        assertThat(topic.published())
                .singleElement()
                .asString()
                .startsWith("Belay: credential slack/T01ACME is unhealthy | ");
        assertThat(gauges)
                .containsEntry("CredentialHealthy slack/T01ACME", 0L)
                .containsEntry("CredentialUnhealthy", 1L);

        found.put(SLACK, taken());
        check();
        check();
        assertThat(announced).hasSize(2).last().asString().contains("Slack takes our credential slack/T01ACME again");
        assertThat(topic.published()).hasSize(2);
        assertThat(gauges)
                .containsEntry("CredentialHealthy slack/T01ACME", 1L)
                .containsEntry("CredentialUnhealthy", 0L);
    }

    @Test
    void where_no_platform_works_the_topic_tells_and_the_channel_hears_of_it_later() {
        check();
        found.put(SLACK, new Finding.Refused("slack said token_revoked"));
        broken.put(Platform.TEAMS, new Unavailable("teams", "no answer", Optional.empty()));
        check();
        check();
        assertThat(announced).isEmpty();
        assertThat(topic.published()).hasSize(1);
        assertThat(counted).containsOnly("WarningFailed operations");

        broken.clear();
        check();
        assertThat(announced).hasSize(1);
        assertThat(topic.published()).hasSize(1);
        check();
        assertThat(announced).hasSize(1);
    }

    @Test
    void a_topic_that_does_not_answer_hears_of_it_later_and_the_channel_once() {
        check();
        topic.isDown(true);
        found.put(SERVICENOW, new Finding.Refused("invalid_client"));
        check();
        assertThat(announced).hasSize(1);
        topic.isDown(false);
        check();
        assertThat(announced).hasSize(1);
        assertThat(topic.published()).hasSize(1);
    }

    @Test
    void the_platform_that_says_no_is_passed_over() {
        check();
        found.put(SERVICENOW, new Finding.Refused("invalid_client"));
        broken.put(Platform.SLACK, new Rejected("slack", "channel_not_found"));
        check();
        assertThat(announced).singleElement().asString().startsWith("teams 19:ops: ServiceNow refuses");
    }

    @Test
    void one_that_ends_soon_is_told_once_and_counted_down() {
        found.put(TEAMS, new Finding.Taken("tokens", Optional.of(in(Duration.ofDays(31))), List.of()));
        check();
        assertThat(announced).isEmpty();
        assertThat(gauges).containsEntry("CredentialDaysLeft", 31L);
        clock.advance(Duration.ofDays(2));
        check();
        clock.advance(Duration.ofDays(1));
        check();
        assertThat(announced)
                .containsExactly("slack C0OPS: Our credential teams/tenant-1 for Microsoft Teams must be replaced: it"
                        + " ends on 2026-12-23, in 29 days: tokens. Store a new one before.");
        assertThat(gauges)
                .containsEntry("CredentialDaysLeft", 28L)
                .containsEntry("CredentialDaysLeft teams/tenant-1", 28L)
                .containsEntry("CredentialHealthy teams/tenant-1", 1L);
    }

    @Test
    void a_check_that_fails_keeps_no_other_from_being_checked() {
        CredentialCheck bad = new CredentialCheck() {
            @Override
            public CredentialId id() {
                return SLACK;
            }

            @Override
            public Finding check() {
                throw new IllegalStateException("xoxb-never-told");
            }
        };
        List<CredentialCheck> checks = new ArrayList<>(List.of(bad));
        checks.addAll(
                checks().stream().filter(check -> !check.id().equals(SLACK)).toList());
        with(checks);
        assertThat(states.find(SLACK).orElseThrow())
                .extracting(CredentialState::health, CredentialState::why)
                .containsExactly(Health.UNKNOWN, "the check itself failed: IllegalStateException");
        assertThat(states.all()).hasSize(3);
        assertThat(counted).contains("UnexpectedError IllegalStateException");
        assertThat(gauges).containsEntry("CredentialUnknown", 1L).doesNotContainKey("CredentialHealthy slack/T01ACME");
        assertThat(announced).singleElement().asString().doesNotContain("xoxb");
    }

    @Test
    void states_that_cannot_be_stored_fail_the_run_which_is_not_counted_as_one() {
        states.isDown(true);
        assertThatThrownBy(this::check).isInstanceOf(Unavailable.class);
        assertThat(gauges).doesNotContainKey("CredentialsChecked");
    }

    @Test
    void what_a_worker_met_is_told_at_the_next_check() {
        check();
        record.refused(SLACK, "slack said token_revoked");
        found.put(SLACK, new Finding.NotChecked("slack: no answer"));
        check();
        assertThat(announced).singleElement().asString().startsWith("teams 19:ops: Slack refuses");
    }

    @Test
    void of_two_that_tell_at_once_one_tells() {
        check();
        found.put(SERVICENOW, new Finding.Refused("invalid_client"));
        leases.acquire("credential-notices", "the other", Duration.ofSeconds(60));
        check();
        assertThat(announced).isEmpty();
        clock.advance(Duration.ofSeconds(61));
        check();
        assertThat(announced).hasSize(1);
    }

    @Test
    void a_process_that_ends_between_telling_and_writing_it_down_tells_twice_at_most() {
        check();
        found.put(SERVICENOW, new Finding.Refused("invalid_client"));
        record.record(SERVICENOW, found(SERVICENOW));
        states.overtakenBy(() -> {
            throw new Unavailable("memory", "the process ended", Optional.empty());
        });
        assertThatThrownBy(() -> teller().tell(chats(), settings)).isInstanceOf(Unavailable.class);
        teller().tell(chats(), settings);
        teller().tell(chats(), settings);
        assertThat(announced).hasSize(2);
    }

    @Test
    void while_everything_outbound_is_paused_the_topic_alone_is_told() {
        settings = paused(settings);
        found.put(SLACK, new Finding.Refused("slack said token_revoked"));
        check();
        assertThat(announced).isEmpty();
        assertThat(topic.published()).hasSize(1);
        assertThat(counted).isEmpty();
    }

    @Test
    void without_an_operations_channel_the_topic_is_told_and_nothing_stays_owed() {
        settings = SampleSettings.operatedFrom(List.of());
        found.put(SLACK, new Finding.Refused("slack said token_revoked"));
        check();
        assertThat(topic.published()).hasSize(1);
        assertThat(states.find(SLACK).orElseThrow().owed()).isEmpty();
    }

    private void check() {
        with(checks());
    }

    private void with(List<CredentialCheck> checks) {
        new CheckCredentials(record, teller(), this::count, gauge(), clock).check(checks, chats(), settings);
    }

    private TellOfCredentials teller() {
        return new TellOfCredentials(states, leases, topic, this::count, new Random(announced.size()));
    }

    private List<CredentialCheck> checks() {
        return List.of(checkOf(SLACK), checkOf(TEAMS), checkOf(SERVICENOW));
    }

    private CredentialCheck checkOf(CredentialId id) {
        return new CredentialCheck() {
            @Override
            public CredentialId id() {
                return id;
            }

            @Override
            public Finding check() {
                return found(id);
            }
        };
    }

    private Finding found(CredentialId id) {
        return Optional.ofNullable(found.get(id)).orElseThrow();
    }

    private Map<Platform, ChatPlatform> chats() {
        return Map.of(Platform.SLACK, chat(Platform.SLACK), Platform.TEAMS, chat(Platform.TEAMS));
    }

    private ChatPlatform chat(Platform platform) {
        ChatPlatform all = new InMemoryChat(clock).platform();
        return new ChatPlatform(
                platform,
                all.channels(),
                all.cards(),
                all.lines(),
                announcing(platform),
                all.people(),
                all.teams(),
                all.survey());
    }

    private Messages announcing(Platform platform) {
        return new Messages() {
            @Override
            public void tell(ChatUser user, ConversationId at, Optional<ReplyAddress> reply, PrivateAnswer answer) {
                throw new AssertionError("nobody alone is told");
            }

            @Override
            public void tellDirectly(ChatUser user, Optional<ReplyAddress> reply, PrivateAnswer answer) {
                throw new AssertionError("nobody alone is told");
            }

            @Override
            public void announce(Channel channel, String sentence) {
                ExternalFailure failure = broken.get(platform);
                if (failure != null) {
                    throw failure;
                }
                announced.add(platform.id() + " " + channel.id() + ": " + sentence);
            }
        };
    }

    private Gauges gauge() {
        return new Gauges() {
            @Override
            public void gauge(Metric metric, String kind, long value) {
                gauges.put(metric.id() + " " + kind, value);
            }

            @Override
            public void total(Metric metric, long value) {
                gauges.put(metric.id(), value);
            }
        };
    }

    private void count(Metric metric, String kind) {
        counted.add(metric.id() + " " + kind);
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    private static Finding taken() {
        return new Finding.Taken("it is taken", Optional.empty(), List.of());
    }

    private static Settings paused(Settings as) {
        return new Settings(
                Lifecycle.from(as.startAt()),
                true,
                as.serviceNow(),
                as.chats(),
                as.routes(),
                as.dedicated(),
                as.tables(),
                as.roles(),
                as.operations(),
                Limits.of(as.pressLife()));
    }
}
