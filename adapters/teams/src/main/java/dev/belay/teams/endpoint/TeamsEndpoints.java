package dev.belay.teams.endpoint;

import dev.belay.cache.ExpiringCache;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.failure.Rejected;
import dev.belay.settings.ChatSettings;
import dev.belay.team.Installation;
import dev.belay.team.Installations;
import dev.belay.teams.protocol.ServiceHosts;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Where the Bot Connector and Graph take what concerns a tenant, a team or a channel, and where a person opens it. */
public final class TeamsEndpoints {
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final ChatSettings settings;
    private final TeamsSettings services;
    private final Installations installations;
    private final ExpiringCache<String, Optional<Installation>> known;
    private final ExpiringCache<String, URI> recentServices;

    public TeamsEndpoints(ChatSettings settings, TeamsSettings services, Installations installations, Clock clock) {
        this.settings = settings;
        this.services = services;
        this.installations = installations;
        this.known = new ExpiringCache<>(clock, FRESH);
        this.recentServices = new ExpiringCache<>(clock, FRESH);
    }

    public String app() {
        return settings.app();
    }

    public String self() {
        return "28:" + app();
    }

    /** What the installation of the channel's team told us; at most five minutes old. */
    public Optional<Installation> installation(Channel channel) {
        return channel.team()
                .flatMap(team -> known.get(
                        channel.workspace() + " " + team,
                        _ -> installations.find(Platform.TEAMS, channel.workspace(), team)));
    }

    /** The Bot Connector's, for a channel: where its tenant's last press came from, else where its team's installation said. */
    public URI bot(Channel channel, String path) {
        return under(
                recentServices
                        .find(channel.workspace())
                        .or(() -> installation(channel).map(there -> uri(there.address())))
                        .orElseGet(this::service),
                path);
    }

    public static URI uri(ReplyAddress address) {
        try {
            return new URI(address.value());
        } catch (URISyntaxException e) {
            throw new Rejected(Platform.TEAMS.id(), "the service URL is not an address");
        }
    }

    /** The Bot Connector's, at an address that a press brought. */
    public static URI under(URI service, String path) {
        String base = service.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + "v3/" + path);
    }

    /** The Bot Connector's, where a tenant's press came from, if that is one of ours. */
    public URI service(String workspace, Optional<ReplyAddress> said) {
        Optional<URI> ours = said.map(ReplyAddress::value)
                .filter(new ServiceHosts(services.serviceHosts())::allow)
                .map(URI::create);
        ours.ifPresent(service -> recentServices.put(workspace, service));
        return ours.orElseGet(this::service);
    }

    private URI service() {
        return services.service();
    }

    public URI graph(String team, String path) {
        return URI.create(services.graph() + "/teams/" + encoded(team) + "/" + path);
    }

    public URI graph(Channel channel, String path) {
        return graph(team(channel), "channels/" + encoded(channel.id()) + path);
    }

    /** An item of a document library, such as a channel's folder. */
    public URI driveItem(String drive, String item) {
        return URI.create(services.graph() + "/drives/" + encoded(drive) + "/items/" + encoded(item));
    }

    /** Where an answer's next page is: an address of Graph's own, since our token goes with it. */
    public URI nextPage(String link) {
        if (!link.startsWith(services.graph() + "/")) {
            throw new Rejected(Platform.TEAMS.id(), "Graph's next page is not Graph's");
        }
        return URI.create(link);
    }

    public static String team(Channel channel) {
        return channel.team()
                .orElseThrow(() -> new Rejected(Platform.TEAMS.id(), "no team is known of channel " + channel.id()));
    }

    /** The conversation of a thread (learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability). */
    public static String thread(String channel, String root) {
        return encoded(channel + ";messageid=" + root);
    }

    /** learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams. */
    public String link(Channel channel, Optional<String> thread) {
        String where = "?groupId=" + encoded(channel.team().orElse("")) + "&tenantId=" + encoded(channel.workspace());
        String teams = services.web().toString();
        return thread.map(message -> teams + "/l/message/" + encoded(channel.id()) + "/" + encoded(message) + where
                        + "&parentMessageId=" + encoded(message))
                .orElseGet(() -> teams + "/l/channel/" + encoded(channel.id()) + "/"
                        + encoded(channel.name().isBlank() ? "channel" : channel.name()) + where);
    }

    /** Where a person opens one message of a thread. */
    public String link(Channel channel, String root, String message) {
        return link(channel, Optional.of(message))
                .replace("parentMessageId=" + encoded(message), "parentMessageId=" + encoded(root));
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
