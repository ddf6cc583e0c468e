package dev.belay.pagerduty;

import dev.belay.address.SafeAddress;
import java.net.URI;

/**
 * What of a PagerDuty account is ours.
 *
 * @param api where its REST API is, without a path: {@code https://api.pagerduty.com}, or that of another region
 * @param service the id of the service that incidents are opened on
 * @param from the e-mail address of the user of the account as whom incidents are opened
 * @param requester the id of the user of the account in whose name people are asked to join
 */
public record PagerDutySettings(URI api, String service, String from, String requester) {
    /** Whether the token may be sent there. */
    boolean isSafe() {
        return SafeAddress.isSafe(api);
    }
}
