package dev.belay.action;

import dev.belay.action.Refusal.Reason;
import dev.belay.record.MajorIncident;
import dev.belay.record.RecordChange.Fields;
import dev.belay.record.RecordSnapshot;

/** What accepting and rejecting a major incident candidate have in common. */
final class Candidates {
    /** Of the incident table (ServiceNow documentation, "View major incident information"). */
    static final String FIELD = "major_incident_state";

    private Candidates() {}

    static boolean isCandidate(RecordSnapshot record) {
        return record.life().major() == MajorIncident.PROPOSED && !record.ended();
    }

    /** Only what was proposed is decided on. */
    static Judgement decide(RecordSnapshot record, MajorIncident next, String note) {
        if (record.ended()) {
            return Actions.over(record);
        }
        MajorIncident now = record.life().major();
        if (now == next) {
            return new Judgement.Already();
        }
        return switch (now) {
            case PROPOSED -> new Judgement.Write(Fields.NONE.field(FIELD, next.code()), note);
            case ACCEPTED -> no(record, " is a major incident already");
            case REJECTED -> no(record, " was rejected as a major incident");
            case NONE, CANCELED -> no(record, " is not proposed as a major incident");
        };
    }

    private static Judgement no(RecordSnapshot record, String why) {
        return Judgement.not(
                Reason.STATE_FORBIDS,
                record.number() + why
                        + ", so nothing was done. Propose or promote it in ServiceNow if it should be one.");
    }
}
