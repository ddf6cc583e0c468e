package dev.belay.ingress.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Compares a warm click, proved and parsed, with its bare HMAC in the same JVM at C1, and with Bolt's click. */
final class WarmClick {
    private final Path target;
    private final WarmJvm jvm;

    WarmClick(Path target, WarmJvm jvm) {
        this.target = target;
        this.jvm = jvm;
    }

    boolean run() throws IOException, InterruptedException {
        Path body = Files.writeString(target.resolve("click.txt"), Click.ACKNOWLEDGE.body());
        double[] micros = jvm.micros(WarmRounds.class);
        double hmac = micros[0];
        double click = micros[1];
        double bolt = Double.parseDouble(jvm.output(List.of("node", "warm.cjs", body.toString(), WarmJvm.ROUNDS)));
        Report.print(String.format(
                Locale.ROOT,
                "%nWarm click, microseconds: HMAC alone %.1f, ours %.1f, Bolt's %.1f%n",
                hmac,
                click,
                bolt));
        boolean nearHmac = Report.bar("warm: ours / HMAC", click / hmac, 4.0);
        return Report.bar("warm: ours / Bolt", click / bolt, 1.0) && nearHmac;
    }
}
