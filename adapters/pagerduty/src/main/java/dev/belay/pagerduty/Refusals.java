package dev.belay.pagerduty;

import dev.belay.settings.PagerSettings.Target;
import java.util.List;

/**
 * PagerDuty's refusals in sentences for the person, by the codes of PagerDuty/developer-docs, REST-API/14-Errors. Its own words are
 * neither shown nor logged: they may quote what was sent.
 */
final class Refusals {
    private static final int ALREADY_RESOLVED = 1001;
    private static final int REQUESTER_NOT_FOUND = 1008;
    private static final int POLICY_NOT_FOUND = 1014;
    private static final int NOBODY_ON_CALL = 1015;
    private static final int ARGUMENTS = 2002;
    private static final int PAYMENT_REQUIRED = 402;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private Refusals() {}

    /** No incident was opened. */
    static String opening(Answer.Refused refused, Target target) {
        return "PagerDuty opened no incident: "
                + (refused.code() == ARGUMENTS
                        ? "its service takes none. Ask who runs PagerDuty whether the service is there, enabled and"
                                + " not under maintenance."
                        : why(refused, target.label()));
    }

    /** Nobody was asked to join. */
    static String asking(Answer.Refused refused, List<Target> targets) {
        String named = PagerDutyPager.named(targets);
        return "PagerDuty did not ask " + named + " to join: " + why(refused, named);
    }

    private static String why(Answer.Refused refused, String named) {
        return switch (refused.code()) {
            case ALREADY_RESOLVED -> "its incident was just resolved. Page again, which opens a new one.";
            case REQUESTER_NOT_FOUND ->
                "it does not know the user whom the settings name in from or requester_id. Ask who runs Belay.";
            case POLICY_NOT_FOUND -> unknown(named) + ".";
            case NOBODY_ON_CALL -> "nobody is on call for " + named + ". Page somebody else, or call them another way.";
            default -> why(refused.status(), named) + " (HTTP " + refused.status() + ", code " + refused.code() + ").";
        };
    }

    private static String why(int status, String named) {
        return switch (status) {
            case PAYMENT_REQUIRED ->
                "the account's plan lets nobody be asked to join (coordinated_responding). Page them in PagerDuty itself";
            case FORBIDDEN -> "our token may not do that. Ask who runs Belay to store one that may write";
            case NOT_FOUND -> unknown(named);
            default -> "it took something for wrong. Page in PagerDuty itself, and tell who runs Belay";
        };
    }

    private static String unknown(String named) {
        return "it does not know " + named + ". Ask who runs Belay to mend the target in the settings";
    }
}
