package dev.belay.local.demo.stage;

import dev.belay.local.audit.AuditCommand;
import dev.belay.local.secrets.Surroundings;
import dev.belay.local.secrets.Terminal;
import dev.belay.local.world.World;
import dev.belay.simulator.time.PassingClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Whoever runs Belay, at a terminal: types commands about a deployed stack, and says yes to what is about one record. */
public final class Operator {
    /**
     * What came of a command.
     *
     * @param out what it printed, its prompts too
     */
    public record Answer(int status, String out) {}

    private final World world;
    private final PassingClock clock;

    Operator(World world, PassingClock clock) {
        this.world = world;
        this.clock = clock;
    }

    /**
     * {@code ./belay audit} with these options.
     *
     * @param number of the record whose channel is confirmed; any other is not
     */
    public Answer audit(String number, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> arguments = Stream.concat(
                        Stream.of(
                                "--stack",
                                world.stack().name(),
                                "--settings",
                                world.installation().settingsParameter(),
                                "--fresh"),
                        Stream.of(options))
                .toList();
        Surroundings around = new Surroundings(
                print,
                print,
                world.aws().operator("you").environment(world.aws().url()),
                new Confirming(number, print),
                clock);
        int status = AuditCommand.in(around, clock::pass).execute(arguments.toArray(String[]::new));
        return new Answer(status, out.toString(StandardCharsets.UTF_8));
    }

    /** Says yes where the question names this record. */
    private record Confirming(String number, PrintStream out) implements Terminal {
        @Override
        public boolean isInteractive() {
            return true;
        }

        @Override
        public String askHidden(String prompt) {
            return "";
        }

        @Override
        public String ask(String prompt) {
            String answer = prompt.contains(number + "?") ? "y" : "n";
            out.println(prompt + answer);
            return answer;
        }

        @Override
        public String piped() {
            return "";
        }
    }
}
