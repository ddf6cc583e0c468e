package dev.belay.local.doctor;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Tells a person each result as it is found, or a program all of them. */
final class DoctorReport {
    private final PrintStream out;
    private final boolean json;
    private final List<Result> all = new ArrayList<>();

    DoctorReport(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void add(List<Result> results) {
        all.addAll(results);
        if (!json) {
            results.forEach(this::print);
        }
    }

    private void print(Result result) {
        out.println(String.format(
                "%-11s  %s  %s: %s", result.verdict().word(), result.area(), result.subject(), result.said()));
        if (!result.remedy().isEmpty()) {
            out.println("             do: " + result.remedy());
        }
    }

    /** The worst of all that was found. */
    Verdict end(String stack) {
        Verdict worst =
                all.stream().map(Result::verdict).max(Comparator.naturalOrder()).orElse(Verdict.UNKNOWN);
        if (json) {
            out.println(JsonWriter.indent("  ")
                    .string()
                    .object(document(stack, worst))
                    .done());
        } else {
            out.println(Arrays.stream(Verdict.values())
                    .map(verdict -> all.stream()
                                    .filter(result -> result.verdict() == verdict)
                                    .count()
                            + " " + verdict.word())
                    .collect(Collectors.joining(", ")));
        }
        return worst;
    }

    private JsonObject document(String stack, Verdict worst) {
        JsonObject document = new JsonObject();
        document.put("stack", stack);
        document.put("worst", id(worst));
        document.put(
                "findings", new JsonArray(all.stream().map(DoctorReport::json).toList()));
        return document;
    }

    private static JsonObject json(Result result) {
        JsonObject json = new JsonObject();
        json.put("area", result.area());
        json.put("subject", result.subject());
        json.put("verdict", id(result.verdict()));
        json.put("said", result.said());
        if (!result.remedy().isEmpty()) {
            json.put("remedy", result.remedy());
        }
        return json;
    }

    private static String id(Verdict verdict) {
        return verdict.word().replace(' ', '_');
    }
}
