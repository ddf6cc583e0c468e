package dev.belay.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.action.Acknowledge;
import dev.belay.action.Refusal;
import dev.belay.action.Refusal.Reason;
import dev.belay.action.Request;
import dev.belay.action.SampleRequest;
import dev.belay.card.CardAction;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.event.Press;
import dev.belay.event.Press.Place;
import dev.belay.event.PressedButton;
import dev.belay.event.SamplePress;
import dev.belay.failure.Calls;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.link.LinkStatus;
import dev.belay.person.Identity;
import dev.belay.person.UserMap;
import dev.belay.platform.InMemoryChat;
import dev.belay.press.Desk.Worker;
import dev.belay.record.RecordRef;
import dev.belay.record.Sample;
import dev.belay.settings.SampleSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may press what: each gate by its name, and which of them speaks first. */
final class GatesTest {
    /** A reason to refuse, as it is made on the desk where all else is well. */
    record Flaw(String gate, Reason reason, String sentence, BiFunction<Desk, SamplePress, SamplePress> make) {
        SamplePress on(Desk desk, SamplePress press) {
            return make.apply(desk, press);
        }
    }

    /** One for each gate, in the gates' order. */
    private static final List<Flaw> FLAWS = List.of(
            new Flaw(
                    "isKnownAction",
                    Reason.UNKNOWN_ACTION,
                    "This button is not known here any more. Use the newest card.",
                    (_, press) -> press.button(new PressedButton(
                            Sample.REF, "no-such-action", OptionalLong.of(3), Optional.empty(), Optional.empty()))),
            new Flaw(
                    "isOurApp",
                    Reason.OTHER_APP,
                    "This button belongs to another app.",
                    (_, press) -> press.app("A02OTHER")),
            new Flaw(
                    "isOurWorkspace",
                    Reason.OTHER_WORKSPACE,
                    "This workspace is not set up here. Ask whoever runs Belay to add it.",
                    (desk, press) -> {
                        desk.users.remember(
                                in("T02OTHER"),
                                new UserMap.Entry(new Identity.Known(SampleRequest.JANE), desk.address()));
                        return press.user(in("T02OTHER"));
                    }),
            new Flaw(
                    "isFullMember",
                    Reason.NOT_A_MEMBER,
                    "Only full members of this workspace can work on records from here. Ask a full member to press it.",
                    (_, press) -> press.from("T03ELSEWHERE")),
            new Flaw(
                    "isLinkedHere",
                    Reason.NOT_LINKED,
                    "This conversation is not linked to that record. Open the record in ServiceNow to find its conversation.",
                    (desk, press) -> press.at(new Place(InMemoryChat.SHARED, false, Optional.empty(), "1.000001"))),
            new Flaw(
                    "hasMailOfOurs",
                    Reason.OTHER_MAIL_DOMAIN,
                    "Your e-mail address is not of a domain that counts in this workspace. Ask whoever runs Belay to add the domain, or your administrator to correct the address.",
                    (desk, press) -> {
                        desk.settings = SampleSettings.mailOf("other.example");
                        return press;
                    }),
            new Flaw(
                    "isOneUser",
                    Reason.UNMAPPED,
                    "No active ServiceNow user has your e-mail address. Ask your ServiceNow administrator to correct it there.",
                    (desk, press) -> {
                        desk.users.remember(press.user(), new UserMap.Entry(new Identity.Unmapped(), desk.address()));
                        return press;
                    }),
            new Flaw(
                    "holdsRole",
                    Reason.ROLE_MISSING,
                    "Acknowledging needs one of these roles in ServiceNow: major_incident_manager, mim_manager."
                            + " Ask somebody who has one, or your ServiceNow administrator.",
                    (desk, press) -> {
                        desk.directory.revoke(SampleRequest.JANE.sysId(), Desk.ROLE);
                        return press;
                    }));

    @Test
    void each_gate_has_a_name_and_its_place() {
        assertThat(Desk.open().worker(Calls.undisturbed()).gates().names())
                .containsExactly(
                        "isKnownAction",
                        "isOurApp",
                        "isOurWorkspace",
                        "isFullMember",
                        "isLinkedHere",
                        "hasMailOfOurs",
                        "isOneUser",
                        "holdsRole");
    }

    @Test
    void each_gate_is_tried_here() {
        assertThat(FLAWS)
                .extracting(Flaw::gate)
                .isEqualTo(Desk.open().worker(Calls.undisturbed()).gates().names());
    }

    @Test
    void where_all_is_well_the_action_the_person_and_the_conversation_are_granted() {
        Desk desk = Desk.open();
        Press press = desk.press(CardAction.ACKNOWLEDGE).press();
        assertThat(authorize(desk, press))
                .isEqualTo(new Authorization.Granted(
                        new Acknowledge(),
                        new Request(press, SampleRequest.JANE, desk.link(), desk.settings, Map.of())));
    }

    @ParameterizedTest
    @FieldSource("FLAWS")
    void each_gate_refuses_for_its_reason_in_its_sentence(Flaw flaw) {
        Desk desk = Desk.open();
        Press press = flaw.on(desk, desk.press(CardAction.ACKNOWLEDGE)).press();
        assertThat(authorize(desk, press))
                .isEqualTo(new Authorization.Denied(Refusal.of(flaw.reason(), flaw.sentence())));
    }

    @Test
    void of_two_reasons_the_one_of_the_earlier_gate_is_told() {
        for (int earlier = 0; earlier < FLAWS.size(); earlier++) {
            for (int later = earlier + 1; later < FLAWS.size(); later++) {
                Desk desk = Desk.open();
                SamplePress press = FLAWS.get(earlier).on(desk, desk.press(CardAction.ACKNOWLEDGE));
                press = FLAWS.get(later).on(desk, press);
                assertThat(refused(authorize(desk, press.press())))
                        .as(
                                "%s before %s",
                                FLAWS.get(earlier).gate(), FLAWS.get(later).gate())
                        .isEqualTo(FLAWS.get(earlier).reason());
            }
        }
    }

    @Test
    void a_platform_that_the_settings_do_not_name_is_refused() {
        Desk desk = Desk.open();
        desk.settings = SampleSettings.without();
        assertThat(refused(authorize(desk, desk.press(CardAction.ACKNOWLEDGE).press())))
                .isEqualTo(Reason.OTHER_APP);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FULL")
    void whoever_is_not_a_full_member_is_refused(Member.Standing standing) {
        Desk desk = Desk.open();
        SamplePress press = desk.press(CardAction.ACKNOWLEDGE).user(desk.chat.person(standing));
        assertThat(refused(authorize(desk, press.press()))).isEqualTo(Reason.NOT_A_MEMBER);
    }

    @Test
    void where_the_organization_is_ours_the_platform_s_word_on_a_person_of_elsewhere_decides() {
        Desk desk = Desk.open();
        desk.settings = SampleSettings.ofOrganization("E01ACME");
        SamplePress press = desk.press(CardAction.ACKNOWLEDGE).from("T03ELSEWHERE");
        assertThat(authorize(desk, press.press())).isInstanceOf(Authorization.Granted.class);
        assertThat(refused(authorize(
                        desk,
                        press.user(desk.chat.person(Member.Standing.GUEST)).press())))
                .isEqualTo(Reason.NOT_A_MEMBER);
    }

    @Test
    void a_record_that_has_no_link_is_refused() {
        Desk desk = Desk.open();
        PressedButton button = new PressedButton(
                RecordRef.of("incident", "0".repeat(32)),
                "ack",
                OptionalLong.of(3),
                Optional.empty(),
                Optional.empty());
        assertThat(refused(authorize(desk, desk.press(button).press()))).isEqualTo(Reason.NOT_LINKED);
    }

    @Test
    void a_press_before_its_link_is_finished_is_early_unless_an_earlier_gate_refuses() {
        Desk desk = Desk.unfinished(Sample.incident());
        SamplePress press = desk.press(CardAction.ACKNOWLEDGE);
        assertThat(authorize(desk, press.press())).isEqualTo(new Authorization.NotYet(Duration.ofSeconds(5)));
        assertThat(refused(authorize(desk, press.from("T03ELSEWHERE").press()))).isEqualTo(Reason.NOT_A_MEMBER);
        desk.directory.revoke(SampleRequest.JANE.sysId(), Desk.ROLE);
        assertThat(authorize(desk, press.press())).isInstanceOf(Authorization.NotYet.class);
        desk.finishLink();
        assertThat(refused(authorize(desk, press.press()))).isEqualTo(Reason.ROLE_MISSING);
    }

    @Test
    void a_card_s_button_counts_in_its_conversation_only() {
        Desk desk = Desk.open();
        SamplePress press = desk.press(CardAction.ACKNOWLEDGE);
        Place elsewhere = new Place(InMemoryChat.SHARED, false, Optional.empty(), "1.000001");
        assertThat(refused(authorize(desk, press.at(elsewhere).press()))).isEqualTo(Reason.NOT_LINKED);
    }

    @Test
    void an_answer_s_button_counts_in_the_person_s_own_chat_too_while_the_conversation_stands() {
        Desk desk = Desk.open();
        SamplePress press = desk.press(CardAction.TAKE_OVER);
        assertThat(authorize(desk, press.press())).isInstanceOf(Authorization.Granted.class);
        assertThat(authorize(desk, press.at(desk.inOwnChat()).press())).isInstanceOf(Authorization.Granted.class);
        assertThat(desk.links.transition(desk.link(), LinkStatus.READY, LinkStatus.ARCHIVED))
                .isTrue();
        assertThat(authorize(desk, press.press())).isInstanceOf(Authorization.Granted.class);
        assertThat(refused(authorize(desk, press.at(desk.inOwnChat()).press()))).isEqualTo(Reason.NOT_LINKED);
    }

    @ParameterizedTest
    @CsvSource({
        "acme.example, true",
        "other.example, false",
        "example, false",
        "sub.acme.example, false",
        "xacme.example, false"
    })
    void an_address_counts_by_its_whole_domain(String domain, boolean counts) {
        Desk desk = Desk.open();
        desk.settings = SampleSettings.mailOf(domain);
        assertThat(authorize(desk, desk.press(CardAction.ACKNOWLEDGE).press()) instanceof Authorization.Granted)
                .isEqualTo(counts);
    }

    @Test
    void two_users_with_one_e_mail_are_none() {
        Desk desk = Desk.open();
        desk.users.remember(Desk.JANE, new UserMap.Entry(new Identity.Ambiguous(), desk.address()));
        assertThat(authorize(desk, desk.press(CardAction.ACKNOWLEDGE).press()))
                .isEqualTo(
                        new Authorization.Denied(
                                Refusal.of(
                                        Reason.AMBIGUOUS,
                                        "More than one active ServiceNow user has your e-mail address. Ask your ServiceNow administrator to leave it with one.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Directory.activeWithEmail", "Directory.holdsAny"})
    void a_user_or_role_that_cannot_be_read_back_is_refused_and_counted(String call) {
        Desk desk = Desk.open();
        SamplePress press = desk.press(CardAction.ACKNOWLEDGE);
        if (call.endsWith("activeWithEmail")) {
            press = press.user(desk.chat.bystander());
        }
        Calls calls = Calls.failing(call, () -> new Rejected("servicenow", "a field is hidden"));
        assertThat(refused(authorize(desk, press.press(), calls))).isEqualTo(Reason.ROLE_UNPROVED);
        assertThat(desk.counted).containsExactly("RoleUnproved servicenow");
    }

    @Test
    void an_address_that_cannot_be_asked_for_is_refused_and_nobody_is_looked_up() {
        Desk desk = Desk.open();
        desk.chat.show(Desk.JANE, Optional.of("jane^ORactive=true@acme.example"));
        assertThat(refused(authorize(desk, desk.press(CardAction.ACKNOWLEDGE).press())))
                .isEqualTo(Reason.UNASKABLE);
        assertThat(desk.directory.identityLookUps()).isZero();
        assertThat(desk.directory.roleLookUps()).isZero();
    }

    @Test
    void whoever_has_another_address_now_is_looked_up_anew() {
        Desk desk = Desk.open();
        desk.chat.show(Desk.JANE, Optional.of("nobody@acme.example"));
        assertThat(refused(authorize(desk, desk.press(CardAction.ACKNOWLEDGE).press())))
                .isEqualTo(Reason.UNMAPPED);
    }

    @Test
    void refused_credentials_are_nobody_s_missing_role() {
        Desk desk = Desk.open();
        Press press = desk.press(CardAction.ACKNOWLEDGE).press();
        Calls calls = Calls.failing("Directory.holdsAny", () -> new CredentialsRefused("servicenow", "401"));
        assertThatThrownBy(() -> authorize(desk, press, calls)).isInstanceOf(CredentialsRefused.class);
        assertThat(desk.counted).isEmpty();
    }

    @Test
    void what_an_earlier_gate_refuses_asks_no_later_gate_s_question() {
        Desk desk = Desk.open();
        Calls calls = Calls.undisturbed();
        authorize(desk, desk.press(CardAction.ACKNOWLEDGE).app("A02OTHER").press(), calls);
        assertThat(calls.names()).isEmpty();
        authorize(desk, desk.press(CardAction.ACKNOWLEDGE).press(), calls);
        assertThat(calls.names())
                .containsExactly("People.member", "ConversationLinks.find", "UserMap.find", "Directory.holdsAny");
    }

    private static Authorization authorize(Desk desk, Press press) {
        return authorize(desk, press, Calls.undisturbed());
    }

    private static Authorization authorize(Desk desk, Press press, Calls calls) {
        Worker worker = desk.worker(calls);
        return worker.gates().authorize(press, worker.chat(), desk.settings);
    }

    private static Reason refused(Authorization authorization) {
        assertThat(authorization).isInstanceOf(Authorization.Denied.class);
        return ((Authorization.Denied) authorization).refusal().reason();
    }

    private static ChatUser in(String workspace) {
        return new ChatUser(Platform.SLACK, workspace, Desk.JANE.id());
    }
}
