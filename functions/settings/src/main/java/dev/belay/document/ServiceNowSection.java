package dev.belay.document;

import dev.belay.chat.Platform;
import dev.belay.settings.ServiceNowSettings;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the document says of ServiceNow. */
final class ServiceNowSection {
    private static final String FIELDS = "conversation_fields";

    private ServiceNowSection() {}

    static ServiceNowSettings read(JsonSection section) {
        section.allowOnly("instance", "url", "user", FIELDS);
        return new ServiceNowSettings(
                section.text("instance", ValueFormat.INSTANCE),
                URI.create(section.text("url", ValueFormat.SERVICENOW_URL)),
                section.text("user", ValueFormat.USER_NAME),
                section.has(FIELDS)
                        ? conversationFields(section.object(FIELDS, "an object with a field for each platform"))
                        : Map.of());
    }

    /** Each platform's conversation needs a field of its own: in the same one the platforms would overwrite each other's. */
    private static Map<Platform, String> conversationFields(JsonSection section) {
        section.allowOnly(Arrays.stream(Platform.values()).map(Platform::id).toList());
        Map<Platform, String> fields = new EnumMap<>(Platform.class);
        Set<String> taken = new HashSet<>();
        for (Platform platform : Platform.values()) {
            section.optionalText(platform.id(), ValueFormat.FIELD).ifPresent(field -> {
                if (!taken.add(field)) {
                    section.problem(
                            platform.id(),
                            "is the field of another platform too: give another, since each would overwrite the other's");
                }
                fields.put(platform, field);
            });
        }
        return fields;
    }
}
