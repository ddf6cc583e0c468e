package dev.belay.press;

import dev.belay.action.Action;
import dev.belay.action.Actions;
import dev.belay.card.CardAction;
import dev.belay.event.Press;
import dev.belay.failure.Rejected;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkKey;
import dev.belay.press.DecidePress.Decision;
import dev.belay.record.Chronicles;
import dev.belay.record.PartlyTaken;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import java.util.Optional;

/** Writes what was decided to the record, remembers what the person did, and has the press finished. */
final class ApplyPress {
    private static final System.Logger LOG = System.getLogger(ApplyPress.class.getName());

    private final Records records;
    private final ConversationLinks links;
    private final Chronicles chronicles;
    private final WriteChange change;
    private final NamedPeople people;
    private final FinishPress finish;

    ApplyPress(PerformAction.Tools tools, RecordLease lease, NamedPeople people, FinishPress finish) {
        this.records = tools.records();
        this.links = tools.links();
        this.chronicles = tools.chronicles();
        this.change = new WriteChange(records, lease);
        this.people = people;
        this.finish = finish;
    }

    /** An earlier run wrote it. */
    PressOutcome written(PressRun run) {
        Press press = run.press();
        Optional<RecordSnapshot> record = records.find(press.record());
        if (record.isEmpty()) {
            return finish.refused(press, run.chat(), Refusals.recordMissing());
        }
        if (!(links.find(new LinkKey(press.record(), press.platform())).orElse(null) instanceof Made link)) {
            finish.silently(press);
            return new PressOutcome.Applied(record.get());
        }
        boolean whole = action(run)
                .filter(action -> action.tookEffect(press, record.get(), run.settings()))
                .isPresent();
        String who = people.presser(press, run.chat(), run.settings());
        return whole ? applied(run, who, link, record.get()) : partlyApplied(run, who, link, record.get());
    }

    PressOutcome write(PressRun run, Decision.Write decided) {
        Made link = decided.request().link();
        String who = decided.request().user().name();
        try {
            RecordSnapshot after = change.write(run.press(), decided.change(), run.reference(), isDoneByItsNote(run));
            return WriteChange.overtook(decided, after)
                    ? finish.appliedBut(
                            run.press(),
                            run.chat(),
                            run.settings(),
                            Refusals.changedMeanwhile(after),
                            link,
                            remembered(run, who, after))
                    : applied(run, who, link, after);
        } catch (PartlyTaken e) {
            LOG.log(System.Logger.Level.WARNING, "{0}: {1}", run.press(), e.getMessage());
            return partlyApplied(run, who, link, e.record());
        } catch (Rejected e) {
            return notTaken(run, decided, e);
        }
    }

    private PressOutcome notTaken(PressRun run, Decision.Write decided, Rejected e) {
        if (!e.system().equals(Records.SYSTEM)) {
            throw e;
        }
        LOG.log(System.Logger.Level.WARNING, "{0}: ServiceNow refused the change: {1}", run.press(), e.said());
        return Actions.actsFirst(run.press().button())
                ? finish.appliedBut(
                        run.press(),
                        run.chat(),
                        run.settings(),
                        Refusals.pageNotNoted(),
                        decided.request().link(),
                        decided.before())
                : finish.refused(run.press(), run.chat(), Refusals.recordRefused());
    }

    private PressOutcome applied(PressRun run, String who, Made link, RecordSnapshot record) {
        return finish.applied(run.press(), run.chat(), run.settings(), link, remembered(run, who, record));
    }

    /** Under the press' id, so that a run that takes over remembers it once. */
    private RecordSnapshot remembered(PressRun run, String who, RecordSnapshot record) {
        Press press = run.press();
        return action(run)
                .flatMap(action -> action.happening(press, who, record))
                .map(happening -> record.with(chronicles.add(press.record(), happening)))
                .orElse(record);
    }

    private PressOutcome partlyApplied(PressRun run, String who, Made link, RecordSnapshot record) {
        return finish.appliedBut(
                run.press(),
                run.chat(),
                run.settings(),
                Refusals.partlyTaken(),
                link,
                isDoneByItsNote(run) ? remembered(run, who, record) : record);
    }

    private static boolean isDoneByItsNote(PressRun run) {
        return action(run).filter(Action::isDoneByItsNote).isPresent();
    }

    private static Optional<Action> action(PressRun run) {
        return CardAction.of(run.press().button().action()).map(Actions::of);
    }
}
