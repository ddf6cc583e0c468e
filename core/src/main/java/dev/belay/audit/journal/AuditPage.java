package dev.belay.audit.journal;

import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.journal.Progress.Place;
import java.util.List;
import java.util.Optional;

/**
 * What one step of an audit saw and found.
 *
 * @param place whose channels it listed, or could not list, where it did or could not
 * @param places some of the places that are to be listed
 * @param questions what is to be asked of single channels
 * @param live the ids of the channels that are not archived and that our app is in
 * @param archived the ids of the archived ones
 */
public record AuditPage(
        Optional<Place> place,
        List<Place> places,
        List<Question> questions,
        List<String> live,
        List<String> archived,
        List<AuditFinding> findings) {
    public AuditPage {
        places = List.copyOf(places);
        questions = List.copyOf(questions);
        live = List.copyOf(live);
        archived = List.copyOf(archived);
        findings = List.copyOf(findings);
    }

    public static AuditPage of(List<AuditFinding> findings) {
        return new AuditPage(Optional.empty(), List.of(), List.of(), List.of(), List.of(), findings);
    }

    /** What is to be asked, beside what was found without asking. */
    public static AuditPage of(List<AuditFinding> findings, List<Question> questions) {
        return new AuditPage(Optional.empty(), List.of(), questions, List.of(), List.of(), findings);
    }

    public static AuditPage of(List<AuditFinding> findings, Place place) {
        return new AuditPage(Optional.of(place), List.of(), List.of(), List.of(), List.of(), findings);
    }

    public static AuditPage places(List<Place> places, List<AuditFinding> findings) {
        return new AuditPage(Optional.empty(), places, List.of(), List.of(), List.of(), findings);
    }

    public static AuditPage listed(Place place, List<String> live, List<String> archived, List<AuditFinding> findings) {
        return new AuditPage(Optional.of(place), List.of(), List.of(), live, archived, findings);
    }
}
