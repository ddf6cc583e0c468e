package dev.belay.local.secrets;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.aws.Aws;
import dev.belay.secret.SecretKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code ./belay secrets put NAME}: stores a secret that was typed without being seen, piped in, or written in a file. */
@Command(
        name = "put",
        description = {
            "store a secret: typed unseen, piped in, or from a file",
            "What is stored is checked first: a token of the wrong kind is told as what it is."
        },
        footer = {
            "",
            "The names, beneath the stack's:",
            "  slack-signing                 slack-app                     slack/<team id>",
            "  teams/<tenant id>             servicenow/<instance>         servicenow-events/<instance>",
            "  pagers",
            "docs/secrets.md says what each holds. A secret is never an argument."
        })
final class PutCommand implements Callable<Integer> {
    private static final String NEVER =
            "a secret is never given as an argument, where the shell's history and the list of"
                    + " processes keep it: leave it out and type it when asked, or give --file or the standard input";

    @Parameters(index = "0", paramLabel = "NAME", description = "such as slack/T01ACME")
    private String name = "";

    @Parameters(index = "1..*", hidden = true)
    private List<String> values = new ArrayList<>();

    @Unmatched
    private List<String> unmatched = new ArrayList<>();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "JSON, or the text alone where there is but one; - is the standard input")
    private Optional<String> file = Optional.empty();

    @Mixin
    private AwsOptions aws = new AwsOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Surroundings around;

    PutCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        if (!values.isEmpty() || !unmatched.isEmpty()) {
            throw wrong(NEVER);
        }
        String below =
                name.startsWith(aws.stack() + "/") ? name.substring(aws.stack().length() + 1) : name;
        SecretKind kind = SecretKind.named(below).orElseThrow(this::noName);
        return document(kind).map(document -> store(below, kind, document)).orElse(1);
    }

    private int store(String below, SecretKind kind, JsonObject document) {
        String id = aws.stack() + "/" + below;
        SecretWriter writer = new SecretWriter(around.out(), around.errors());
        if (!writer.isGood(id, kind, document)) {
            return 1;
        }
        try (Aws there = new Aws(aws.access(around.environment()), around.clock())) {
            return writer.store(there.secretStore(), id, kind, document) == SecretWriter.Outcome.STORED ? 0 : 1;
        }
    }

    /** None where it cannot be read as one. */
    private Optional<JsonObject> document(SecretKind kind) {
        if (file.isEmpty() && around.terminal().isInteractive()) {
            return Optional.of(Questions.ask(kind, around.terminal()));
        }
        String text = file.filter(path -> !path.equals("-")).map(this::read).orElseGet(around.terminal()::piped);
        String stripped = text.strip();
        if (!stripped.startsWith("{")
                && !stripped.isEmpty()
                && !Questions.alone(kind).isEmpty()) {
            JsonObject alone = new JsonObject();
            alone.put(Questions.alone(kind), stripped);
            return Optional.of(alone);
        }
        try {
            return Optional.of(JsonParser.object().from(stripped));
        } catch (JsonParserException e) { // its message may quote what was given
            around.errors().println("what was given is not a JSON object. It holds " + kind.document());
            return Optional.empty();
        }
    }

    private String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    private ParameterException noName() {
        return wrong("there is no secret of that name: it is one of "
                + Arrays.stream(SecretKind.values())
                        .map(kind -> kind.name("<" + owner(kind) + ">"))
                        .collect(Collectors.joining(", ")));
    }

    private static String owner(SecretKind kind) {
        return switch (kind) {
            case SLACK_TOKENS -> "team id";
            case TEAMS -> "tenant id";
            case SERVICENOW_CLIENT, SERVICENOW_EVENTS -> "instance";
            case SLACK_SIGNING, SLACK_APP, PAGERS -> "";
        };
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
