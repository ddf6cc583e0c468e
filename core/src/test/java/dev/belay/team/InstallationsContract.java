package dev.belay.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Installations} keeps. */
public interface InstallationsContract {
    Installation ACME = new Installation(
            Platform.TEAMS,
            "tenant-1",
            "6f5d1c3a-0000-4000-8000-000000000001",
            "19:general@thread.tacv2",
            new ReplyAddress("https://smba.trafficmanager.net/amer/"));

    Installations installations();

    @Test
    default void a_team_is_found_by_either_of_its_ids() {
        installations().put(ACME);
        assertThat(installations().find(Platform.TEAMS, "tenant-1", ACME.team()))
                .contains(ACME);
        assertThat(installations().find(Platform.TEAMS, "tenant-1", ACME.conversation()))
                .contains(ACME);
    }

    @Test
    default void a_team_of_another_tenant_is_another_team() {
        installations().put(ACME);
        assertThat(installations().find(Platform.TEAMS, "tenant-2", ACME.team()))
                .isEmpty();
    }

    @Test
    default void what_is_put_later_replaces_it() {
        Installation moved = new Installation(
                Platform.TEAMS,
                ACME.workspace(),
                ACME.team(),
                ACME.conversation(),
                new ReplyAddress("https://smba.trafficmanager.net/emea/"));
        installations().put(ACME);
        installations().put(moved);
        assertThat(installations().find(Platform.TEAMS, ACME.workspace(), ACME.team()))
                .contains(moved);
    }

    @Test
    default void what_is_removed_is_gone_and_stays_gone() {
        installations().put(ACME);
        installations().remove(ACME);
        installations().remove(ACME);
        assertThat(installations().find(Platform.TEAMS, ACME.workspace(), ACME.team()))
                .isEmpty();
        assertThat(installations().find(Platform.TEAMS, ACME.workspace(), ACME.conversation()))
                .isEmpty();
    }

    @Test
    default void all_of_a_tenant_are_listed_once_each() {
        Installation other = new Installation(
                Platform.TEAMS,
                "tenant-9",
                "6f5d1c3a-0000-4000-8000-000000000002",
                "19:other@thread.tacv2",
                ACME.address());
        Installation elsewhere = new Installation(
                Platform.TEAMS,
                "tenant-99",
                "6f5d1c3a-0000-4000-8000-000000000003",
                "19:else@thread.tacv2",
                ACME.address());
        Installation first = new Installation(
                Platform.TEAMS,
                "tenant-9",
                "6f5d1c3a-0000-4000-8000-000000000001",
                "19:one@thread.tacv2",
                ACME.address());
        List.of(other, elsewhere, first).forEach(installations()::put);
        assertThat(installations().all(Platform.TEAMS, "tenant-9")).containsExactly(first, other);
        installations().remove(first);
        assertThat(installations().all(Platform.TEAMS, "tenant-9")).containsExactly(other);
    }
}
