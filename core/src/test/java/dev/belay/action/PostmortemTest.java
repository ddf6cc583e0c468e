package dev.belay.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.action.Refusal.Reason;
import dev.belay.card.CardAction;
import dev.belay.chat.Platform;
import dev.belay.dialog.Field.Option;
import dev.belay.dialog.Input;
import dev.belay.event.Press;
import dev.belay.event.SamplePress;
import dev.belay.record.Chronicle;
import dev.belay.record.Details;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.RecordChange.Fields;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Sample;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which addresses are attached to a record, what is written, and what is remembered. */
final class PostmortemTest {
    private static final String PAGE = "https://wiki.acme.example/postmortem";
    private static final Settings FIELD =
            SampleSettings.postmortems(Optional.of("u_postmortem"), Set.of("wiki.acme.example"));
    private static final Happening EARLIER = new Happening(
            "press-0",
            Kind.POSTMORTEM_ATTACHED,
            Sample.OPENED.minusSeconds(1),
            "Bob Ross",
            "",
            PAGE + "/draft",
            List.of());

    private final Action postmortem = new Postmortem();

    @ParameterizedTest
    @EnumSource
    void it_is_offered_and_done_in_every_state(RecordState state) {
        RecordSnapshot record = Sample.incident(state);
        assertThat(postmortem.isOffered(record)).isTrue();
        assertThat(judge(PAGE, record, SampleSettings.both()))
                .isEqualTo(new Judgement.Write(
                        Fields.NONE, "Postmortem attached by Jane Doe <jane@acme.example> from Slack: " + PAGE));
    }

    @Test
    void it_is_written_into_the_field_that_the_settings_name() {
        assertThat(judge(PAGE, Sample.incident(), FIELD))
                .isInstanceOfSatisfying(Judgement.Write.class, write -> assertThat(write.fields())
                        .isEqualTo(Fields.NONE.field("u_postmortem", PAGE)));
    }

    @Test
    void another_host_than_the_settings_name_is_refused_and_the_dialog_offered_again() {
        assertThat(judge("https://evil.example/", Sample.incident(), FIELD))
                .isInstanceOfSatisfying(Judgement.Not.class, not -> {
                    assertThat(not.refusal().reason()).isEqualTo(Reason.INPUT_REFUSED);
                    assertThat(not.refusal().sentence()).endsWith("The address must be on wiki.acme.example.");
                    assertThat(not.refusal().offer()).hasValueSatisfying(offer -> assertThat(offer.action())
                            .isEqualTo(CardAction.POSTMORTEM));
                });
    }

    @Test
    void the_button_carries_the_hosts_and_its_dialog_knows_them() {
        List<Option> options = postmortem.options(Sample.incident(), Platform.SLACK, FIELD);
        assertThat(options).containsExactly(new Option("0", "wiki.acme.example"));
        assertThat(postmortem.dialog(options).orElseThrow().problems(entered("https://evil.example/")))
                .containsEntry(Postmortem.ADDRESS, "The address must be on wiki.acme.example.");
        assertThat(postmortem.dialog(options).orElseThrow().problems(entered(PAGE)))
                .isEmpty();
    }

    @Test
    void more_hosts_than_a_button_holds_are_left_to_the_submission() {
        Set<String> hosts = IntStream.range(0, 100)
                .mapToObj(i -> "host-" + i + ".acme.example")
                .collect(Collectors.toSet());
        Settings many = SampleSettings.postmortems(Optional.empty(), hosts);
        assertThat(postmortem.options(Sample.incident(), Platform.SLACK, many)).isEmpty();
        assertThat(judge("https://evil.example/", Sample.incident(), many)).isInstanceOf(Judgement.Not.class);
    }

    @Test
    void the_same_address_again_needs_no_write_and_another_one_replaces_it() {
        RecordSnapshot attached = Sample.incident().with(new Chronicle(List.of(EARLIER)));
        assertThat(judge(PAGE + "/draft", attached, FIELD)).isEqualTo(new Judgement.Already());
        assertThat(judge(PAGE, attached, FIELD))
                .isInstanceOfSatisfying(Judgement.Write.class, write -> assertThat(write.note())
                        .contains(", in place of the earlier one: " + PAGE));
        assertThat(happening(attached).what()).isEqualTo("replaces the earlier one");
    }

    @Test
    void what_is_remembered_is_the_address_the_same_each_time() {
        Happening first = happening(Sample.incident());
        assertThat(first.words()).isEqualTo(PAGE);
        assertThat(first.what()).isEmpty();
        assertThat(happening(Sample.incident().with(new Chronicle(List.of(first)))))
                .isEqualTo(first);
    }

    @Test
    void it_took_effect_when_the_field_holds_it() {
        Press press = press(PAGE);
        RecordSnapshot written = Sample.incident().with(new Details(Map.of(), Map.of("u_postmortem", PAGE)));
        assertThat(postmortem.tookEffect(press, written, FIELD)).isTrue();
        assertThat(postmortem.tookEffect(press, Sample.incident(), FIELD)).isFalse();
        assertThat(postmortem.tookEffect(press, Sample.incident(), SampleSettings.both()))
                .isTrue();
    }

    private Happening happening(RecordSnapshot record) {
        return postmortem.happening(press(PAGE), "Jane Doe", record).orElseThrow();
    }

    private Judgement judge(String address, RecordSnapshot record, Settings settings) {
        Request as = SampleRequest.of(press(address).button());
        return postmortem.judge(new Request(press(address), as.user(), as.link(), settings, Map.of()), record);
    }

    private static Press press(String address) {
        return SamplePress.of(SampleRequest.button(
                        CardAction.POSTMORTEM, OptionalLong.of(SampleRequest.NEWEST), Optional.empty()))
                .entering(entered(address))
                .press();
    }

    private static Input entered(String address) {
        return new Input(Map.of(Postmortem.ADDRESS, List.of(address)));
    }
}
