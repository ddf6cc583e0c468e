package dev.belay.local.audit;

import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.AuditReport;
import dev.belay.audit.finding.Counted;
import dev.belay.audit.finding.FindingKind;
import dev.belay.audit.finding.Share;
import dev.belay.chat.Channel;
import dev.belay.text.PlainText;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** An audit's report for a person: the shares, then what was found, the worst first, each kind with what to do about it. */
final class ReportText {
    private static final int LONGEST = 100;

    private ReportText() {}

    static void print(AuditReport report, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "Looked at %,d channels, %,d links and %,d open records, from %s to %s.%n",
                report.counted().channels(),
                report.counted().links(),
                report.counted().records(),
                report.began(),
                report.ended());
        asked(
                "Channels looked at one by one, since the listing spoke against them",
                report.counted().looks(),
                out);
        asked("Tabs or cards of live conversations read", report.counted().bearings(), out);
        if (!report.shares().isEmpty()) {
            out.println("\nOpen records of priority 1 and 2 that have a live conversation:");
            report.shares().forEach(share -> out.println("  " + line(share)));
        }
        for (Map.Entry<FindingKind, Long> kind : report.kinds().entrySet()) {
            print(kind.getKey(), kind.getValue(), report, out);
        }
        out.println(
                report.findings().isEmpty()
                        ? "\nNothing was found."
                        : "\n" + report.findings().size() + " findings; the worst is "
                                + report.worst().map(Enum::name).orElse("none") + ".");
    }

    private static void asked(String what, Counted.Asked asked, PrintStream out) {
        if (asked.all() > 0) {
            out.printf(Locale.ROOT, "%s: %,d of %,d.%n", what, asked.asked(), asked.all());
        }
    }

    private static String line(Share share) {
        return String.format(
                Locale.ROOT,
                "%-16s priority %d  %-16s %d of %d (%d %%)",
                share.table(),
                share.priority(),
                share.platform().label(),
                share.live(),
                share.open(),
                share.percent());
    }

    private static void print(FindingKind kind, long count, AuditReport report, PrintStream out) {
        out.println("\n" + kind.severity() + " " + kind.id() + " (" + count + "): " + kind.meaning());
        out.println("  " + kind.advice());
        report.of(kind).forEach(finding -> out.println("  * " + line(finding)));
    }

    static String line(AuditFinding finding) {
        return PlainText.line(finding.detail(), LONGEST * 2)
                + finding.channel().map(ReportText::at).orElseGet(() -> finding.platform()
                        .map(platform -> " in " + platform.label())
                        .orElse(""))
                + finding.record().map(record -> " [" + record + "]").orElse("");
    }

    /** What people called it is shown without what a terminal would obey. */
    static String at(Channel channel) {
        return " in " + channel.platform().label() + " #" + PlainText.line(channel.name(), LONGEST) + " ("
                + channel.id() + ")";
    }
}
