package dev.belay.local.setup.answer;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One thing that setup must know.
 *
 * @param id as the file of answers has it, such as {@code slack.workspace_id}
 * @param text as a person is asked
 * @param applies whether it is asked with these answers before it
 * @param usual what is taken where nothing is given; none where there is no such thing
 */
public record Question(
        String id,
        Phase phase,
        Need need,
        String text,
        Form form,
        Predicate<Answers> applies,
        Function<Answers, Optional<String>> usual) {
    /** When it is needed. */
    public enum Phase {
        /** The template's parameters. */
        BEFORE_DEPLOY,
        /** What is known once the apps are made, for which they need the stack's URLs. */
        AFTER_DEPLOY
    }

    /** Whether it can be left out. */
    public enum Need {
        REQUIRED,
        /** A person is asked, and may give nothing. */
        OPTIONAL,
        /** Nobody is asked: it stands in the file of answers where it is not as usual. */
        FILE_ONLY
    }

    static Question required(String id, Phase phase, String text, Form form) {
        return new Question(id, phase, Need.REQUIRED, text, form, _ -> true, _ -> Optional.empty());
    }

    static Question optional(String id, Phase phase, String text, Form form) {
        return new Question(id, phase, Need.OPTIONAL, text, form, _ -> true, _ -> Optional.empty());
    }

    static Question fileOnly(String id, Form form) {
        return new Question(id, Phase.AFTER_DEPLOY, Need.FILE_ONLY, id, form, _ -> true, _ -> Optional.empty());
    }

    Question where(Predicate<Answers> condition) {
        return new Question(id, phase, need, text, form, applies.and(condition), usual);
    }

    Question usually(Function<Answers, Optional<String>> answer) {
        return new Question(id, phase, need, text, form, applies, answer);
    }

    Question usually(String answer) {
        return usually(_ -> Optional.of(answer));
    }
}
