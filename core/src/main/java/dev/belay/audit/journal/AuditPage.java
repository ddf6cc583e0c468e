package dev.belay.audit.journal;

import dev.belay.audit.finding.AuditFinding;
import java.util.List;
import java.util.Optional;

/**
 * What one step of an audit saw and found.
 *
 * @param place whose channels it listed, where it did
 * @param live the ids of the channels that are not archived and that our app is in
 * @param archived the ids of the archived ones
 */
public record AuditPage(
        Optional<Progress.Place> place, List<String> live, List<String> archived, List<AuditFinding> findings) {
    public AuditPage {
        live = List.copyOf(live);
        archived = List.copyOf(archived);
        findings = List.copyOf(findings);
    }

    public static AuditPage of(List<AuditFinding> findings) {
        return new AuditPage(Optional.empty(), List.of(), List.of(), findings);
    }
}
