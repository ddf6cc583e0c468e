package dev.belay.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.credential.CredentialId.Kind;
import dev.belay.event.TokenEvent;
import dev.belay.settings.ChatSettings;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a platform's word that our token is gone. */
final class ApplyTokenEventTest {
    private static final CredentialId SLACK = new CredentialId(Kind.SLACK, "T01ACME");
    private static final Settings SETTINGS = SampleSettings.slack();

    private final MovedClock clock = MovedClock.at(Instant.parse("2026-11-23T09:00:00Z"));
    private final InMemoryCredentialStates states = new InMemoryCredentialStates();
    private final RecordFindings record = new RecordFindings(states, (_, _) -> {}, clock, "belay");
    private final ApplyTokenEvent apply = new ApplyTokenEvent(states, record);

    private static ChatSettings ours(Settings settings) {
        return Objects.requireNonNull(settings.chats().get(Platform.SLACK));
    }

    private TokenEvent event(TokenEvent.Kind kind, String app, String workspace) {
        return new TokenEvent("Ev1", Platform.SLACK, kind, app, workspace, clock.instant(), clock.instant());
    }

    private TokenEvent revoked() {
        return event(TokenEvent.Kind.TOKEN_REVOKED, ours(SETTINGS).app(), "T01ACME");
    }

    private Optional<Health> health() {
        return states.find(SLACK).map(CredentialState::health);
    }

    private void taken() {
        record.record(SLACK, new Finding.Taken("Slack accepts it", Optional.empty(), List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void the_credential_is_unhealthy_at_once_and_it_is_said_what_to_do(TokenEvent.Kind kind) {
        taken();
        clock.advance(Duration.ofSeconds(1));
        apply.apply(event(kind, ours(SETTINGS).app(), "T01ACME"), SETTINGS);
        assertThat(health()).contains(Health.UNHEALTHY);
        assertThat(states.find(SLACK).orElseThrow().why())
                .startsWith("Slack says")
                .contains("store its new token");
    }

    @Test
    void one_that_comes_again_or_late_after_the_token_was_taken_says_nothing_any_more() {
        TokenEvent event = revoked();
        apply.apply(event, SETTINGS);
        clock.advance(Duration.ofMinutes(6));
        taken();
        assertThat(apply.apply(event, SETTINGS)).startsWith("older");
        assertThat(health()).contains(Health.HEALTHY);
    }

    @Test
    void the_token_is_gone_where_it_was_not_taken_since_and_stays_so_when_the_event_comes_again() {
        TokenEvent event = revoked();
        assertThat(apply.gone(event, SETTINGS)).containsExactly("T01ACME");
        apply.apply(event, SETTINGS);
        assertThat(apply.gone(event, SETTINGS)).containsExactly("T01ACME");
        clock.advance(Duration.ofMinutes(6));
        taken();
        assertThat(apply.gone(event, SETTINGS)).isEmpty();
        assertThat(apply.gone(event(TokenEvent.Kind.APP_UNINSTALLED, "A0OTHER", "T01ACME"), SETTINGS))
                .isEmpty();
    }

    @Test
    void one_that_comes_again_while_it_is_unhealthy_changes_nothing() {
        apply.apply(revoked(), SETTINGS);
        CredentialState before = states.find(SLACK).orElseThrow();
        apply.apply(revoked(), SETTINGS);
        assertThat(states.find(SLACK)).contains(before);
    }

    @Test
    void another_apps_or_workspaces_token_is_none_of_ours() {
        assertThat(apply.apply(event(TokenEvent.Kind.TOKEN_REVOKED, "A0OTHER", "T01ACME"), SETTINGS))
                .isEqualTo("of another app");
        assertThat(apply.apply(
                        event(TokenEvent.Kind.TOKEN_REVOKED, ours(SETTINGS).app(), "T0OTHER"), SETTINGS))
                .isEqualTo("of another workspace");
        assertThat(states.all()).isEmpty();
    }

    @Test
    void an_organizations_token_is_that_of_all_its_workspaces() {
        Settings settings = SampleSettings.ofOrganization("E01ACME");
        apply.apply(event(TokenEvent.Kind.APP_UNINSTALLED, ours(settings).app(), "E01ACME"), settings);
        assertThat(states.all())
                .extracting(state -> state.id().owner())
                .containsExactlyInAnyOrderElementsOf(ours(settings).workspaces());
    }
}
