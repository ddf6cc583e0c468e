package dev.belay.action;

import dev.belay.record.RecordChange.Fields;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.SysId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who works on a record beside its assignee: ServiceNow's {@code additional_assignee_list}, sys_ids (and e-mail addresses of people
 * who are no users) with commas between them.
 */
final class AdditionalAssignees {
    private static final String FIELD = "additional_assignee_list";

    private AdditionalAssignees() {}

    /** In their order. */
    static Set<String> of(RecordSnapshot record) {
        return Arrays.stream(record.details().fields().getOrDefault(FIELD, "").split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whoever is there stays; nothing where all of them are there. */
    static Fields with(List<SysId> users, RecordSnapshot record) {
        Set<String> all = of(record);
        boolean more = all.addAll(users.stream().map(SysId::value).toList());
        return more ? Fields.NONE.field(FIELD, String.join(",", all)) : Fields.NONE;
    }
}
