package dev.belay.wiring.document;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Microsoft's clouds, each with where its services are. */
enum TeamsCloud {
    PUBLIC(
            "https://login.microsoftonline.com",
            "https://api.botframework.com/.default",
            "https://graph.microsoft.com/v1.0/",
            "https://smba.trafficmanager.net/teams/"),
    GCC(
            "https://login.microsoftonline.com",
            "https://api.botframework.com/.default",
            "https://graph.microsoft.com/v1.0/",
            "https://smba.infra.gcc.teams.microsoft.com/teams/"),
    GCC_HIGH(
            "https://login.microsoftonline.us",
            "https://api.botframework.us/.default",
            "https://graph.microsoft.us/v1.0/",
            "https://smba.infra.gov.teams.microsoft.us/teams/"),
    DOD(
            "https://login.microsoftonline.us",
            "https://api.botframework.us/.default",
            "https://dod-graph.microsoft.us/v1.0/",
            "https://smba.infra.dod.teams.microsoft.us/teams/"),
    CHINA(
            "https://login.partner.microsoftonline.cn",
            "https://api.botframework.azure.cn/.default",
            "https://microsoftgraph.chinacloudapi.cn/v1.0/",
            "https://msgapi.teams.microsoftonline.cn/");

    private final URI login;
    private final String scope;
    private final URI graph;
    private final URI service;

    TeamsCloud(String login, String scope, String graph, String service) {
        this.login = URI.create(login);
        this.scope = scope;
        this.graph = URI.create(graph);
        this.service = URI.create(service);
    }

    static TeamsCloud named(String name) {
        return Arrays.stream(values())
                .filter(cloud ->
                        cloud.name().replace('_', '-').toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no cloud " + name));
    }

    URI login() {
        return login;
    }

    String scope() {
        return scope;
    }

    URI graph() {
        return graph;
    }

    URI service() {
        return service;
    }

    Set<String> serviceHosts() {
        return Set.of(service.getHost());
    }
}
