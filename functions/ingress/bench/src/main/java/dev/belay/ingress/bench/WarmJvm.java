package dev.belay.ingress.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where warm rounds are run: a process of their own in one folder, for Java at C1, as Lambda sets it. */
final class WarmJvm {
    static final String ROUNDS = "21";

    private final Path folder;
    private final String java;

    WarmJvm(Path folder, String java) {
        this.folder = folder;
        this.java = java;
    }

    /** The numbers that a class of rounds prints. */
    double[] micros(Class<?> rounds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
        command.addAll(List.of(System.getProperty("java.class.path"), rounds.getName(), ROUNDS));
        String[] words = output(command).split(" ", -1);
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Double.parseDouble(words[i]);
        }
        return numbers;
    }

    String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(command.get(0) + " failed");
        }
        return output;
    }
}
