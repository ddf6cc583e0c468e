package dev.belay.audit;

import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.FindingKind;
import dev.belay.audit.journal.AuditJournal;
import dev.belay.audit.journal.AuditPage;
import dev.belay.audit.journal.Progress;
import dev.belay.audit.journal.Progress.Agenda;
import dev.belay.audit.journal.Progress.Place;
import dev.belay.audit.journal.Progress.Stage;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.link.LinkIndex;
import dev.belay.platform.ChatPlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Begins an audit: sees whether the link table is there, and keeps which places are to be listed. */
final class PlacePart {
    private final LinkIndex index;
    private final AuditJournal journal;
    private final Run run;

    PlacePart(LinkIndex index, AuditJournal journal, Run run) {
        this.index = index;
        this.journal = journal;
        this.run = run;
    }

    /** Looks up which places there are. */
    Progress step(Progress progress) {
        Optional<AuditFinding> missing = tableMissing();
        List<AuditFinding> found = new ArrayList<>(missing.stream().toList());
        List<Place> places = missing.isPresent() ? List.of() : places(found);
        int pages = 0;
        do {
            int from = pages * AuditJournal.PAGE;
            List<Place> some = places.subList(from, Math.min(places.size(), from + AuditJournal.PAGE));
            journal.store(pages, AuditPage.places(some, pages == 0 ? found : List.of()));
            pages++;
        } while (pages * AuditJournal.PAGE < places.size());
        Progress behind = progress.kept(pages, progress.counted());
        return missing.isPresent() ? behind.done(run.ended()) : behind.in(Stage.CHANNELS, Agenda.of(0, pages));
    }

    /** Without the table nothing can be compared with anything. */
    private Optional<AuditFinding> tableMissing() {
        try {
            index.all(Optional.empty(), 1);
            return Optional.empty();
        } catch (Rejected e) {
            return Optional.of(AuditFinding.of(FindingKind.TABLE_MISSING, e.said()));
        }
    }

    private List<Place> places(List<AuditFinding> found) {
        List<Place> places = new ArrayList<>();
        run.settings().chats().forEach((platform, chat) -> run.chat(platform)
                .ifPresent(there -> new TreeSet<>(chat.workspaces())
                        .forEach(workspace -> places.addAll(places(there, workspace, found)))));
        return places;
    }

    private static List<Place> places(ChatPlatform chat, String workspace, List<AuditFinding> found) {
        try {
            return chat.survey().places(workspace).stream()
                    .map(place -> new Place(chat.platform(), workspace, place))
                    .toList();
        } catch (Rejected | CredentialsRefused e) {
            found.add(AuditFinding.of(FindingKind.PLACE_UNREADABLE, workspace + ": " + e.said())
                    .on(chat.platform()));
            return List.of();
        }
    }
}
