package dev.belay.wiring;

import dev.belay.inbound.CheckInbound;
import dev.belay.inbound.ReceivedEvents;
import dev.belay.servicenow.ServiceNowOutboundLog;
import dev.belay.servicenow.TableApi;
import dev.belay.settings.Settings;
import java.net.URI;
import java.time.Clock;

/** The check of what ServiceNow sends us, as the settings say which ServiceNow that is. */
public final class InboundCheck {
    private InboundCheck() {}

    /**
     * The check; it asks nothing before it is run.
     *
     * @param api the instance, as the integration user sees it
     * @param endpoint where the instance sends events: the API's URL and {@code /servicenow/events}
     * @param events what the workers remember
     * @throws IllegalArgumentException when the endpoint is no https address
     */
    public static CheckInbound of(TableApi api, URI endpoint, ReceivedEvents events, Settings settings, Clock clock) {
        return new CheckInbound(new ServiceNowOutboundLog(api, endpoint), events, settings, clock);
    }
}
