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
    private static final String LINKS = "conversation_links";

    private ServiceNowSection() {}

    static ServiceNowSettings read(JsonSection section) {
        section.allowOnly("instance", "url", "user", FIELDS, LINKS);
        Set<String> taken = new HashSet<>();
        return new ServiceNowSettings(
                section.text("instance", ValueFormat.INSTANCE),
                URI.create(section.text("url", ValueFormat.SERVICENOW_URL)),
                section.text("user", ValueFormat.USER_NAME),
                fields(section, FIELDS, ValueFormat.FIELD, taken),
                fields(section, LINKS, ValueFormat.OWN_FIELD, taken));
    }

    private static Map<Platform, String> fields(
            JsonSection section, String name, ValueFormat format, Set<String> taken) {
        return section.has(name)
                ? fields(section.object(name, "an object with a field for each platform"), format, taken)
                : Map.of();
    }

    /** Each platform's conversation needs fields of its own: in the same one they would overwrite each other's. */
    private static Map<Platform, String> fields(JsonSection section, ValueFormat format, Set<String> taken) {
        section.allowOnly(Arrays.stream(Platform.values()).map(Platform::id).toList());
        Map<Platform, String> fields = new EnumMap<>(Platform.class);
        for (Platform platform : Platform.values()) {
            section.optionalText(platform.id(), format).ifPresent(field -> {
                if (!taken.add(field)) {
                    section.problem(
                            platform.id(),
                            "is the field of another platform or of an address too: give another, since each would overwrite the other's");
                }
                fields.put(platform, field);
            });
        }
        return fields;
    }
}
