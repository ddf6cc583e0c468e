package dev.belay.action;

import dev.belay.action.Paging.Answer;
import dev.belay.action.Paging.Came;
import dev.belay.action.Refusal.Reason;
import dev.belay.action.Request.Named;
import dev.belay.card.CardAction;
import dev.belay.event.Press;
import dev.belay.pager.Pager.Outcome;
import dev.belay.person.Identity;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.Happening.Participant;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.SysId;
import dev.belay.settings.PagerSettings.Target;
import dev.belay.text.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Those who are called in by one press, and what comes of it.
 *
 * @param left whoever was chosen and cannot be called in: they keep out nobody else
 * @param pages whether whoever answers pages people
 */
record CalledIn(
        Request request,
        RecordSnapshot record,
        List<Named> people,
        List<Named> left,
        List<Target> targets,
        boolean pages) {
    String message() {
        return request.press().input().one(Page.MESSAGE).orElse("");
    }

    boolean isNobody() {
        return people.isEmpty() && targets.isEmpty();
    }

    /** Of each who is left out, as the beginning of a sentence. */
    String whyNot() {
        return left.stream().flatMap(person -> person.whyNot().stream()).collect(Collectors.joining(", "));
    }

    Came came(Optional<Answer> answer) {
        return switch (answer.map(Answer::outcome).orElse(null)) {
            case null -> new Came(Optional.of(happening(Kind.CALLED_IN, everybody(), List.of())), leftOut());
            case Outcome.Paged(String said, var _, var _, Optional<String> refused) ->
                new Came(
                        Optional.of(happening(
                                pages ? Kind.PAGED : Kind.CALLED_IN,
                                everybody() + ": " + said,
                                answer.map(Answer::onCall).orElse(List.of()))),
                        refused.map(sentence -> told(Reason.PAGE_REFUSED, sentence))
                                .or(this::leftOut));
            case Outcome.Unknown(String sentence) ->
                new Came(
                        Optional.of(happening(
                                Kind.CALLED_IN,
                                everybody() + ": it is not known whether the pager took it",
                                List.of())),
                        Optional.of(told(Reason.PAGE_UNKNOWN, sentence)));
            case Outcome.Refused(String sentence) ->
                new Came(
                        people.isEmpty()
                                ? Optional.empty()
                                : Optional.of(happening(
                                        Kind.CALLED_IN,
                                        named() + ", and not " + onCall() + ": " + PlainText.line(sentence),
                                        List.of())),
                        Optional.of(told(Reason.PAGE_REFUSED, sentence)));
        };
    }

    /** The pager's words first. */
    private Refusal told(Reason reason, String sentence) {
        return new Refusal(
                reason,
                sentence + (left.isEmpty() ? "" : " " + notCalledIn()),
                Optional.of(Actions.offer(CardAction.PAGE, record, request)));
    }

    private Optional<Refusal> leftOut() {
        return left.isEmpty() ? Optional.empty() : Optional.of(Refusal.of(Reason.ADDRESSEE_UNKNOWN, notCalledIn()));
    }

    private String notCalledIn() {
        return whyNot() + ", so they were not called in: reach them in another way.";
    }

    private Happening happening(Kind kind, String what, List<Participant> onCall) {
        Press press = request.press();
        List<Participant> named =
                people.stream().map(CalledIn::participant).distinct().toList();
        Stream<Participant> others =
                onCall.stream().filter(person -> !isAmong(named, person)).distinct();
        List<Participant> all = Stream.concat(named.stream(), others).toList();
        return new Happening(
                press.pressId(), kind, press.acceptedAt(), request.user().name(), what + without(), message(), all);
    }

    private String without() {
        return left.isEmpty()
                ? ""
                : left.stream()
                        .flatMap(person -> person.lacks().stream())
                        .collect(Collectors.joining(", ", " (not called in: ", ")"));
    }

    /** Who is named and on call is one person, and the chat knows them by name. */
    private static boolean isAmong(List<Participant> named, Participant person) {
        return person.user().isPresent()
                && named.stream().map(Participant::user).anyMatch(person.user()::equals);
    }

    private static Participant participant(Named person) {
        Optional<SysId> user = person.identity() instanceof Identity.Known known
                ? Optional.of(known.user().sysId())
                : Optional.empty();
        return new Participant(person.name(), Optional.of(person.member().user()), user);
    }

    private String everybody() {
        return Stream.of(named(), onCall())
                .filter(names -> !names.isEmpty())
                .reduce((some, more) -> some + ", " + more)
                .orElse("");
    }

    private String named() {
        return String.join(", ", people.stream().map(Named::name).toList());
    }

    private String onCall() {
        return String.join(", ", targets.stream().map(Target::label).toList());
    }
}
