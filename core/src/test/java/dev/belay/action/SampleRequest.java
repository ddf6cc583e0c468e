package dev.belay.action;

import dev.belay.action.Request.Named;
import dev.belay.card.CardAction;
import dev.belay.card.CardButton;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.chat.PostedCard;
import dev.belay.dialog.Dialog;
import dev.belay.dialog.Field;
import dev.belay.dialog.Input;
import dev.belay.event.PressedButton;
import dev.belay.event.SamplePress;
import dev.belay.link.Conversation;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.LinkClaim;
import dev.belay.link.LinkKey;
import dev.belay.link.Placement;
import dev.belay.person.Identity;
import dev.belay.person.PlatformUser;
import dev.belay.record.Assignee;
import dev.belay.record.NoteReference;
import dev.belay.record.Sample;
import dev.belay.record.SysId;
import dev.belay.settings.SampleSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What Jane asks for when she presses a button of the sample incident's card. */
public final class SampleRequest {
    public static final PlatformUser JANE =
            new PlatformUser(new SysId("62826bf03710200044e0bfc8bcbe5df1"), "Jane Doe", "jane@acme.example");
    public static final Assignee TO_JANE = new Assignee(JANE.sysId().value(), "Jane Doe");
    /** Ann, whom a dialog names. */
    public static final PlatformUser ANN =
            new PlatformUser(new SysId("a2826bf03710200044e0bfc8bcbe5df2"), "Ann Lee", "ann@acme.example");

    public static final ChatUser ANN_IN_CHAT = new ChatUser(Platform.SLACK, "T01ACME", "U01ANN");
    public static final Assignee TO_BOB = new Assignee("5137153cc611227c000bbd1bd8cd2005", "Bob Ross");

    /** The newest generation that the card has. */
    public static final long NEWEST = 3;

    private SampleRequest() {}

    /** What somebody who presses this button enters in its dialog, where it has one: Ann, and what is of the right form. */
    public static Input entered(PressedButton button) {
        Map<String, List<String>> values = new HashMap<>();
        Actions.dialog(button)
                .map(Dialog::fields)
                .orElse(List.of())
                .forEach(field -> values.put(
                        field.id(),
                        switch (field) {
                            case Field.People _ -> List.of(ANN_IN_CHAT.id());
                            case Field.Choice choice ->
                                choice.options().stream().map(Field.Option::id).toList();
                            case Field.Words _ -> List.of("because it must be");
                            case Field.WebAddress _ -> List.of("https://wiki.acme.example/postmortem");
                        }));
        return values.isEmpty() ? Input.NONE : new Input(values);
    }

    static Request of(PressedButton button) {
        Input input = entered(button);
        Map<String, List<Named>> named = new HashMap<>();
        Actions.dialog(button).map(Dialog::fields).orElse(List.of()).stream()
                .filter(Field.People.class::isInstance)
                .forEach(field -> named.put(field.id(), List.of(ann())));
        return new Request(SamplePress.of(button).entering(input).press(), JANE, link(), SampleSettings.both(), named);
    }

    private static Named ann() {
        Member member = new Member(ANN_IN_CHAT, Member.Standing.FULL, "Ann Lee", Optional.of(ANN.email()));
        return new Named(member, new Identity.Known(ANN));
    }

    /** Of a card or an answer that carries this button. */
    public static PressedButton button(CardButton button) {
        return new PressedButton(
                button.record(),
                button.action().id(),
                OptionalLong.of(button.generation()),
                Optional.of(button.shown()),
                button.replaces(),
                button.options());
    }

    /** Of a card of this generation, which does not say what it showed, to replace this assignee. */
    public static PressedButton button(CardAction action, OptionalLong generation, Optional<Assignee> replaces) {
        return new PressedButton(Sample.REF, action.id(), generation, Optional.empty(), replaces.map(Assignee::userId));
    }

    private static Made link() {
        Placement place = new Placement(
                "T01ACME", List.of(), Placement.Kind.DEDICATED, "inc0010023-checkout-down", false, "priority 1");
        LinkClaim claim = new LinkClaim("marker", new NoteReference("bly-abcdefghijkm"), Sample.OPENED, Sample.OPENED);
        Channel channel = new Channel(Platform.SLACK, "T01ACME", Optional.empty(), "C01", "inc0010023-checkout-down");
        PostedCard card = new PostedCard("1795336131.000001", NEWEST);
        return Claimed.first(new LinkKey(Sample.REF, Platform.SLACK), place, claim)
                .standing(new Conversation(channel, card, NEWEST, Map.of(), "U0BELAY"));
    }
}
