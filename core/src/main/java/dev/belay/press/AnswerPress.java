package dev.belay.press;

import dev.belay.action.Actions;
import dev.belay.action.Notice;
import dev.belay.action.Refusal;
import dev.belay.card.CardAction;
import dev.belay.card.PrivateAnswer;
import dev.belay.event.LateAnswer;
import dev.belay.event.PersonalNotice;
import dev.belay.event.Press;
import dev.belay.link.ConversationLink.Made;
import dev.belay.platform.ChatPlatform;
import dev.belay.press.FinishPress.Outgoing;
import dev.belay.record.RecordSnapshot;
import java.util.List;

/** Tells people what came of a press: who pressed, and whom it concerns. Nobody who cannot be told holds up a press. */
final class AnswerPress {
    private static final System.Logger LOG = System.getLogger(AnswerPress.class.getName());

    private final TellPerson tell;
    private final Outgoing outgoing;

    AnswerPress(TellPerson tell, Outgoing outgoing) {
        this.tell = tell;
        this.outgoing = outgoing;
    }

    void refused(Press press, ChatPlatform chat, Refusal refusal) {
        tell(press, chat, answer(press, refusal), refusal.reason().name(), subject(press, refusal.reason()));
    }

    /** Whoever asked in words may be elsewhere than in the record's conversation, where no button of the record works. */
    private static PrivateAnswer answer(Press press, Refusal refusal) {
        String typed = Refusals.typed(press);
        return press.byCommand() && refusal.offer().isPresent()
                ? PrivateAnswer.of(refusal.sentence() + " " + Refusals.COMMAND_AGAIN + typed)
                : new PrivateAnswer(refusal.sentence() + typed, refusal.offer());
    }

    /** Whoever asked in words may see no card. */
    void done(Press press, ChatPlatform chat, RecordSnapshot record) {
        if (press.byCommand()) {
            CardAction.of(press.button().action())
                    .map(Actions::of)
                    .ifPresent(action -> tell(
                            press, chat, PrivateAnswer.of(action.done(record)), "DONE", "DONE " + press.pressId()));
        }
    }

    /** They are told by a message of their own. */
    void others(Press press, Made link, RecordSnapshot record) {
        List<Notice> notices = CardAction.of(press.button().action())
                .map(action -> Actions.of(action).notices(press, record))
                .orElse(List.of());
        for (int i = 0; i < notices.size(); i++) {
            Notice notice = notices.get(i);
            outgoing.notices()
                    .send(new PersonalNotice(
                            press.pressId() + "/notice-" + i,
                            press.user(),
                            notice.to(),
                            PeopleAround.of(press, link),
                            press.reply(),
                            notice.sentence(),
                            press.acceptedAt()));
        }
    }

    /** What cannot be said now is said by another message. */
    private void tell(Press press, ChatPlatform chat, PrivateAnswer said, String reason, String subject) {
        LateAnswer answer = new LateAnswer(
                press.pressId(), press.user(), press.at(), press.reply(), said, reason, subject, press.acceptedAt());
        if (tell.tell(answer, chat) instanceof TellPerson.Outcome.RetryLater) {
            LOG.log(System.Logger.Level.INFO, "{0} waits in the queue", answer);
            outgoing.answers().send(answer);
        }
    }

    /**
     * What was entered in a dialog is one thing by itself, but where it is the person who may not: then anybody could have themselves
     * told without end. Who asked in words is told anew about each number that is not known here, and each time of how a record is;
     * who lacks the role, or the like, is told so once whatever they ask about.
     */
    private static String subject(Press press, Refusal.Reason reason) {
        String alone = reason.name() + " " + press.pressId();
        return switch (reason.about()) {
            case PERSON ->
                reason == Refusal.Reason.NOT_LINKED && press.byCommand()
                        ? reason.name() + " " + press.place().number().orElseThrow()
                        : reason.name();
            case MOMENT -> press.input().isEmpty() ? reason.name() : alone;
            case RECORD ->
                press.byCommand() || !press.input().isEmpty()
                        ? alone
                        : reason.name() + " " + press.record() + " "
                                + press.button().generation();
        };
    }
}
