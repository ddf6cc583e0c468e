package dev.belay.local.command;

import dev.belay.local.audit.AuditCommand;
import dev.belay.local.audit.Pause;
import dev.belay.local.chatapp.SlackCommand;
import dev.belay.local.command.run.ConsoleLog;
import dev.belay.local.command.run.LocalCommand;
import dev.belay.local.command.usage.Usage;
import dev.belay.local.doctor.DoctorCommand;
import dev.belay.local.redrive.RedriveCommand;
import dev.belay.local.secrets.SecretsCommand;
import dev.belay.local.secrets.Surroundings;
import dev.belay.local.setup.SetupCommand;
import dev.belay.local.user.UserCommand;
import dev.belay.simulator.aws.Template;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The {@code belay} command. It exits 0 when all is well, 1 when what was asked went wrong, 2 when it was typed wrongly. */
@Command(
        name = Belay.NAME,
        versionProvider = Belay.Version.class,
        customSynopsis = "./belay COMMAND [OPTIONS]",
        description = {
            "Belay ties a ServiceNow record to its conversation in Slack or Teams; people work on it there.",
        },
        footer = {
            "",
            "./belay COMMAND --help shows its options. It needs a JDK 25, wherever it is, and Maven 3.8 or newer."
        })
public final class Belay implements Runnable {
    static final String NAME = "./belay";

    private static final String TEMPLATE = "belay.template";

    private final CommandLine commands;
    private final PrintStream errors;

    /** @param template what is deployed; read where a command needs it */
    Belay(PrintStream out, PrintStream errors, Supplier<Template> template) {
        this(out, template, Surroundings.ofProcess(out, errors));
    }

    /** @param around what the commands about secrets run in */
    Belay(PrintStream out, Supplier<Template> template, Surroundings around) {
        PrintStream errors = around.errors();
        this.errors = errors;
        this.commands = new CommandLine(this)
                .addSubcommand(new LocalCommand(template, out))
                .addSubcommand(new DemoCommand(template, out))
                .addSubcommand(new SetupCommand(around, new SecureRandom()))
                .addSubcommand(SlackCommand.in(around))
                .addSubcommand(new SettingsCommand(out, errors))
                .addSubcommand(SecretsCommand.in(around))
                .addSubcommand(AuditCommand.in(around, Pause.OF_PROCESS))
                .addSubcommand(UserCommand.in(around))
                .addSubcommand(new DoctorCommand(around))
                .addSubcommand(new RedriveCommand(around))
                .addSubcommand(new ScriptCommands.Build())
                .addSubcommand(new ScriptCommands.Verify())
                .addSubcommand(new ScriptCommands.Bench())
                .addSubcommand(new ScriptCommands.Picture())
                .addSubcommand(new CompletionCommand(out))
                .addSubcommand(new HelpCommand(out))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(errors, true, StandardCharsets.UTF_8))
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setExpandAtFiles(false)
                .setUsageHelpWidth(HelpPage.WIDTH)
                .setParameterExceptionHandler((mistyped, _) -> mistyped(mistyped))
                .setExecutionExceptionHandler(this::failed);
        HelpPage.layOut(commands);
        commands.getCommandSpec()
                .addOption(OptionSpec.builder("--version")
                        .versionHelp(true)
                        .description("show the version")
                        .build());
    }

    /** The template that the script says, or that of the checkout around the working directory. */
    private static Supplier<Template> template() {
        Optional<Path> said = Optional.ofNullable(System.getProperty(TEMPLATE)).map(Path::of);
        return () -> said.map(Template::read).orElseGet(Template::ofCheckout);
    }

    public static void main(String[] arguments) {
        ConsoleLog.show(ConsoleLog.Detail.WARNINGS);
        int status = new Belay(System.out, System.err, template()).run(List.of(arguments));
        if (status != 0) {
            System.exit(status);
        }
    }

    int run(List<String> arguments) {
        return commands.execute(arguments.toArray(String[]::new));
    }

    /** All commands, as they are parsed. */
    CommandLine commands() {
        return commands;
    }

    /** Without a command. */
    @Override
    public void run() {
        commands.usage(commands.getOut());
    }

    private int mistyped(ParameterException e) {
        return mistyped(Mistyped.sentence(e), e.getCommandLine());
    }

    private int mistyped(String sentence, CommandLine command) {
        errors.println("belay: " + sentence + (sentence.endsWith("?") ? " '" : ". '") + HelpPage.how(command));
        return CommandLine.ExitCode.USAGE;
    }

    private int failed(Exception e, CommandLine command, ParseResult parsed) throws Exception {
        return switch (e) {
            case Usage usage -> mistyped(String.valueOf(usage.getMessage()), command);
            case UncheckedIOException io -> {
                boolean taken = io.getCause() instanceof BindException;
                errors.println("belay: " + io.getMessage() + (taken ? "; choose another with --port" : ""));
                yield CommandLine.ExitCode.SOFTWARE;
            }
            default -> throw e;
        };
    }

    /** As Maven wrote it into the build. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Resource.text("version.txt").strip()};
        }
    }
}
