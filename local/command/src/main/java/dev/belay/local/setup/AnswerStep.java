package dev.belay.local.setup;

import dev.belay.local.secrets.AwsOptions;
import dev.belay.local.secrets.Surroundings;
import dev.belay.local.setup.answer.Answers;
import dev.belay.local.setup.answer.AnswersFile;
import dev.belay.local.setup.answer.Interview;
import dev.belay.local.setup.answer.Question;
import dev.belay.local.setup.answer.Question.Phase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers the answers: what is typed goes before the file, the file before what was remembered, and only what is missing is asked. */
final class AnswerStep {
    /** Without these nothing can be looked at or written. */
    private static final List<String> NEEDED_FIRST = List.of("stack", "region", "platforms", "servicenow.instance");

    private final Surroundings around;
    private final Path remembered;
    private final SetupReport report;
    private final Interview interview;

    /** @param remembered the file that answers are kept in between runs */
    AnswerStep(Surroundings around, Path remembered, SetupReport report) {
        this.around = around;
        this.remembered = remembered;
        this.report = report;
        this.interview = new Interview(around.terminal(), around.out(), here(around));
    }

    private static Answers here(Surroundings around) {
        return new Answers(AwsOptions.region(around.environment())
                .map(region -> Map.of("region", region))
                .orElse(Map.of()));
    }

    /**
     * What is needed before the deploy, as far as it is known.
     *
     * @throws IncompleteAnswers when a file is not good, an answer has a wrong form, or nothing can be done without what is missing
     */
    Answers given(Answers typed, Optional<Path> file) {
        List<String> problems = new ArrayList<>();
        Answers answers = typed.over(file.map(path -> read(path, problems)).orElse(Answers.NONE))
                .over(Files.exists(remembered) ? read(remembered, problems) : Answers.NONE);
        problems.addAll(interview.misshapen(interview.completed(Phase.BEFORE_DEPLOY, answers)));
        if (!problems.isEmpty()) {
            throw new IncompleteAnswers("these answers are not good: " + String.join("; ", problems));
        }
        if (around.terminal().isInteractive()) {
            report.line("None of these answers is a secret. Enter alone takes what stands in brackets.");
            answers = interview.ask(Phase.BEFORE_DEPLOY, answers);
            remember(answers);
        }
        answers = interview.completed(Phase.BEFORE_DEPLOY, answers);
        Answers so = answers;
        if (NEEDED_FIRST.stream().anyMatch(id -> so.find(id).isEmpty())) {
            throw missing(interview.missing(Phase.BEFORE_DEPLOY, answers));
        }
        return answers;
    }

    private static Answers read(Path file, List<String> problems) {
        AnswersFile.Reading reading = AnswersFile.read(file);
        reading.problems().forEach(problem -> problems.add(file + ": " + problem));
        return reading.answers();
    }

    /**
     * All that can be known now, remembered for the next run.
     *
     * @throws IncompleteAnswers when nobody is there to be asked for what the deploy itself needs
     */
    Answers complete(Answers given, Deployment deployment) {
        deployment.failure().ifPresent(around.errors()::println);
        Answers answers = given;
        boolean asks = around.terminal().isInteractive();
        if (asks && deployment.isDeployed()) {
            answers = interview.ask(Phase.AFTER_DEPLOY, answers);
        }
        Answers asked = started(answers);
        answers = interview.completed(Phase.AFTER_DEPLOY, asked);
        if (!asks && !interview.missing(Phase.BEFORE_DEPLOY, answers).isEmpty()) {
            throw missing(missing(answers, deployment));
        }
        remember(deployment.isDeployed() ? answers : asked); // what was not asked yet is asked later
        return answers;
    }

    /**
     * Looks at what is left when all was done that can be done without it: the apps have to be handed over before anybody knows their ids.
     *
     * @throws IncompleteAnswers when nobody is there to be asked for what is missing
     */
    void demand(Answers answers, Deployment deployment) {
        List<Question> missing = missing(answers, deployment);
        if (!around.terminal().isInteractive() && !missing.isEmpty()) {
            throw missing(missing);
        }
    }

    /** What must be answered now. */
    private List<Question> missing(Answers answers, Deployment deployment) {
        return Stream.of(Phase.values())
                .filter(phase -> phase == Phase.BEFORE_DEPLOY || deployment.isDeployed())
                .flatMap(phase -> interview.missing(phase, answers).stream())
                .toList();
    }

    /** Records that are older than the first run get no conversation. */
    private Answers started(Answers answers) {
        return answers.find("start_at").isPresent()
                ? answers
                : answers.with(
                        "start_at",
                        around.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static IncompleteAnswers missing(List<Question> questions) {
        return new IncompleteAnswers("these answers are missing: "
                + questions.stream()
                        .map(question -> question.id() + " (" + question.form().description() + ")")
                        .collect(Collectors.joining("; "))
                + ". Give them with --answers FILE, or run setup at a terminal, where it asks");
    }

    private void remember(Answers answers) {
        try {
            Files.createDirectories(remembered.toAbsolutePath().getParent());
            Files.writeString(remembered, AnswersFile.write(answers));
        } catch (IOException e) {
            throw new UncheckedIOException(remembered + " cannot be written", e);
        }
    }
}
