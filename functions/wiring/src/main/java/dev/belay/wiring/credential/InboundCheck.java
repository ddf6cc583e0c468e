package dev.belay.wiring.credential;

import dev.belay.credential.CredentialCheck;
import dev.belay.credential.CredentialId;
import dev.belay.credential.Finding;
import dev.belay.inbound.CheckInbound;
import dev.belay.inbound.ReceivedEvents;
import dev.belay.servicenow.check.ServiceNowOutboundLog;
import dev.belay.servicenow.table.TableApi;
import dev.belay.settings.Settings;
import java.net.URI;
import java.time.Clock;

/**
 * The check of what ServiceNow sends us, as the settings say which ServiceNow that is. It asks nothing before it is run.
 *
 * @param api the instance, as the integration user sees it
 * @param endpoint where the instance sends events: the API's URL and {@code /servicenow/events}
 * @param events what the workers remember
 */
public record InboundCheck(TableApi api, URI endpoint, ReceivedEvents events, Settings settings, Clock clock)
        implements CredentialCheck {
    @Override
    public CredentialId id() {
        return CheckInbound.idOf(settings);
    }

    /**
     * @throws IllegalArgumentException when the endpoint is no https address
     */
    @Override
    public Finding check() {
        return new CheckInbound(new ServiceNowOutboundLog(api, endpoint), events, settings, clock).check();
    }
}
