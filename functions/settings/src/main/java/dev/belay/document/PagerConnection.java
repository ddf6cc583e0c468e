package dev.belay.document;

import dev.belay.pagerduty.PagerDutySettings;
import java.net.URI;

/** How a pager is reached. Its secret, where it has one, is not in the document. */
public sealed interface PagerConnection {
    /** An account of PagerDuty. */
    record PagerDuty(PagerDutySettings settings) implements PagerConnection {}

    /**
     * A receiver of the installation's own.
     *
     * @param url where it takes requests
     */
    record Webhook(URI url) implements PagerConnection {}

    /** The on-call schedules of the ServiceNow that the records are in. */
    record ServiceNowOnCall() implements PagerConnection {}
}
