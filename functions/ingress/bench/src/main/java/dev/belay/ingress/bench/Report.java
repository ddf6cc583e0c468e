package dev.belay.ingress.bench;

import java.util.Locale;
import java.util.Map;

/** The tables that the bench prints. */
final class Report {
    private Report() {}

    static void cold(String what, Map<String, Map<Moment, Double>> medians, int runs) {
        StringBuilder table = new StringBuilder("\nCold, ")
                .append(what)
                .append(": milliseconds after the process is spawned, p50 of ")
                .append(runs)
                .append(" interleaved runs\n\n| the function |");
        medians.keySet().forEach(name -> table.append(' ').append(name).append(" |"));
        table.append("\n|---|").append("---:|".repeat(medians.size())).append('\n');
        for (Moment moment : Moment.values()) {
            table.append("| ").append(moment.label()).append(" |");
            medians.values().forEach(times -> table.append(cell(times.getOrDefault(moment, Double.NaN))));
            table.append('\n');
        }
        print(table.append('\n').toString());
    }

    /** Prints a ratio beside its bar, and tells whether it holds. */
    static boolean bar(String what, double ratio, double bar) {
        boolean held = ratio <= bar;
        String outcome = held ? "held" : "MISSED";
        print(String.format(Locale.ROOT, "%s = %.2f (at most %.2f): %s%n", what, ratio, bar, outcome));
        return held;
    }

    private static String cell(double millis) {
        return Double.isNaN(millis) ? " |" : " " + Math.round(millis) + " |";
    }

    static void print(String text) {
        System.out.print(text);
    }
}
