package dev.belay.audit.finding;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an audit found: the worst first. */
public record AuditReport(
        Instant began, Instant ended, Counted counted, List<Share> shares, List<AuditFinding> findings) {
    private static final Comparator<AuditFinding> WORST_FIRST = Comparator.comparing(
                    (AuditFinding finding) -> finding.kind().severity())
            .reversed()
            .thenComparing(AuditFinding::kind)
            .thenComparing(AuditFinding::toString);

    public AuditReport {
        shares = shares.stream().sorted(Comparator.comparing(Share::id)).toList();
        findings = findings.stream().distinct().sorted(WORST_FIRST).toList();
    }

    /** None where nothing was found. */
    public Optional<Severity> worst() {
        return findings.stream().map(finding -> finding.kind().severity()).max(Comparator.naturalOrder());
    }

    /** 0 where nothing was found. */
    public int exitCode() {
        return worst().map(Severity::exitCode).orElse(0);
    }

    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.kind().severity() == severity)
                .count();
    }

    /** How many of each kind that was found. */
    public Map<FindingKind, Long> kinds() {
        return findings.stream()
                .collect(Collectors.groupingBy(AuditFinding::kind, TreeMap::new, Collectors.counting()));
    }

    /** Those of these kinds. */
    public List<AuditFinding> of(FindingKind... kinds) {
        List<FindingKind> wanted = List.of(kinds);
        return findings.stream()
                .filter(finding -> wanted.contains(finding.kind()))
                .toList();
    }
}
