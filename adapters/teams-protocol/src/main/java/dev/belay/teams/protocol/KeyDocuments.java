package dev.belay.teams.protocol;

import java.io.IOException;
import java.net.URI;

/** How the documents that name the Bot Connector's keys are had. */
public interface KeyDocuments {
    /**
     * The document at that very address: redirects are not followed, time and size are bounded.
     *
     * @throws IOException when it cannot be had
     */
    byte[] fetch(URI address) throws IOException;
}
