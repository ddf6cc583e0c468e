package dev.belay.local.command;

import dev.belay.local.command.usage.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.PicocliException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with what was typed, in one sentence without its full stop, and what was meant where that can be guessed. */
final class Mistyped {
    private Mistyped() {}

    static String sentence(ParameterException e) {
        return switch (e) {
            case UnmatchedArgumentException unmatched ->
                unmatched(unmatched.getUnmatched().getFirst(), e.getCommandLine());
            case OverwrittenOptionException twice -> name(twice.getOverwritten()) + " is given twice";
            case MissingParameterException missing ->
                missing(missing.getMissing().getFirst(), e.getCommandLine());
            // picocli's own failures quote all that was typed, and a secret may be in it
            default ->
                e.getCause() instanceof PicocliException
                        ? "what was typed is not understood"
                        : String.valueOf(e.getMessage());
        };
    }

    private static String unmatched(String argument, CommandLine command) {
        if (argument.startsWith("-")) {
            String name = argument.replaceFirst("=.*", "");
            return "there is no option " + name + meant(option(name, command.getCommandSpec()));
        }
        return command.getSubcommands().isEmpty()
                ? "'" + argument + "' is not an option"
                : noCommand(argument, command);
    }

    /** A word in the place of a command. */
    static String noCommand(String word, CommandLine command) {
        String path = (command.getCommandSpec().qualifiedName() + " " + word).substring(Belay.NAME.length() + 1);
        return "there is no command '" + path + "'"
                + meant(Suggestion.of(word, command.getSubcommands().keySet()).map(name -> "'" + name + "'"));
    }

    /** The option that was meant. */
    static Optional<String> option(String typed, CommandSpec command) {
        List<String> names = command.options().stream()
                .filter(option -> !option.hidden())
                .flatMap(option -> Stream.of(option.names()))
                .filter(name -> name.startsWith("--"))
                .toList();
        return Suggestion.of(typed, names);
    }

    private static String meant(Optional<String> guess) {
        return guess.map(name -> ". Did you mean " + name + "?").orElse("");
    }

    private static String missing(ArgSpec argument, CommandLine command) {
        return argument.isOption()
                ? name(argument) + " needs a value"
                : argument.paramLabel() + " is missing: it is '" + HelpPage.typed(command) + "'";
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
