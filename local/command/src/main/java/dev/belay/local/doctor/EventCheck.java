package dev.belay.local.doctor;

import dev.belay.credential.CredentialCheck;
import dev.belay.credential.Finding;
import java.util.List;
import java.util.stream.Stream;

/** Whether ServiceNow's events reach us, by what it noted of its calls and by the newest that came. */
final class EventCheck {
    private static final String AREA = "events";
    private static final String READ = "docs/servicenow-silent.md says what each sentence means and what to do";

    private final CredentialCheck inbound;

    EventCheck(CredentialCheck inbound) {
        this.inbound = inbound;
    }

    List<Result> results() {
        String subject = inbound.id().toString();
        return switch (inbound.check()) {
            case Finding.Taken taken ->
                Stream.concat(
                                Stream.of(Result.good(AREA, subject, taken.proof())),
                                taken.remarks().stream().map(remark -> Result.warning(AREA, subject, remark, READ)))
                        .toList();
            case Finding.NotProvable(String why) -> List.of(Result.good(AREA, subject, why));
            case Finding.Refused(String why) -> List.of(Result.wrong(AREA, subject, why, READ));
            case Finding.NotChecked(String why) -> List.of(Result.unknown(AREA, subject, why, READ));
        };
    }
}
