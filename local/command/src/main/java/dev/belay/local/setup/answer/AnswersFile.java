package dev.belay.local.setup.answer;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Answers as a JSON document: a question's id is its path, as in {@code {"slack": {"workspace_id": "T01ACME"}}}, and a list is an array
 * or a text with commas. A secret has no place in it, and one that was put there is never repeated.
 */
public final class AnswersFile {
    private AnswersFile() {}

    /**
     * What was read, and what is wrong with it.
     *
     * @param problems sentences without a full stop that hold no value
     */
    public record Reading(Answers answers, List<String> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads a file.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public static Reading read(Path file) {
        try {
            return read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    static Reading read(String json) {
        Map<String, String> texts = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        try {
            collect("", JsonParser.object().from(json), texts, problems);
        } catch (JsonParserException e) {
            problems.add("it cannot be read as a JSON object: look at line " + e.getLinePosition() + ", column "
                    + e.getCharPosition());
        }
        Set<String> known = Questions.all().stream().map(Question::id).collect(Collectors.toUnmodifiableSet());
        texts.keySet().stream()
                .filter(id -> !known.contains(id))
                .map(id -> id + " is no answer"
                        + (isSecret(id)
                                ? ": a secret has no place in this file; setup asks for it, or './belay secrets put' stores it"
                                : ": infra/setup.example.json shows what there is"))
                .forEach(problems::add);
        texts.keySet().retainAll(known);
        return new Reading(new Answers(texts), problems);
    }

    private static boolean isSecret(String id) {
        return id.contains("token") || id.contains("secret") || id.contains("key") || id.contains("password");
    }

    private static void collect(String path, JsonObject object, Map<String, String> texts, List<String> problems) {
        for (Map.Entry<String, Object> member : object.entrySet()) {
            String id = path + member.getKey();
            switch (member.getValue()) {
                case JsonObject inner -> collect(id + ".", inner, texts, problems);
                case JsonArray list ->
                    texts.put(id, list.stream().map(String::valueOf).collect(Collectors.joining(",")));
                case String text -> texts.put(id, text.strip());
                case Boolean flag -> texts.put(id, flag.toString());
                case null, default -> problems.add(id + " is no text");
            }
        }
    }

    /** The document that reads as these answers; that nothing was wanted is an empty text. */
    public static String write(Answers answers) {
        JsonObject document = new JsonObject();
        Questions.all().stream()
                .map(Question::id)
                .distinct()
                .filter(answers.texts()::containsKey)
                .forEach(id -> put(document, id, answers.find(id).orElse("")));
        return JsonWriter.indent("  ").string().object(document).done() + "\n";
    }

    private static void put(JsonObject document, String id, String text) {
        int dot = id.indexOf('.');
        if (dot < 0) {
            document.put(id, text);
        } else {
            JsonObject inner = document.getObject(id.substring(0, dot), new JsonObject());
            document.put(id.substring(0, dot), inner);
            inner.put(id.substring(dot + 1), text);
        }
    }
}
