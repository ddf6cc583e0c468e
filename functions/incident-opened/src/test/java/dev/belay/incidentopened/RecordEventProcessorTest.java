package dev.belay.incidentopened;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.credential.CredentialId;
import dev.belay.credential.CredentialId.Kind;
import dev.belay.credential.Finding;
import dev.belay.credential.Health;
import dev.belay.event.ChannelEvent;
import dev.belay.event.RecordHint;
import dev.belay.event.TeamEvent;
import dev.belay.event.TokenEvent;
import dev.belay.events.ChannelEventCodec;
import dev.belay.events.MalformedMessage;
import dev.belay.events.RecordHintCodec;
import dev.belay.events.TeamEventCodec;
import dev.belay.events.TokenEventCodec;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Unavailable;
import dev.belay.link.LinkStatus;
import dev.belay.platform.ChatPlatform;
import dev.belay.settings.Lifecycle;
import dev.belay.settings.Limits;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.team.ChannelQuota;
import dev.belay.team.TeamStatus;
import dev.belay.team.Teams;
import dev.belay.time.MovedClock;
import dev.belay.wiring.dependency.RecordEventDependencies;
import dev.belay.worker.Disposition;
import dev.belay.worker.Disposition.AwaitCredential;
import dev.belay.worker.Disposition.Delete;
import dev.belay.worker.Disposition.RetryFor;
import dev.belay.worker.Disposition.RetryLater;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a record event's message, on fakes of everything outside. */
final class RecordEventProcessorTest {
    private static final String TEAM = "19:team@thread.tacv2";

    private final MovedClock clock = MovedClock.at(Instant.parse("2026-11-23T09:00:00Z"));
    private final OpenedIncident incident = new OpenedIncident(clock);
    private int snapshots;
    private Optional<TeamStatus> team = Optional.empty();
    private final RecordEventProcessor processor = new RecordEventProcessor(this::snapshot, incident.counters(), clock);

    private RecordEventDependencies snapshot() {
        snapshots++;
        RecordEventDependencies with = incident.dependencies();
        return new RecordEventDependencies(
                with.settings(),
                with.open(),
                with.deleted(),
                with.apply(),
                with.received(),
                with.credentials(),
                Map.of(Platform.SLACK, seeing(incident.chat.platform(), new SeenTeam(team))));
    }

    /** The team as the platform shows it now; none where it does not let us look. */
    private record SeenTeam(Optional<TeamStatus> now) implements Teams {
        @Override
        public ChannelQuota quota(Channel channel) {
            return new ChannelQuota("Support", 1, 1000);
        }

        @Override
        public Optional<TeamStatus> status(String workspace, String team, ReplyAddress address) {
            return now;
        }
    }

    private static ChatPlatform seeing(ChatPlatform chat, Teams teams) {
        return new ChatPlatform(
                chat.platform(),
                chat.channels(),
                chat.cards(),
                chat.lines(),
                chat.messages(),
                chat.people(),
                Optional.of(teams),
                chat.survey());
    }

    private Disposition process(RecordHint hint, boolean again) {
        return processor.process(RecordHintCodec.write(hint).body(), again);
    }

    private Disposition process(RecordHint.Type type) {
        return process(incident.hint(type), false);
    }

    private Disposition process(TeamEvent event) {
        return processor.process(TeamEventCodec.write(event).body(), false);
    }

    private TeamEvent installed() {
        return new TeamEvent(
                "team-event-1",
                Platform.SLACK,
                TeamEvent.Kind.APP_INSTALLED,
                "T01ACME",
                Optional.of("team-1"),
                TEAM,
                Optional.empty(),
                Optional.empty(),
                new ReplyAddress("https://smba.example/"),
                clock.instant());
    }

    private boolean isInstalled() {
        return incident.installations.find(Platform.SLACK, "T01ACME", TEAM).isPresent();
    }

    @Test
    void that_an_event_came_is_remembered_even_while_everything_waits() {
        incident.settings = paused(incident.settings);
        process(RecordHint.Type.UPDATED);
        assertThat(incident.received
                        .of(incident.settings.serviceNow().instance())
                        .newest())
                .contains(clock.instant());
    }

    @Test
    void an_opened_record_gets_its_conversation_and_its_message_is_deleted() {
        assertThat(process(RecordHint.Type.OPENED)).isEqualTo(new Delete());
        assertThat(incident.hasConversation()).isTrue();
    }

    @Test
    void the_same_event_again_is_deleted_and_makes_nothing_again() {
        process(RecordHint.Type.OPENED);
        int notes = incident.records.notes(incident.record).size();

        assertThat(process(incident.hint(RecordHint.Type.OPENED), true)).isEqualTo(new Delete());
        assertThat(incident.records.notes(incident.record)).hasSize(notes);
    }

    @Test
    void a_record_that_gets_no_conversation_is_done_with() {
        incident.settings = startingAt(clock.instant().plusSeconds(1));

        assertThat(process(RecordHint.Type.OPENED)).isEqualTo(new Delete());
        assertThat(incident.hasConversation()).isFalse();
    }

    @Test
    void the_settings_are_asked_for_once_for_each_message() {
        process(RecordHint.Type.OPENED);
        process(installed());

        assertThat(snapshots).isEqualTo(2);
    }

    @Test
    void a_record_whose_lease_another_worker_holds_is_retried_when_the_lease_is_over() {
        incident.claimedUntil(clock.instant().plusSeconds(90));

        assertThat(process(RecordHint.Type.UPDATED)).isEqualTo(RetryLater.atLeast(Duration.ofSeconds(90)));
        assertThat(incident.hasConversation()).isFalse();
    }

    @Test
    void an_unknown_outcome_is_looked_for_by_the_next_delivery_and_not_made_twice() {
        incident.chat.loseNextPost(true);

        assertThatThrownBy(() -> process(RecordHint.Type.OPENED)).isInstanceOf(OutcomeUnknown.class);
        clock.advance(Duration.ofMinutes(2));
        assertThat(process(incident.hint(RecordHint.Type.OPENED), true)).isEqualTo(new Delete());
        assertThat(incident.chat.cards(incident.channel())).hasSize(1);
    }

    @Test
    void a_record_that_servicenow_does_not_show_is_retried_for_a_minute_and_then_dead_lettered() {
        incident.records.delete(incident.record);

        assertThat(process(RecordHint.Type.OPENED))
                .isEqualTo(RetryFor.aMinute("ServiceNow does not show " + incident.record));
    }

    @Test
    void a_deleted_record_is_shown_as_deleted_and_its_message_is_deleted() {
        process(RecordHint.Type.OPENED);
        incident.records.delete(incident.record);

        assertThat(process(RecordHint.Type.DELETED)).isEqualTo(new Delete());
        assertThat(incident.chat.cards(incident.channel()))
                .singleElement()
                .satisfies(card -> assertThat(card.words()).contains("deleted"))
                .satisfies(card -> assertThat(card.buttons()).isEmpty());
    }

    @Test
    void where_no_channel_can_be_made_the_shared_one_is_taken_and_that_is_counted() {
        incident.names().forEach(incident.chat::makeForeignChannel);

        assertThat(process(RecordHint.Type.OPENED)).isEqualTo(new Delete());
        assertThat(incident.counted).containsExactly("CHANNEL_REFUSED slack");
    }

    @Test
    void where_no_channel_can_be_made_and_no_other_may_be_taken_it_is_retried_for_hours_and_counted() {
        incident.settings = SampleSettings.confidential();
        incident.names().forEach(incident.chat::makeForeignChannel);

        assertThat(process(RecordHint.Type.OPENED)).isInstanceOfSatisfying(RetryFor.class, retry -> {
            assertThat(retry.reason()).startsWith("slack: no channel can be made: every name");
            assertThat(retry.patience()).isEqualTo(Duration.ofHours(5));
            assertThat(retry.meanwhile()).isEqualTo(RetryLater.WITH_BACKOFF);
        });
        assertThat(incident.counted).contains("CHANNEL_REFUSED slack", "REJECTED slack");
    }

    @Test
    void while_everything_outbound_is_paused_nothing_is_made() {
        incident.settings = paused(incident.settings);

        assertThat(process(RecordHint.Type.OPENED)).isEqualTo(new Disposition.Pause());
        assertThat(incident.hasConversation()).isFalse();
    }

    @Test
    void a_team_event_is_applied_during_a_pause_too_since_nothing_goes_out() {
        incident.settings = paused(incident.settings);

        assertThat(process(installed())).isEqualTo(new Delete());
        assertThat(isInstalled()).isTrue();
    }

    @Test
    void a_team_event_that_contradicts_what_is_there_is_retried_and_counted() {
        team = Optional.of(new TeamStatus.AppMissing());

        assertThat(process(installed())).isInstanceOfSatisfying(RetryLater.class, retry -> assertThat(retry.atLeast())
                .hasValueSatisfying(delay -> assertThat(delay).isPositive()));
        assertThat(isInstalled()).isFalse();
        assertThat(incident.counted).containsExactly("RETRY_LATER slack");

        team = Optional.of(new TeamStatus.AppInstalled(Map.of()));
        assertThat(process(installed())).isEqualTo(new Delete());
        assertThat(isInstalled()).isTrue();
    }

    @Test
    void a_hint_waits_for_the_chats_credential_and_goes_on_when_a_check_succeeds() {
        CredentialId slack = incident.refused(Kind.SLACK);
        clock.advance(Duration.ofSeconds(31));

        assertThat(process(RecordHint.Type.OPENED)).isEqualTo(new AwaitCredential("slack/T01ACME"));
        assertThat(incident.chat.calls()).isZero();
        incident.checks(slack, new Finding.Taken("Slack accepts it", Optional.empty(), List.of()));
        assertThat(process(RecordHint.Type.OPENED)).isEqualTo(new Delete());
        assertThat(incident.hasConversation()).isTrue();
        assertThat(incident.states.find(slack).orElseThrow().health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void in_the_first_half_minute_it_is_tried_all_the_same() {
        incident.refused(Kind.SLACK);
        clock.advance(Duration.ofSeconds(29));

        assertThat(process(RecordHint.Type.OPENED)).isEqualTo(new Delete());
        assertThat(incident.hasConversation()).isTrue();
    }

    @Test
    void a_major_incident_that_waits_for_the_chats_credential_is_late_all_the_same_and_is_counted_once() {
        RecordHint hint = incident.hint(RecordHint.Type.OPENED);
        incident.refused(Kind.SLACK);
        clock.advance(Duration.ofSeconds(31));
        process(hint, false);
        assertThat(incident.counted).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        process(hint, true);
        process(hint, true);
        assertThat(incident.counted).containsExactly("CONVERSATION_LATE slack");
    }

    @Test
    void a_record_that_has_its_conversation_is_not_late() {
        RecordHint hint = incident.hint(RecordHint.Type.OPENED);
        process(hint, false);
        incident.refused(Kind.SLACK);
        clock.advance(Duration.ofMinutes(3));
        assertThat(process(hint, true)).isEqualTo(new AwaitCredential("slack/T01ACME"));
        assertThat(incident.counted).isEmpty();
    }

    @Test
    void a_hint_waits_for_servicenows_credential_too_and_nothing_is_read() {
        incident.refused(Kind.SERVICENOW);
        clock.advance(Duration.ofMinutes(3));
        incident.records.delete(incident.record);

        assertThat(process(RecordHint.Type.OPENED)).isEqualTo(new AwaitCredential("servicenow/acme"));
        assertThat(incident.counted).isEmpty();
    }

    @Test
    void a_team_event_waits_for_its_tenants_credential_and_not_for_servicenows() {
        incident.refused(Kind.SERVICENOW);
        clock.advance(Duration.ofMinutes(3));
        assertThat(process(installed())).isEqualTo(new Delete());

        incident.refused(Kind.SLACK);
        clock.advance(Duration.ofMinutes(3));
        assertThat(process(installed())).isEqualTo(new AwaitCredential("slack/T01ACME"));
    }

    @Test
    void a_token_that_its_platform_says_was_revoked_is_unhealthy() {
        CredentialId slack = new CredentialId(Kind.SLACK, "T01ACME");
        String app = Objects.requireNonNull(incident.settings.chats().get(Platform.SLACK))
                .app();
        TokenEvent event = new TokenEvent(
                "Ev1", Platform.SLACK, TokenEvent.Kind.TOKEN_REVOKED, app, "T01ACME", clock.instant(), clock.instant());

        assertThat(processor.process(TokenEventCodec.write(event).body(), false))
                .isEqualTo(new Delete());
        assertThat(incident.states.find(slack).orElseThrow().health()).isEqualTo(Health.UNHEALTHY);
    }

    @Test
    void a_channel_that_somebody_archives_ends_its_conversation_and_the_record_hears_of_it() {
        process(RecordHint.Type.OPENED);
        incident.chat.archiveByHand(incident.channel());
        assertThat(process(archived(incident.channel().id()))).isEqualTo(new Delete());
        assertThat(incident.status()).isEqualTo(LinkStatus.ARCHIVED);
        assertThat(incident.hints).extracting(RecordHint::record).containsExactly(incident.record);
    }

    @Test
    void an_event_that_what_is_there_contradicts_is_looked_at_again_and_counted() {
        process(RecordHint.Type.OPENED);
        assertThat(process(archived(incident.channel().id()))).isEqualTo(RetryLater.atLeast(Duration.ofSeconds(20)));
        assertThat(incident.counted).containsExactly("RETRY_LATER slack");
        assertThat(incident.status()).isEqualTo(LinkStatus.READY);
    }

    @Test
    void an_event_of_a_channel_waits_for_its_credential_and_for_the_end_of_a_pause() {
        incident.refused(Kind.SLACK);
        clock.advance(Duration.ofMinutes(3));
        assertThat(process(archived("C01"))).isEqualTo(new AwaitCredential("slack/T01ACME"));
        incident.settings = paused(incident.settings);
        assertThat(process(archived("C01"))).isEqualTo(new Disposition.Pause());
    }

    @Test
    void our_app_s_removal_cuts_its_conversations_off() {
        process(RecordHint.Type.OPENED);
        clock.advance(Duration.ofSeconds(1));
        String app = Objects.requireNonNull(incident.settings.chats().get(Platform.SLACK))
                .app();
        TokenEvent event = new TokenEvent(
                "Ev1",
                Platform.SLACK,
                TokenEvent.Kind.APP_UNINSTALLED,
                app,
                "T01ACME",
                clock.instant(),
                clock.instant());
        processor.process(TokenEventCodec.write(event).body(), false);
        assertThat(incident.status()).isEqualTo(LinkStatus.APP_REMOVED);
    }

    private Disposition process(ChannelEvent event) {
        return processor.process(ChannelEventCodec.write(event).body(), false);
    }

    private ChannelEvent archived(String channel) {
        return new ChannelEvent("Ev1", Platform.SLACK, ChannelEvent.Kind.ARCHIVED, "T01ACME", channel, clock.instant());
    }

    @Test
    void a_platform_that_the_settings_do_not_have_is_dead_lettered_after_a_minute_of_retries() {
        assertThat(process(incident.hint(RecordHint.Type.OPENED, Platform.TEAMS), false))
                .isEqualTo(RetryFor.aMinute("the settings name no teams"));
    }

    @Test
    void an_unreadable_message_says_so_before_the_settings_are_asked_for() {
        assertThatThrownBy(() -> processor.process("{}", false)).isInstanceOf(MalformedMessage.class);
        assertThat(snapshots).isZero();
    }

    @Test
    void unreadable_settings_are_an_outage_and_nothing_is_made() {
        Unavailable none = new Unavailable("settings", "the settings document is not valid", Optional.empty());
        RecordEventProcessor without = new RecordEventProcessor(
                () -> {
                    throw none;
                },
                incident.counters(),
                clock);

        assertThatThrownBy(() -> without.process(
                        RecordHintCodec.write(incident.hint(RecordHint.Type.OPENED))
                                .body(),
                        false))
                .isSameAs(none);
        assertThat(incident.hasConversation()).isFalse();
    }

    private Settings startingAt(Instant start) {
        return settings(start, false, incident.settings);
    }

    private static Settings paused(Settings settings) {
        return settings(settings.startAt(), true, settings);
    }

    private static Settings settings(Instant start, boolean paused, Settings others) {
        return new Settings(
                Lifecycle.from(start),
                paused,
                others.serviceNow(),
                others.chats(),
                others.routes(),
                others.dedicated(),
                others.tables(),
                others.roles(),
                others.operations(),
                Limits.of(others.pressLife()));
    }
}
