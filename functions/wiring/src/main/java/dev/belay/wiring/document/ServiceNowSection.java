package dev.belay.wiring.document;

import dev.belay.settings.ServiceNowSettings;
import java.net.URI;

/** What the document says of ServiceNow. */
final class ServiceNowSection {
    private ServiceNowSection() {}

    static ServiceNowSettings read(Place place) {
        place.knowing("instance", "url", "user", "channel_field");
        return new ServiceNowSettings(
                place.text("instance", Form.INSTANCE),
                URI.create(place.text("url", Form.SERVICENOW_URL)),
                place.text("user", Form.USER_NAME),
                place.optionalText("channel_field", Form.FIELD));
    }
}
