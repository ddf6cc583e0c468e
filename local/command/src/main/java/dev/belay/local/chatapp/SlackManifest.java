package dev.belay.local.chatapp;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Slack app's manifest with the one request URL of a deployment in all its places. */
public final class SlackManifest {
    /** Where ingress takes all that Slack sends. */
    public static final String PATH = "/slack/events";

    private static final String FILE = "infra/slack/manifest.yaml";
    private static final String UNFILLED = "https://REPLACE-ME.example" + PATH;

    /** What may follow the host: nothing, or the path itself. */
    private static final Pattern PATHS = Pattern.compile("/?|" + PATH);

    private SlackManifest() {}

    /**
     * The request URL that an address means, which is the API's or the request URL itself; none where it cannot be one: Slack asks for
     * https (docs.slack.dev/apis/events-api/using-http-request-urls).
     */
    public static Optional<URI> requestUrl(URI address) {
        boolean good = "https".equals(address.getScheme())
                && address.getHost() != null
                && address.getQuery() == null
                && address.getFragment() == null
                && address.getUserInfo() == null
                && PATHS.matcher(String.valueOf(address.getPath())).matches();
        return good ? Optional.of(address.resolve(PATH)) : Optional.empty();
    }

    /**
     * The manifest, as it is pasted at api.slack.com/apps.
     *
     * @throws IllegalStateException when the file of the checkout has no place for the URL
     */
    public static String filled(Checkout checkout, URI requestUrl) {
        String manifest = checkout.text(FILE);
        if (!manifest.contains(UNFILLED)) {
            throw new IllegalStateException(FILE + " has no " + UNFILLED);
        }
        return manifest.replace(UNFILLED, requestUrl.toString())
                .replace(" # the stack's output SlackRequestUrl, whole", "");
    }
}
