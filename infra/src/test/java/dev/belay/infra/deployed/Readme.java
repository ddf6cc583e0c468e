package dev.belay.infra.deployed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What README tells a person to type. */
final class Readme {
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    private Readme() {}

    /** The commands under a heading, in order, each as it stands there. */
    static List<String> commands(String heading) throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        int from = readme.indexOf("\n## " + heading + "\n");
        if (from < 0) {
            throw new AssertionError("README has no heading " + heading);
        }
        int to = readme.indexOf("\n## ", from + 1);
        return BLOCK.matcher(readme.substring(from, to < 0 ? readme.length() : to))
                .results()
                .flatMap(block -> Arrays.stream(block.group(1).split("\n", -1)))
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
