package dev.belay.local.command.run;

import dev.belay.local.command.usage.Usage;
import dev.belay.local.world.Slack;
import dev.belay.local.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How {@code belay local} is to run.
 *
 * @param port where the gateway listens; 0 takes a free one
 * @param data the folder that keeps the tables between runs; in memory where there is none
 * @param slack another Slack in place of the simulated one
 * @param teamsService another Bot Connector in place of the simulated one, ending in a slash
 * @param page what becomes of the console's page
 * @param verbose whether to show all that the functions log
 */
public record LocalOptions(
        int port,
        Optional<Path> data,
        Optional<OtherSlack> slack,
        Optional<URI> teamsService,
        Page page,
        boolean verbose) {
    private static final String PORT = "--port";
    private static final String DATA = "--data";
    private static final String SLACK_URL = "--slack-api-url";
    private static final String SLACK_SECRETS = "--slack-secrets";
    private static final String TEAMS_URL = "--teams-service-url";
    private static final int USUAL_PORT = 3000;
    private static final int PORTS = 8;

    /**
     * A Slack that is not simulated.
     *
     * @param apiUrl where its Web API is
     * @param secrets the file with the bot token, the signing secret and the team id
     */
    record OtherSlack(URI apiUrl, Path secrets) {}

    /** What becomes of the page that shows what happens. */
    public enum Page {
        SERVED,
        /** Served, and opened in a browser. */
        OPENED,
        LEFT_OUT;

        static Page of(boolean opened, boolean leftOut) {
            if (opened && leftOut) {
                throw new Usage("--open opens the console, which --no-console leaves out");
            }
            return leftOut ? LEFT_OUT : opened ? OPENED : SERVED;
        }
    }

    /** Where the console listens: after the simulators, or on a free port. */
    int consolePort() {
        return port == 0 ? 0 : port + PORTS - 1;
    }

    /** Where the simulators listen: after the gateway's port, or on free ones. */
    World.Ports ports() {
        return port == 0
                ? World.Ports.FREE
                : new World.Ports(port + 1, port + 2, port + 3, port + 4, port + 5, port + 6);
    }

    /**
     * Finds out whether all ports are free before anything starts.
     *
     * @throws UncheckedIOException when one is in use
     */
    void requireFreePorts() {
        for (int each = port; port > 0 && each < port + PORTS; each++) {
            requireFree(each);
        }
    }

    private void requireFree(int each) {
        try {
            new ServerSocket(each, 1, InetAddress.getLoopbackAddress()).close();
        } catch (IOException e) {
            String range = PORT + " " + port + " needs the ports " + port + " to " + (port + PORTS - 1);
            throw new UncheckedIOException("port " + each + " is in use, and " + range, e);
        }
    }

    /**
     * The folder that keeps the tables, made if it was not there.
     *
     * @throws Usage when nothing can be kept in it
     */
    public Optional<Path> keptData() {
        data.ifPresent(LocalOptions::make);
        return data;
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Usage(DATA + " is a folder, and " + folder + " cannot be made");
        }
        if (!Files.isWritable(folder)) {
            throw new Usage(DATA + " is a folder to write in, and " + folder + " cannot be written");
        }
    }

    /** The other Slack, with its secrets read. */
    Optional<Slack> otherSlack() {
        return slack.map(other -> SlackSecrets.read(other.apiUrl(), other.secrets()));
    }

    /**
     * What stands in the place of simulators, as it was typed.
     *
     * @param slackApi where another Slack's Web API is
     * @param slackSecrets the file with its secrets
     * @param teamsService another Bot Connector
     */
    record Elsewhere(Optional<String> slackApi, Optional<String> slackSecrets, Optional<String> teamsService) {}

    /**
     * @throws Usage when the options make no sense
     */
    static LocalOptions of(
            Optional<String> port, Optional<String> data, Elsewhere elsewhere, Page page, boolean verbose) {
        return new LocalOptions(
                given(PORT, port).map(LocalOptions::port).orElse(USUAL_PORT),
                given(DATA, data).map(LocalOptions::folder),
                slack(elsewhere),
                given(TEAMS_URL, elsewhere.teamsService()).map(LocalOptions::service),
                page,
                verbose);
    }

    private static Optional<String> given(String option, Optional<String> value) {
        if (value.filter(String::isBlank).isPresent()) {
            throw new Usage(option + " needs a value");
        }
        return value;
    }

    private static Optional<OtherSlack> slack(Elsewhere elsewhere) {
        Optional<URI> url = given(SLACK_URL, elsewhere.slackApi()).map(LocalOptions::url);
        Optional<Path> secrets = given(SLACK_SECRETS, elsewhere.slackSecrets()).map(LocalOptions::file);
        if (url.isPresent() != secrets.isPresent()) {
            throw new Usage(SLACK_URL + " and " + SLACK_SECRETS + " go together");
        }
        return url.flatMap(there -> secrets.map(file -> new OtherSlack(there, file)));
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65528) {
            throw new Usage(PORT + " is a number from 0 to 65528, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private static URI url(String text) {
        try {
            URI url = new URI(text);
            if (text.matches("https?://[^?#]+") && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw noUrl(text);
        }
        throw noUrl(text);
    }

    private static Usage noUrl(String text) {
        return new Usage(SLACK_URL + " is a URL like http://127.0.0.1:9000/api/, not '" + text + "'");
    }

    /** The bot's token goes there, and nobody has checked who listens. */
    private static URI service(String text) {
        if (!text.matches("http://(localhost|127\\.0\\.0\\.1):\\d{1,5}(/[A-Za-z0-9._~-]+)*/?")) {
            throw new Usage(TEAMS_URL + " is a URL on this machine like http://127.0.0.1:56150/_connector/, not '"
                    + text + "'");
        }
        return URI.create(text.endsWith("/") ? text : text + "/");
    }

    private static Path folder(String text) {
        Path folder = Path.of(text);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Usage(DATA + " is a folder, and " + text + " is not");
        }
        return folder;
    }

    private static Path file(String text) {
        Path file = Path.of(text);
        if (!Files.isReadable(file)) {
            throw new Usage(SLACK_SECRETS + " is a file, and " + text + " cannot be read");
        }
        return file;
    }
}
