package dev.belay.local.console.web;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A method and a path with what answers there.
 *
 * @param pattern the path's segments; one in braces stands for any
 */
public record Route(String method, List<String> pattern, Work work) {
    /** Answers a request. */
    public interface Work {
        /** @throws Refused when it is not served */
        Reply answer(Ask ask);
    }

    /** @param line such as {@code GET /api/slack/channels/{id}} */
    public static Route of(String line, Work work) {
        String[] parts = line.split(" ", 2);
        return new Route(parts[0], Stream.of(parts[1].split("/", -1)).skip(1).toList(), work);
    }

    boolean isAt(Ask ask) {
        return ask.path().size() == pattern.size()
                && IntStream.range(0, pattern.size())
                        .allMatch(i -> pattern.get(i).startsWith("{")
                                ? !ask.path().get(i).isEmpty()
                                : pattern.get(i).equals(ask.path().get(i)));
    }
}
