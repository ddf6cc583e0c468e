package dev.belay.document;

import dev.belay.chat.Platform;
import dev.belay.settings.ChatSettings;
import dev.belay.teams.endpoint.TeamsSettings;
import dev.belay.teams.protocol.Cloud;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the document says of Microsoft Teams, and which tenants its routes may lead to. */
final class TeamsSection {
    private static final URI PLACEHOLDER = URI.create("");

    private final ConnectionSettings.Teams connection;

    TeamsSection(JsonSection section) {
        section.allowOnly(
                        "app_id",
                        "tenants",
                        "mail_domains",
                        "cloud",
                        "graph_url",
                        "login_url",
                        "service_url",
                        "service_hosts",
                        "catalog_app_id",
                        "add_members")
                .requireNonEmpty("tenants", "at least one tenant's id");
        Set<String> tenants = section.texts("tenants", ValueFormat.TEAMS_TENANT);
        ChatSettings chat = new ChatSettings(
                Platform.TEAMS,
                section.text("app_id", ValueFormat.TEAMS_APP),
                tenants,
                Optional.empty(),
                mailDomains(section, tenants),
                Optional.empty());
        this.connection = new ConnectionSettings.Teams(chat, services(section));
    }

    private static TeamsSettings services(JsonSection section) {
        Cloud cloud = section.optionalText("cloud", ValueFormat.TEAMS_CLOUD)
                .map(Cloud::of)
                .orElse(Cloud.PUBLIC);
        Optional<URI> service = service(section, cloud);
        return new TeamsSettings(
                url(section, "login_url", ValueFormat.LOGIN_URL).orElse(cloud.login()),
                cloud.botScope(),
                cloud.graphScope(),
                cloud.web(),
                service.orElse(PLACEHOLDER),
                serviceHosts(section, cloud, service),
                section.optionalText("catalog_app_id", ValueFormat.TEAMS_CATALOG_APP),
                url(section, "graph_url", ValueFormat.GRAPH_URL).orElse(cloud.graph()),
                section.flag("add_members"));
    }

    private static Optional<URI> service(JsonSection section, Cloud cloud) {
        Optional<URI> service =
                url(section, "service_url", ValueFormat.SERVICE_URL).or(cloud::service);
        if (service.isEmpty() && !section.has("service_url")) {
            section.problem(
                    "service_url",
                    "is missing: the cloud " + cloud.id() + " needs " + ValueFormat.SERVICE_URL.description());
        }
        return service;
    }

    private static Set<String> serviceHosts(JsonSection section, Cloud cloud, Optional<URI> service) {
        Set<String> hosts = new LinkedHashSet<>(
                section.has("service_hosts")
                        ? section.texts("service_hosts", ValueFormat.SERVICE_HOST)
                        : cloud.serviceHosts());
        service.map(URI::getHost).ifPresent(hosts::add);
        return hosts;
    }

    private static Optional<URI> url(JsonSection section, String key, ValueFormat format) {
        return section.optionalText(key, format).map(URI::create);
    }

    ConnectionSettings.Teams connection() {
        return connection;
    }

    private static Map<String, Set<String>> mailDomains(JsonSection section, Set<String> ours) {
        Map<String, Set<String>> domains = new HashMap<>();
        for (JsonSection one : section.objects("mail_domains")) {
            one.allowOnly("tenant_id", "domains").requireNonEmpty("domains", ValueFormat.MAIL_DOMAIN.description());
            domains.computeIfAbsent(tenant(one, ours), _ -> new HashSet<>())
                    .addAll(one.texts("domains", ValueFormat.MAIL_DOMAIN));
        }
        return domains;
    }

    /** A route's tenant must be one of ours: people of others are refused. */
    String tenant(JsonSection inTeams) {
        return tenant(inTeams, connection.chat().workspaces());
    }

    private static String tenant(JsonSection inTeams, Set<String> ours) {
        String tenant = inTeams.text("tenant_id", ValueFormat.TEAMS_TENANT);
        if (!tenant.isEmpty() && !ours.isEmpty() && !ours.contains(tenant)) {
            inTeams.problem(
                    "tenant_id",
                    "is \"" + tenant + "\": give one of teams.tenants, or add it there; they are "
                            + String.join(", ", ours.stream().sorted().toList()));
        }
        return tenant;
    }
}
