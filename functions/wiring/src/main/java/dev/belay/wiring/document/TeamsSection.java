package dev.belay.wiring.document;

import dev.belay.chat.Platform;
import dev.belay.settings.ChatSettings;
import dev.belay.settings.TeamsSettings;
import dev.belay.teams.protocol.Cloud;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What the document says of Microsoft Teams, and which tenants its routes may lead to. */
final class TeamsSection {
    private static final URI NOWHERE = URI.create("");

    private final ChatSettings settings;
    private final TeamsSettings services;

    TeamsSection(Place place) {
        place.knowing(
                        "app_id",
                        "tenants",
                        "cloud",
                        "graph_url",
                        "login_url",
                        "service_url",
                        "service_hosts",
                        "catalog_app_id")
                .needing("tenants", "at least one tenant's id");
        Cloud cloud =
                place.optionalText("cloud", Form.TEAMS_CLOUD).map(Cloud::of).orElse(Cloud.PUBLIC);
        settings = new ChatSettings(
                Platform.TEAMS,
                place.text("app_id", Form.TEAMS_APP),
                place.optionalText("graph_url", Form.GRAPH_URL).map(URI::create).orElse(cloud.graph()),
                place.texts("tenants", Form.TEAMS_TENANT),
                Optional.empty());
        services = services(place, cloud);
    }

    private static TeamsSettings services(Place place, Cloud cloud) {
        Optional<URI> service = place.optionalText("service_url", Form.SERVICE_URL)
                .map(URI::create)
                .or(cloud::service);
        if (service.isEmpty() && !place.has("service_url")) {
            place.note(
                    "service_url", "is missing: the cloud " + cloud.id() + " needs " + Form.SERVICE_URL.description());
        }
        Set<String> hosts = new LinkedHashSet<>(
                place.has("service_hosts") ? place.texts("service_hosts", Form.SERVICE_HOST) : cloud.serviceHosts());
        service.map(URI::getHost).ifPresent(hosts::add);
        return new TeamsSettings(
                place.optionalText("login_url", Form.LOGIN_URL).map(URI::create).orElse(cloud.login()),
                cloud.botScope(),
                cloud.graphScope(),
                cloud.web(),
                service.orElse(NOWHERE),
                hosts,
                place.optionalText("catalog_app_id", Form.TEAMS_CATALOG_APP));
    }

    ChatSettings settings() {
        return settings;
    }

    TeamsSettings services() {
        return services;
    }

    /** A route's tenant must be one of ours: people of others are refused. */
    String tenant(Place place) {
        String tenant = place.text("tenant_id", Form.TEAMS_TENANT);
        Set<String> ours = settings.workspaces();
        if (!tenant.isEmpty() && !ours.isEmpty() && !ours.contains(tenant)) {
            place.note(
                    "tenant_id",
                    "is \"" + tenant + "\": give one of teams.tenants, or add it there; they are "
                            + String.join(", ", ours.stream().sorted().toList()));
        }
        return tenant;
    }
}
