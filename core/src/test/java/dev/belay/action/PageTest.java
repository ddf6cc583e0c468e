package dev.belay.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.card.CardAction;
import dev.belay.card.CardButton;
import dev.belay.chat.Platform;
import dev.belay.dialog.Field;
import dev.belay.dialog.Field.Option;
import dev.belay.record.RecordState;
import dev.belay.record.Sample;
import dev.belay.settings.PagerSettings;
import dev.belay.settings.PagerSettings.Kind;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the button of Page says and offers, and whom a dialog asks for. */
final class PageTest {
    private static final Option PAYMENTS = new Option("PT4KHLK", "Payments on-call");

    @Test
    void the_button_carries_whom_the_route_s_pager_can_be_asked_for() {
        assertThat(button(SampleSettings.paging()).options()).containsExactly(PAYMENTS);
        assertThat(button(SampleSettings.both()).options()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_pages_nobody_is_not_called_paging(Kind kind) {
        PagerSettings pager = new PagerSettings("oncall", kind, SampleSettings.PAGER.targets());
        assertThat(button(SampleSettings.paging(pager)).label())
                .isEqualTo(kind == Kind.SERVICENOW_ON_CALL ? "Invite on-call …" : "Page responders …");
    }

    @Test
    void without_a_pager_nobody_is_said_to_be_paged() {
        assertThat(button(SampleSettings.both()).label()).isEqualTo("Call responders in …");
    }

    @Test
    void a_dialog_asks_for_people_for_who_is_on_call_and_for_words() {
        assertThat(dialogFields(List.of(PAYMENTS)))
                .extracting(Field::id)
                .containsExactly("people", "targets", "message");
        assertThat(dialogFields(List.of(PAYMENTS))).noneMatch(Field::required);
    }

    @Test
    void where_nobody_is_on_call_people_must_be_named() {
        assertThat(dialogFields(List.of())).extracting(Field::id).containsExactly("people", "message");
        assertThat(dialogFields(List.of()).getFirst().required()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void it_is_offered_until_the_end(RecordState state) {
        assertThat(new Page().isOffered(Sample.incident(state))).isEqualTo(!state.ended());
    }

    private static CardButton button(Settings settings) {
        return Actions.button(CardAction.PAGE, Sample.incident(), Platform.SLACK, settings);
    }

    private static List<Field> dialogFields(List<Option> options) {
        return new Page().dialog(options).orElseThrow().fields();
    }
}
