package dev.belay.document;

import java.util.List;
import java.util.stream.Collectors;

/** The document cannot be obeyed; all that is wrong with it is said at once. It holds no secrets, so neither does this. */
public final class InvalidSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidSettings(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining("; ", "the settings document is wrong: ", "")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
