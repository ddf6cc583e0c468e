package dev.belay.slack.call;

import dev.belay.address.SafeAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Where Slack is: the real one, GovSlack, or something that speaks as it does.
 *
 * @param api where the methods are, e.g. {@code https://slack.com/api/}
 */
public record SlackAddress(URI api) {
    private static final Set<String> ANSWER_HOSTS = Set.of("hooks.slack.com", "hooks.slack-gov.com");

    public SlackAddress {
        String scheme = api.getScheme();
        if (api.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
            throw new IllegalArgumentException("Slack's API is at an http or https URL, not at " + api);
        }
        if ("http".equals(scheme) && isSlack(api.getHost())) {
            throw new IllegalArgumentException("Slack's API is reached over https only");
        }
        api = URI.create(api.toString().endsWith("/") ? api.toString() : api + "/");
    }

    /** Whether a private answer may be sent there; a {@code response_url} comes from outside, and anybody's host could stand in it. */
    public boolean takesAnswers(URI responseUrl) {
        String host = responseUrl.getHost();
        if (host == null || responseUrl.getUserInfo() != null) {
            return false;
        }
        if (ANSWER_HOSTS.contains(host.toLowerCase(Locale.ROOT))) {
            return "https".equals(responseUrl.getScheme())
                    && (responseUrl.getPort() == -1 || responseUrl.getPort() == 443);
        }
        return !isSlack(api.getHost()) && host.equalsIgnoreCase(api.getHost());
    }

    /** Whether a file is read or written there: our token goes to the first. */
    public boolean holdsFiles(URI address) {
        String host = address.getHost();
        if (host == null || address.getUserInfo() != null) {
            return false;
        }
        if (isSlack(api.getHost())) {
            String files = isGov(api.getHost()) ? "files.slack-gov.com" : "files.slack.com";
            return host.equalsIgnoreCase(files)
                    && "https".equals(address.getScheme())
                    && (address.getPort() == -1 || address.getPort() == 443);
        }
        return host.equalsIgnoreCase(api.getHost())
                && address.getPort() == api.getPort()
                && SafeAddress.isSafe(address);
    }

    /** Where a person opens a channel in a browser. */
    public String channelLink(String workspace, String channel) {
        String host = isGov(api.getHost()) ? "app.slack-gov.com" : "app.slack.com";
        return "https://" + host + "/client/" + workspace + "/" + channel;
    }

    /** Whether it is on this machine, which no proxy reaches. */
    boolean isLocal() {
        return SafeAddress.isLoopback(api);
    }

    private static boolean isSlack(String host) {
        return host.equalsIgnoreCase("slack.com")
                || host.toLowerCase(Locale.ROOT).endsWith(".slack.com")
                || isGov(host);
    }

    private static boolean isGov(String host) {
        return host.equalsIgnoreCase("slack-gov.com")
                || host.toLowerCase(Locale.ROOT).endsWith(".slack-gov.com");
    }
}
