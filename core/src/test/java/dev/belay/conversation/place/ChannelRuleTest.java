package dev.belay.conversation.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.conversation.place.ChannelRule.Decision;
import dev.belay.link.Placement;
import dev.belay.record.Life;
import dev.belay.record.MajorIncident;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Sample;
import dev.belay.settings.Place;
import dev.belay.settings.Route;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which record gets which place. */
final class ChannelRuleTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void one_and_two_get_a_channel_of_their_own(int priority) {
        Placement place = place(Sample.incident(priority), SampleSettings.slack());
        assertThat(place.kind()).isEqualTo(Placement.Kind.DEDICATED);
        assertThat(place.channel()).isEqualTo("inc0010023-checkout-down");
        assertThat(place.reason()).contains("priority " + priority);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void the_others_go_to_the_shared_channel(int priority) {
        Placement place = place(Sample.incident(priority), SampleSettings.slack());
        assertThat(place.kind()).isEqualTo(Placement.Kind.SHARED);
        assertThat(place.channel()).isEqualTo("C0SUPPORT");
    }

    @Test
    void an_accepted_major_incident_gets_a_channel_of_its_own_whatever_its_priority_unless_that_is_switched_off() {
        Placement place = place(major(MajorIncident.ACCEPTED), SampleSettings.slack());
        assertThat(place.kind()).isEqualTo(Placement.Kind.DEDICATED);
        assertThat(place.reason()).isEqualTo("a major incident gets a channel of its own");
        assertThat(place(major(MajorIncident.ACCEPTED), SampleSettings.dedicating(false))
                        .kind())
                .isEqualTo(Placement.Kind.SHARED);
    }

    @ParameterizedTest
    @EnumSource(value = MajorIncident.class, mode = EnumSource.Mode.EXCLUDE, names = "ACCEPTED")
    void what_is_no_major_incident_goes_where_its_priority_goes(MajorIncident state) {
        assertThat(place(major(state), SampleSettings.slack()).kind()).isEqualTo(Placement.Kind.SHARED);
    }

    private static RecordSnapshot major(MajorIncident state) {
        return Sample.incident(4).with(Life.of(RecordState.NEW, true).with(state));
    }

    @ParameterizedTest
    @EnumSource(
            value = RecordState.class,
            names = {"RESOLVED", "CLOSED", "CANCELED"})
    void what_is_over_gets_none(RecordState state) {
        assertThat(decide(Sample.incident(state), SampleSettings.slack())).isInstanceOf(Decision.Nowhere.class);
    }

    @Test
    void what_was_opened_before_the_start_gets_none() {
        Settings later = SampleSettings.startingAt(Sample.OPENED.plusSeconds(1));
        assertThat(decide(Sample.incident(), later)).isInstanceOf(Decision.Nowhere.class);
        assertThat(decide(Sample.incident(), SampleSettings.startingAt(Sample.OPENED)))
                .isInstanceOf(Decision.Place.class);
    }

    @Test
    void what_no_route_takes_gets_none() {
        assertThat(decide(Sample.incident(), SampleSettings.routed(List.of()))).isInstanceOf(Decision.Nowhere.class);
    }

    @Test
    void the_first_route_that_takes_it_decides() {
        Settings settings =
                SampleSettings.routed(List.of(route(Set.of(5), "C0OTHER", false), route(Set.of(4), "C0MINE", false)));
        assertThat(place(Sample.incident(4), settings).channel()).isEqualTo("C0MINE");
    }

    @Test
    void a_private_route_makes_private_channels_and_shows_its_records_nowhere_else() {
        Settings settings = SampleSettings.routed(List.of(route(Set.of(1, 3), "C0SUPPORT", true)));
        assertThat(place(Sample.incident(1), settings).isPrivate()).isTrue();
        assertThat(decide(Sample.incident(3), settings)).isInstanceOf(Decision.Nowhere.class);
    }

    private static Route route(Set<Integer> priorities, String shared, boolean isPrivate) {
        return new Route(
                "incident",
                priorities,
                Set.of(),
                new Place(Platform.SLACK, "T01ACME", List.of(), Optional.of(shared), List.of()),
                isPrivate,
                Optional.empty(),
                true);
    }

    private static Decision decide(RecordSnapshot record, Settings settings) {
        return ChannelRule.decide(record, Platform.SLACK, settings);
    }

    private static Placement place(RecordSnapshot record, Settings settings) {
        Decision decision = decide(record, settings);
        assertThat(decision).isInstanceOf(Decision.Place.class);
        return ((Decision.Place) decision).placement();
    }
}
