package dev.belay.action;

import dev.belay.action.Refusal.Reason;
import dev.belay.action.Request.Named;
import dev.belay.card.CardAction;
import dev.belay.chat.Platform;
import dev.belay.dialog.Dialog;
import dev.belay.dialog.Field;
import dev.belay.dialog.Field.Option;
import dev.belay.event.PersonalNotice;
import dev.belay.event.PersonalNotice.Recipient;
import dev.belay.event.Press;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.Happening.Participant;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.SysId;
import dev.belay.settings.PagerSettings;
import dev.belay.settings.PagerSettings.Target;
import dev.belay.settings.Route;
import dev.belay.settings.Settings;
import dev.belay.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Calls people in: some are named, others are on call and reached by the route's pager. It is called paging only where a pager took it.
 * The pager comes first and takes effect once for each press; the people join the record, and the conversation. Who is named must be a
 * full member of the workspace, and need not be known to ServiceNow; whoever is none is left out and named, and keeps out nobody else.
 */
public record Page() implements Action {
    static final String PEOPLE = "people";
    static final String TARGETS = "targets";
    static final String MESSAGE = "message";

    private static final int MOST_PEOPLE = 10;
    private static final int LONGEST_MESSAGE = 1_000;

    @Override
    public CardAction id() {
        return CardAction.PAGE;
    }

    @Override
    public String doing() {
        return "Calling people in";
    }

    @Override
    public Set<Surface> surfaces() {
        return Set.of(Surface.CARD, Surface.PRIVATE_ANSWER);
    }

    /** Its words hold for a pager and for schedules that only tell who is on call. */
    @Override
    public Optional<Dialog> dialog(List<Option> options) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field.People(PEOPLE, "Who is needed?", options.isEmpty(), MOST_PEOPLE));
        if (!options.isEmpty()) {
            fields.add(new Field.Choice(TARGETS, "Who of those on call?", false, options));
        }
        fields.add(new Field.Words(MESSAGE, "What should they know?", false, LONGEST_MESSAGE));
        List<String> anyOf = options.isEmpty() ? List.of() : List.of(PEOPLE, TARGETS);
        return Optional.of(new Dialog("Call responders in", "Call in", fields, anyOf));
    }

    @Override
    public List<Option> options(RecordSnapshot record, Platform platform, Settings settings) {
        return pager(record, platform, settings).stream()
                .flatMap(pager -> pager.targets().stream())
                .map(target -> new Option(target.id(), target.label()))
                .toList();
    }

    @Override
    public String label(RecordSnapshot record, Platform platform, Settings settings) {
        return pager(record, platform, settings)
                .map(pager -> pager.pages() ? "Page responders …" : "Invite on-call …")
                .orElse(id().label());
    }

    private static Optional<PagerSettings> pager(RecordSnapshot record, Platform platform, Settings settings) {
        return settings.route(record, platform).flatMap(Route::pager);
    }

    @Override
    public boolean actsFirst() {
        return true;
    }

    @Override
    public boolean isOffered(RecordSnapshot record) {
        return !record.ended();
    }

    /** What took effect is written, whatever the record says by now. */
    @Override
    public Judgement judge(Request request, RecordSnapshot record) {
        Optional<Happening> done = record.chronicle().find(request.press().pressId());
        if (done.isPresent()) {
            return new Judgement.Write(
                    AdditionalAssignees.with(users(done.get()), record), note(done.get(), request.signature()));
        }
        if (record.ended()) {
            return Actions.over(record);
        }
        if (!request.link().placement().isPrivate() && request.settings().keepsPrivate(record)) {
            return Judgement.not(
                    Reason.STATE_FORBIDS,
                    record.number()
                            + " is to be in a private conversation by now, so nothing was done. Call people in from there.");
        }
        return call(request, record);
    }

    private Judgement call(Request request, RecordSnapshot record) {
        List<Named> people = request.named(PEOPLE);
        List<String> chosen = request.press().input().of(TARGETS);
        Optional<PagerSettings> pager = pager(record, request.press().platform(), request.settings());
        List<Target> targets = chosen.stream()
                .flatMap(id -> pager.flatMap(known -> known.target(id)).stream())
                .toList();
        if (targets.size() < chosen.size()) {
            return again(
                    Reason.INPUT_REFUSED,
                    "Somebody on call whom you chose cannot be reached from here any more, so nobody was called in. Choose again.",
                    record,
                    request);
        }
        if (people.isEmpty() && targets.isEmpty()) {
            return again(
                    Reason.INPUT_REFUSED, "Nobody was chosen, so nothing was done. Choose somebody.", record, request);
        }
        CalledIn called = new CalledIn(
                request,
                record,
                people.stream().filter(person -> person.lacks().isEmpty()).toList(),
                people.stream().filter(person -> person.lacks().isPresent()).toList(),
                targets,
                pager.filter(PagerSettings::pages).isPresent());
        if (called.isNobody()) {
            return again(
                    Reason.ADDRESSEE_UNKNOWN,
                    called.whyNot() + ", so nobody was called in. Choose again if it still fits.",
                    record,
                    request);
        }
        return new Judgement.First(
                pager.filter(_ -> !targets.isEmpty()).map(known -> new Paging(known, targets, called.message())),
                called::came);
    }

    private static List<SysId> users(Happening page) {
        return page.people().stream().flatMap(person -> person.user().stream()).toList();
    }

    private static String note(Happening page, String signature) {
        String end = page.what().endsWith(".") ? "" : ".";
        return (page.kind() == Kind.PAGED ? "Paged by " : "Called in by ") + signature + "\n" + page.what() + end
                + (page.words().isEmpty() ? "" : "\nMessage: " + page.words());
    }

    /** It is remembered before its write. */
    @Override
    public Optional<Happening> happening(Press press, String who, RecordSnapshot record) {
        return Optional.empty();
    }

    @Override
    public boolean tookEffect(Press press, RecordSnapshot record) {
        return record.chronicle()
                .find(press.pressId())
                .filter(page -> AdditionalAssignees.of(record)
                        .containsAll(users(page).stream().map(SysId::value).toList()))
                .isPresent();
    }

    /** Whoever was called in and does not know it yet. */
    @Override
    public List<Notice> notices(Press press, RecordSnapshot record) {
        return record.chronicle().find(press.pressId()).stream()
                .flatMap(page -> page.people().stream()
                        .flatMap(person -> recipient(person).stream())
                        .filter(to -> !to.equals(new Recipient.InChat(press.user())))
                        .map(to -> new Notice(to, sentence(page, record))))
                .toList();
    }

    private static Optional<Recipient> recipient(Participant person) {
        return person.chat().<Recipient>map(Recipient.InChat::new).or(() -> person.user()
                .map(Recipient.OfRecord::new));
    }

    private static String sentence(Happening page, RecordSnapshot record) {
        String title = PlainText.line(record.shortDescription());
        return PersonalNotice.WHO
                + (page.kind() == Kind.PAGED ? " paged you about " : " called you in about ")
                + record.number()
                + (title.isEmpty() ? "." : ": " + title)
                + (page.words().isEmpty() ? "" : "\n" + page.words());
    }

    /** No, and the dialog is offered again. */
    private static Judgement again(Reason reason, String sentence, RecordSnapshot record, Request request) {
        return new Judgement.Not(
                new Refusal(reason, sentence, Optional.of(Actions.offer(CardAction.PAGE, record, request))));
    }
}
