package dev.belay.ingress.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Compares a warm click, proved and parsed, with its bare HMAC in the same JVM at C1, and with Bolt's click. */
final class WarmClick {
    private static final String ROUNDS = "21";

    private final Path target;
    private final Path node;
    private final String java;

    WarmClick(Path target, Path node, String java) {
        this.target = target;
        this.node = node;
        this.java = java;
    }

    boolean run() throws IOException, InterruptedException {
        Path body = Files.writeString(target.resolve("click.txt"), Click.body());
        String[] ours = output(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WarmRounds.class.getName(),
                        ROUNDS))
                .split(" ", -1);
        double hmac = Double.parseDouble(ours[0]);
        double click = Double.parseDouble(ours[1]);
        double bolt = Double.parseDouble(output(List.of("node", "warm.cjs", body.toString(), ROUNDS)));
        Report.print(String.format(
                Locale.ROOT,
                "%nWarm click, microseconds: HMAC alone %.1f, ours %.1f, Bolt's %.1f%n",
                hmac,
                click,
                bolt));
        boolean nearHmac = Report.bar("warm: ours / HMAC", click / hmac, 4.0);
        return Report.bar("warm: ours / Bolt", click / bolt, 1.0) && nearHmac;
    }

    private String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(node.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(command.get(0) + " failed");
        }
        return output;
    }
}
