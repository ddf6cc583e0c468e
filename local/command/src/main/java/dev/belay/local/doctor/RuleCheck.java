package dev.belay.local.doctor;

import dev.belay.servicenow.check.ServiceNowSurvey;
import dev.belay.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether the business rules of ServiceNow's application are on the tables that the settings route, and active. */
final class RuleCheck {
    private static final String AREA = "rules";
    private static final String ATTACHMENTS = "sys_attachment";
    private static final String INSTALL =
            "install the application, or make its rules active: infra/servicenow/README.md, step 1";

    /** The tables that the application has rules for; others have rules of their administrator's own, whose names nobody knows. */
    private static final Set<String> TABLES = Set.of("incident", "problem", "change_request");

    private static final Set<String> OF_RECORDS =
            Set.of("Belay: opened", "Belay: updated", "Belay: noted", "Belay: deleted");

    private final ServiceNowSurvey serviceNow;

    RuleCheck(ServiceNowSurvey serviceNow) {
        this.serviceNow = serviceNow;
    }

    List<Result> results(Settings settings) {
        return List.of(Result.of(AREA, "sys_script", () -> all(settings)));
    }

    private Result all(Settings settings) {
        Optional<Map<String, Set<String>>> rules = serviceNow.activeRules();
        if (rules.isEmpty()) {
            return Result.warning(
                    AREA,
                    "sys_script",
                    "the integration user may not read business rules, so that one that is off is seen only by an event that"
                            + " never came",
                    "activate the application's read rule on sys_script, or leave it where events come");
        }
        Set<String> missing = new TreeSet<>();
        settings.routedTables().stream()
                .filter(TABLES::contains)
                .forEach(table -> add(missing, table, OF_RECORDS, rules.get()));
        if (settings.files().toChat()) {
            add(missing, ATTACHMENTS, Set.of("Belay: attached"), rules.get());
        }
        return missing.isEmpty()
                ? Result.good(AREA, "sys_script", "the application's business rules are there and active")
                : Result.wrong(AREA, "sys_script", "missing or not active: " + String.join(", ", missing), INSTALL);
    }

    private static void add(Set<String> missing, String table, Set<String> wanted, Map<String, Set<String>> there) {
        Set<String> active = there.getOrDefault(table, Set.of());
        wanted.stream()
                .filter(name -> !active.contains(name))
                .map(name -> "'" + name + "' on " + table)
                .forEach(missing::add);
    }
}
