package dev.belay.ingress.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Runs the comparisons, prints what they showed, and fails when a bar is missed. */
final class Bench {
    private final Path module;
    private final int runs;

    private Bench(Path module, int runs) {
        this.module = module;
        this.runs = runs;
    }

    public static void main(String[] arguments) throws Exception {
        boolean held = new Bench(Path.of(arguments[0]), Integer.parseInt(arguments[1])).run();
        System.exit(held ? 0 : 1);
    }

    private boolean run() throws Exception {
        Path node = installed();
        boolean quick = isAsQuick(node, Click.ACKNOWLEDGE, Moment.RESPONDED, "from the start to the answered click");
        boolean asking = isAsQuick(node, Click.HAND_OVER, Moment.DIALOG, "from the start to the dialog");
        WarmJvm jvm = new WarmJvm(node, java());
        boolean clicks = new WarmClick(target(), jvm).run();
        return new WarmInvoke(jvm).run() && clicks && quick && asking;
    }

    private boolean isAsQuick(Path node, Click click, Moment end, String what) throws Exception {
        Map<String, Map<Moment, Double>> cold = cold(node, click);
        Report.cold(what, cold, runs);
        double ratio = at(end, cold, "ingress") / at(end, cold, "node");
        return Report.bar("cold, " + what + ": ingress / Node.js", ratio, 1.0);
    }

    private static double at(Moment moment, Map<String, Map<Moment, Double>> results, String name) {
        return results.getOrDefault(name, Map.of()).getOrDefault(moment, Double.NaN);
    }

    /** The medians of each contender's moments, after one round that does not count. */
    private Map<String, Map<Moment, Double>> cold(Path node, Click click) throws Exception {
        Certificates certificates = new Certificates(target().resolve("certificates"));
        List<Contender> contenders = contenders(node, certificates, click);
        Map<String, List<Map<Moment, Double>>> all = new LinkedHashMap<>();
        try (Surroundings surroundings = new Surroundings(certificates)) {
            for (int run = -1; run < runs; run++) {
                for (Contender contender : contenders) {
                    Map<Moment, Double> moments = surroundings.start(contender, click);
                    if (run >= 0) {
                        all.computeIfAbsent(contender.name(), _ -> new ArrayList<>())
                                .add(moments);
                    }
                }
            }
        }
        Map<String, Map<Moment, Double>> medians = new LinkedHashMap<>();
        all.forEach((name, times) -> medians.put(name, medians(times)));
        return medians;
    }

    private static Map<Moment, Double> medians(List<Map<Moment, Double>> runs) {
        Map<Moment, Double> medians = new EnumMap<>(Moment.class);
        for (Moment moment : Moment.values()) {
            List<Double> times = runs.stream()
                    .filter(run -> run.containsKey(moment))
                    .map(run -> run.get(moment))
                    .sorted()
                    .toList();
            if (!times.isEmpty()) {
                medians.put(moment, times.get(times.size() / 2));
            }
        }
        return medians;
    }

    private List<Contender> contenders(Path node, Certificates certificates, Click click) throws IOException {
        Optional<Moment> work = Optional.of(
                switch (click) {
                    case ACKNOWLEDGE -> Moment.SENT;
                    case HAND_OVER -> Moment.DIALOG;
                });
        Path task = unzipped(module.resolve("../target/ingress.zip"));
        return List.of(
                new Contender(
                        "node",
                        List.of("node", "runtime.cjs"),
                        node,
                        Map.of("NODE_EXTRA_CA_CERTS", certificates.authority().toString()),
                        work),
                new Contender(
                        "ingress",
                        lambda(certificates, "dev.belay.ingress.IngressHandler::handleRequest"),
                        task,
                        Map.of("LAMBDA_TASK_ROOT", task.toString()),
                        work),
                new Contender(
                        "hello",
                        lambda(certificates, "dev.belay.ingress.bench.Hello::handleRequest"),
                        target().resolve("classes"),
                        Map.of(),
                        Optional.empty()));
    }

    /** As Lambda starts a function in Java: its runtime on the class path, the function's own classes found by the runtime. */
    private List<String> lambda(Certificates certificates, String handler) {
        List<String> command = new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(
                List.of(System.getProperty("bench.options", "-Xshare:auto").split(" ")));
        command.addAll(List.of(
                "-Djavax.net.ssl.trustStore=" + certificates.trustStore(),
                "-cp",
                target().resolve("runtime") + "/*",
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                handler));
        return command;
    }

    private Path unzipped(Path zip) throws IOException {
        Path task = Files.createTempDirectory(target(), "task");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = task.resolve(entry.getName()).normalize();
                if (!entry.isDirectory() && file.startsWith(task)) {
                    Files.createDirectories(file.getParent());
                    Files.write(file, in.readAllBytes());
                }
            }
        }
        return task;
    }

    /** Bolt and Amazon's SDK, as the lock file pins them. */
    private Path installed() throws IOException, InterruptedException {
        Path node = Files.createDirectories(target().resolve("node"));
        for (String name : List.of("package.json", "package-lock.json", "lambda.cjs", "runtime.cjs", "warm.cjs")) {
            Files.write(
                    node.resolve(name),
                    Files.readAllBytes(module.resolve("src/main/node").resolve(name)));
        }
        if (!Files.exists(node.resolve("node_modules/@slack/bolt/package.json"))) {
            Process install = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                    .directory(node.toFile())
                    .inheritIO()
                    .start();
            if (install.waitFor() != 0) {
                throw new IOException("npm ci failed");
            }
        }
        return node;
    }

    private Path target() {
        return module.resolve("target").toAbsolutePath();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
