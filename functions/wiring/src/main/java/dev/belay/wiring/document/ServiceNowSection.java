package dev.belay.wiring.document;

import dev.belay.chat.Platform;
import dev.belay.settings.ServiceNowSettings;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/** What the document says of ServiceNow. */
final class ServiceNowSection {
    private ServiceNowSection() {}

    static ServiceNowSettings read(Place place) {
        place.knowing("instance", "url", "user", "channel_field", "teams_channel_field");
        Map<Platform, String> fields = new EnumMap<>(Platform.class);
        place.optionalText("channel_field", Form.FIELD).ifPresent(field -> fields.put(Platform.SLACK, field));
        place.optionalText("teams_channel_field", Form.FIELD).ifPresent(field -> fields.put(Platform.TEAMS, field));
        if (fields.values().stream().distinct().count() < fields.size()) {
            place.note(
                    "teams_channel_field",
                    "is the field that Slack's conversations have: give another, since each would overwrite the other's");
        }
        return new ServiceNowSettings(
                place.text("instance", Form.INSTANCE),
                URI.create(place.text("url", Form.SERVICENOW_URL)),
                place.text("user", Form.USER_NAME),
                fields);
    }
}
