package dev.belay.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Microsoft's manifest schemas, its renderer of cards and its Agents Playground in a folder of our own, made when it is first needed and kept between builds. */
final class NodeTools {
    private static final Path SCRIPTS = Path.of("node");
    private static final Path HOME = Path.of("../.belay/node").toAbsolutePath().normalize();

    private NodeTools() {}

    /** The packages as the lock names them. */
    static NodeTools ready() {
        try {
            return ToolRun.alone(HOME, NodeTools::made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NodeTools made() throws IOException {
        Path stamp = HOME.resolve("installed.json");
        String wanted = Files.readString(SCRIPTS.resolve("package-lock.json"));
        if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
            Files.createDirectories(HOME);
            Files.deleteIfExists(stamp);
            for (String file : List.of("package.json", "package-lock.json")) {
                Files.copy(SCRIPTS.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            install();
            Files.writeString(stamp, wanted);
        }
        return new NodeTools();
    }

    private static void install() {
        String quietly = "--omit=peer --ignore-scripts --no-audit --no-fund";
        ToolRun.must(List.of("sh", "-c", "cd \"$0\" && npm ci " + quietly, HOME.toString()), Map.of());
    }

    /** What Microsoft's schema says of a Teams app's manifest: status 0 and nothing where it is good. */
    ToolRun manifest(Path manifest) {
        return run("manifest.cjs", List.of(manifest));
    }

    /** The script that starts Microsoft's Agents Playground. */
    Path playground() {
        return HOME.resolve("node_modules/@microsoft/m365agentsplayground/cli.js");
    }

    /** A file of an installed package. */
    Path module(String file) {
        return HOME.resolve("node_modules").resolve(file);
    }

    /** What the official renderer says of cards: status 0 and nothing where all are good. */
    ToolRun cards(List<Path> cards) {
        return run("cards.cjs", cards);
    }

    private static ToolRun run(String script, List<Path> files) {
        List<String> command =
                new ArrayList<>(List.of("node", SCRIPTS.resolve(script).toString()));
        files.forEach(file -> command.add(file.toString()));
        return ToolRun.of(
                command, Map.of("NODE_PATH", HOME.resolve("node_modules").toString()));
    }
}
