package dev.belay.infra.deployed;

import dev.belay.infra.ToolRun;
import dev.belay.local.front.ServerKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The folder that Belay is deployed from, empty but for a {@code ./belay} that stands for the script: it builds nothing, since Maven has just
 * built what is deployed, and starts the command from this build, with the names of the outside systems leading to this machine.
 */
final class Home {
    private final Path folder;

    private Home(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes it anew.
     *
     * @param trust the trust store of whatever calls an outside system
     */
    static Home make(Path folder, Path trust) throws IOException {
        ToolRun.must(List.of("rm", "-rf", folder.toString()), Map.of());
        Files.createDirectories(folder);
        Home home = new Home(folder);
        Path checkout = Path.of("..").toRealPath();
        Files.writeString(folder.resolve("belay"), """
                #!/bin/sh
                if [ "$1" = build ]; then
                  exec ls -l %s/functions/*/target/*.zip
                fi
                exec '%s/bin/java' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable --sun-misc-unsafe-memory-access=allow \\
                  -Djdk.net.hosts.file=%s -Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s \\
                  -Dbelay.template=%s/template.yaml -cp '%s' dev.belay.local.command.Belay "$@"
                """.formatted(
                        checkout,
                        System.getProperty("java.home"),
                        home.hosts().toAbsolutePath(),
                        trust.toAbsolutePath(),
                        ServerKey.TRUST_PASSWORD,
                        checkout,
                        System.getProperty("java.class.path")));
        Files.setPosixFilePermissions(folder.resolve("belay"), PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    Path folder() {
        return folder;
    }

    private Path hosts() {
        return folder.resolveSibling("hosts");
    }

    /** Says where these names lead, and that all others lead nowhere. */
    void names(Collection<String> names, InetAddress to) {
        String lines = names.stream()
                .map(name -> to.getHostAddress() + " " + name + "\n")
                .collect(Collectors.joining());
        try {
            Files.writeString(hosts(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
