package dev.belay.press;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.action.SampleRequest;
import dev.belay.card.CardAction;
import dev.belay.chat.ChatUser;
import dev.belay.event.PersonalNotice;
import dev.belay.event.PersonalNotice.Recipient;
import dev.belay.event.SamplePress;
import dev.belay.failure.Calls;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Unavailable;
import dev.belay.person.Identities;
import dev.belay.person.Members;
import dev.belay.record.SysId;
import dev.belay.settings.SampleSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told to somebody who did not press. */
final class TellOthersTest {
    private static final ChatUser ANN = SampleRequest.ANN_IN_CHAT;

    private final Desk desk = Desk.open();

    @Test
    void somebody_of_the_chat_is_told_once_by_the_name_of_who_pressed() {
        assertThat(tell(to(new Recipient.InChat(ANN)))).isInstanceOf(TellPerson.Outcome.Ended.class);
        assertThat(tell(to(new Recipient.InChat(ANN)))).isInstanceOf(TellPerson.Outcome.Ended.class);
        assertThat(desk.chat.privately(ANN)).containsExactly("Jane Doe handed it over to you.");
    }

    @Test
    void a_user_of_servicenow_is_found_by_their_address() {
        tell(to(new Recipient.OfRecord(SampleRequest.ANN.sysId())));
        assertThat(desk.chat.privately(ANN)).hasSize(1);
    }

    @Test
    void of_one_who_is_not_in_the_chat_whoever_pressed_is_told() {
        SysId eve = desk.directory.user("Eve", "eve@elsewhere.example");
        assertThat(tell(to(new Recipient.OfRecord(eve)))).isInstanceOf(TellPerson.Outcome.Ended.class);
        assertThat(desk.chat.privately(Desk.JANE))
                .containsExactly(
                        "Eve has no account in this workspace with the e-mail address that ServiceNow has, so they do not see"
                                + " this conversation. Reach them in another way, or have the address corrected. They were not"
                                + " told: “Jane Doe handed it over to you.”");
        assertThat(desk.counted).isEmpty();
    }

    @Test
    void who_pressed_is_not_told_what_they_did() {
        tell(to(new Recipient.OfRecord(SampleRequest.JANE.sysId())));
        assertThat(desk.chat.privately(Desk.JANE)).isEmpty();
    }

    static List<ExternalFailure> failures() {
        return List.of(
                new Unavailable("servicenow", "down", Optional.empty()), new CredentialsRefused("servicenow", "401"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void what_cannot_be_said_now_is_tried_for_half_an_hour(ExternalFailure failure) {
        desk.directory.fail(Optional.of(failure));
        PersonalNotice notice = to(new Recipient.OfRecord(SampleRequest.ANN.sysId()));
        assertThat(tell(notice)).isInstanceOf(TellPerson.Outcome.RetryLater.class);
        desk.clock.advance(Duration.ofMinutes(31));
        assertThat(tell(notice)).isInstanceOf(TellPerson.Outcome.Ended.class);
        assertThat(desk.counted).containsExactly("AnswerFailed NOTICE");
    }

    private TellPerson.Outcome tell(PersonalNotice notice) {
        Members members = new Members(desk.clock);
        TellOthers tell = new TellOthers(
                desk.events,
                desk.directory,
                members,
                new Identities(desk.users, desk.directory),
                (metric, kind) -> desk.counted.add(metric.id() + " " + kind),
                desk.clock,
                new Random(20261123));
        return tell.tell(notice, desk.worker(Calls.undisturbed()).chat(), SampleSettings.slack());
    }

    private PersonalNotice to(Recipient to) {
        SamplePress press =
                SamplePress.of(SampleRequest.button(CardAction.HAND_OVER, OptionalLong.empty(), Optional.empty()));
        return new PersonalNotice(
                "press-1/notice-0",
                Desk.JANE,
                to,
                press.press().at(),
                Optional.empty(),
                PersonalNotice.WHO + " handed it over to you.",
                desk.clock.instant());
    }
}
