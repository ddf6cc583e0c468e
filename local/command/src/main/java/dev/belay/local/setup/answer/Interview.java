package dev.belay.local.setup.answer;

import dev.belay.local.secrets.Terminal;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Asks for what was not answered yet: a person at the terminal, or nobody, and then it is told what is missing. */
public final class Interview {
    /** Somebody who gives three answers of a wrong form is told to read first. */
    private static final int PATIENCE = 3;

    private final Terminal terminal;
    private final PrintStream out;
    private final Answers here;
    private final List<Question> questions = Questions.all();

    /** @param here what this machine knows, which is taken where nothing else is usual */
    public Interview(Terminal terminal, PrintStream out, Answers here) {
        this.terminal = terminal;
        this.out = out;
        this.here = here;
    }

    /** What has a wrong form, each with what to give. No answer is repeated: it may be a secret that was put in the wrong place. */
    public List<String> misshapen(Answers answers) {
        return questions.stream()
                .filter(question -> question.applies().test(answers))
                .filter(question -> answers.find(question.id())
                        .filter(text -> !question.form().matches().test(text))
                        .isPresent())
                .map(question -> question.id() + ": give " + question.form().description())
                .toList();
    }

    /** What must be answered in this phase, and is not. */
    public List<Question> missing(Question.Phase phase, Answers answers) {
        Answers so = completed(phase, answers);
        return in(phase).stream()
                .filter(question -> question.need() == Question.Need.REQUIRED
                        && question.applies().test(so)
                        && so.find(question.id()).isEmpty())
                .toList();
    }

    private List<Question> in(Question.Phase phase) {
        return questions.stream().filter(question -> question.phase() == phase).toList();
    }

    /** What is usual where nothing was answered. */
    public Answers completed(Question.Phase phase, Answers answers) {
        Answers so = answers;
        for (Question question : in(phase)) {
            if (question.applies().test(so) && so.find(question.id()).isEmpty()) {
                Optional<String> usual = usual(question, so);
                so = usual.isPresent() ? so.with(question.id(), usual.get()) : so;
            }
        }
        return so;
    }

    /**
     * Asks a person for what is missing in this phase. What was given before is not asked again; Enter alone takes what stands in
     * brackets, or leaves for later what has no such thing.
     */
    public Answers ask(Question.Phase phase, Answers answers) {
        Answers so = answers;
        for (Question question : in(phase)) {
            if (question.need() != Question.Need.FILE_ONLY
                    && question.applies().test(so)
                    && !so.texts().containsKey(question.id())) {
                so = ask(question, so);
            }
        }
        return so;
    }

    private Optional<String> usual(Question question, Answers answers) {
        return question.usual().apply(answers).or(() -> here.find(question.id()));
    }

    private Answers ask(Question question, Answers answers) {
        Optional<String> usual = usual(question, answers);
        boolean optional = question.need() == Question.Need.OPTIONAL;
        String prompt = question.text()
                + usual.map(text -> " [" + text + "]").orElse(optional ? " (Enter for none)" : " (Enter for later)")
                + ": ";
        for (int i = 0; i < PATIENCE; i++) {
            String typed = terminal.ask(prompt).strip();
            if (typed.isEmpty()) {
                return usual.or(() -> optional ? Optional.of("") : Optional.empty())
                        .map(text -> answers.with(question.id(), text))
                        .orElse(answers);
            }
            if (question.form().matches().test(typed)) {
                return answers.with(question.id(), typed);
            }
            out.println("  It is " + question.form().description() + ".");
        }
        out.println("  Left for later.");
        return answers;
    }
}
