package dev.belay.teams.protocol;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * One of Microsoft's clouds, with the addresses that Teams has in it
 * (learn.microsoft.com/azure/bot-service/how-to-deploy-gov-cloud-high; learn.microsoft.com/graph/deployments;
 * learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages).
 */
public enum Cloud {
    PUBLIC(
            "public",
            "https://login.microsoftonline.com",
            "https://api.botframework.com",
            "https://login.botframework.com",
            "https://graph.microsoft.com",
            "smba.trafficmanager.net",
            "https://teams.microsoft.com"),
    /** Its tokens and its Graph are those of the public cloud. */
    GCC(
            "gcc",
            "https://login.microsoftonline.com",
            "https://api.botframework.com",
            "https://login.botframework.com",
            "https://graph.microsoft.com",
            "smba.infra.gcc.teams.microsoft.com",
            "https://teams.microsoft.com"),
    GCC_HIGH(
            "gcc-high",
            "https://login.microsoftonline.us",
            "https://api.botframework.us",
            "https://login.botframework.azure.us",
            "https://graph.microsoft.us",
            "smba.infra.gov.teams.microsoft.us",
            "https://gov.teams.microsoft.us"),
    DOD(
            "dod",
            "https://login.microsoftonline.us",
            "https://api.botframework.us",
            "https://login.botframework.azure.us",
            "https://dod-graph.microsoft.us",
            "smba.infra.dod.teams.microsoft.us",
            "https://dod.teams.microsoft.us"),
    /** Where its Bot Connector stands is not published: it must be set. */
    CHINA(
            "china",
            "https://login.partner.microsoftonline.cn",
            "https://api.botframework.azure.cn",
            "https://login.botframework.azure.cn",
            "https://microsoftgraph.chinacloudapi.cn",
            "",
            "https://teams.microsoftonline.cn");

    private final String id;
    private final String login;
    private final String connector;
    private final String keys;
    private final String graph;
    private final String serviceHost;
    private final String web;

    Cloud(String id, String login, String connector, String keys, String graph, String serviceHost, String web) {
        this.id = id;
        this.login = login;
        this.connector = connector;
        this.keys = keys;
        this.graph = graph;
        this.serviceHost = serviceHost;
        this.web = web;
    }

    /**
     * @throws IllegalArgumentException when no cloud has this id
     */
    public static Cloud of(String id) {
        for (Cloud cloud : values()) {
            if (cloud.id.equals(id)) {
                return cloud;
            }
        }
        throw new IllegalArgumentException("no cloud is called '" + id + "'");
    }

    /** What settings call it. */
    public String id() {
        return id;
    }

    /** Where tokens come from, without the tenant and without a slash at the end. */
    public URI login() {
        return URI.create(login);
    }

    /** What a token for the Bot Connector is asked for. */
    public String botScope() {
        return connector + "/.default";
    }

    /** What a token for Graph is asked for. */
    public String graphScope() {
        return graph + "/.default";
    }

    /** Graph's root, with its version and without a slash at the end. */
    public URI graph() {
        return URI.create(graph + "/v1.0");
    }

    /** Where the Bot Connector says which keys it signs with. */
    public URI openIdMetadata() {
        return URI.create(keys + "/v1/.well-known/openidconfiguration");
    }

    /** Whom the Bot Connector's tokens are from. */
    public String issuer() {
        return connector;
    }

    /** Where people open Teams, without a slash at the end. */
    public URI web() {
        return URI.create(web);
    }

    /** Where the Bot Connector is for a team that has not told us, where that is published. */
    public Optional<URI> service() {
        return serviceHost.isEmpty() ? Optional.empty() : Optional.of(URI.create("https://" + serviceHost + "/teams/"));
    }

    /** The hosts that a token for the Bot Connector may go to; none where they must be set. */
    public Set<String> serviceHosts() {
        return serviceHost.isEmpty() ? Set.of() : Set.of(serviceHost);
    }
}
