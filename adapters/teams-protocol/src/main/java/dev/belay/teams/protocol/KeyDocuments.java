package dev.belay.teams.protocol;

import java.io.IOException;
import java.net.URI;

/** How the documents that name the Bot Connector's keys are fetched. */
public interface KeyDocuments {
    /**
     * The document at exactly this address: redirects are not followed, time and size are bounded.
     *
     * @throws IOException when it cannot be fetched
     */
    byte[] fetch(URI address) throws IOException;
}
