package dev.belay.local.demo;

import dev.belay.chat.Platform;
import dev.belay.local.demo.fault.DeadTokenStory;
import dev.belay.local.demo.fault.LostEventsStory;
import dev.belay.local.demo.fault.NoRoomStory;
import dev.belay.local.demo.fault.RedeliveryStory;
import dev.belay.local.demo.fault.RefusalsStory;
import dev.belay.local.demo.fault.SilentPlatformStory;
import dev.belay.local.demo.message.FilesStory;
import dev.belay.local.demo.message.LinesStory;
import dev.belay.local.demo.message.MessagesStory;
import dev.belay.local.demo.stage.Stage;
import dev.belay.local.demo.stage.StepPrinter;
import dev.belay.local.demo.stage.Story;
import dev.belay.local.demo.view.ChatView;
import dev.belay.local.demo.view.SlackView;
import dev.belay.local.demo.view.StoryFailed;
import dev.belay.local.demo.view.TeamsView;
import dev.belay.local.world.Running;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stories, in the order in which they are played: each platform's by itself, then that of both together. */
public final class Stories {
    private static final List<Story> ALL = List.of(
            new MainStory(),
            new LinesStory(),
            new MessagesStory(),
            new RefusalsStory(),
            new RedeliveryStory(),
            new PageStory(),
            new HandOverStory(),
            new CandidateStory(),
            new PostmortemStory(),
            new ChangeRequestStory(),
            new DeadTokenStory(),
            new SilentPlatformStory(),
            new PromotionStory(),
            new EndingStory(),
            new NoRoomStory(),
            new LostEventsStory(),
            new AuditStory(),
            new FilesStory());

    /** How many stories were right, every state that was read back, and how many were wrong. */
    public record Result(int right, int wrong) {
        private static final Result NONE = new Result(0, 0);
        private static final Result RIGHT = new Result(1, 0);
        private static final Result WRONG = new Result(0, 1);

        private Result and(Result other) {
            return new Result(right + other.right, wrong + other.wrong);
        }

        public boolean allRight() {
            return wrong == 0;
        }

        private String line(Duration took) {
            int all = right + wrong;
            String stories = all == 1 ? " story" : " stories";
            return (allRight() ? all + stories + " right, " : wrong + " of " + all + stories + " wrong, ")
                    + Math.max(1, took.toSeconds()) + " s";
        }
    }

    private static final Set<Platform> BOTH = EnumSet.allOf(Platform.class);

    private final SimulatedAws aws;
    private final Template template;
    private final PassingClock clock;
    private final PrintStream out;
    private final StepPrinter steps;
    private final Duration promptness;

    /**
     * @param clock the clock that everything lives by
     * @param promptness how soon everybody must see what a press did
     */
    public Stories(SimulatedAws aws, Template template, PassingClock clock, PrintStream out, Duration promptness) {
        this.aws = aws;
        this.template = template;
        this.clock = clock;
        this.out = out;
        this.steps = new StepPrinter(out);
        this.promptness = promptness;
    }

    /** A line for each story: its name, and what it tells. */
    public static List<String> list() {
        return Stream.concat(
                        ALL.stream().map(story -> line(story.name(), story.about())),
                        Stream.of(line(BothStory.NAME, BothStory.ABOUT)))
                .toList();
    }

    /** The names alone. */
    public static List<String> names() {
        return Stream.concat(ALL.stream().map(Story::name), Stream.of(BothStory.NAME))
                .toList();
    }

    private static String line(String name, String about) {
        return String.format(Locale.ROOT, "%-15s %s", name, about);
    }

    /** The first of these names that no story has. */
    public static Optional<String> unknown(List<String> names) {
        return names.stream()
                .filter(name -> !name.equals(BothStory.NAME))
                .filter(name -> ALL.stream().noneMatch(story -> story.name().equals(name)))
                .findFirst();
    }

    /** The named story that these platforms are too few for. */
    public static Optional<String> missing(List<String> names, Set<Platform> platforms) {
        return names.stream()
                .filter(BothStory.NAME::equals)
                .filter(_ -> !platforms.containsAll(BOTH))
                .findFirst();
    }

    /**
     * Plays the named stories, or all where none is named.
     *
     * <p>Says at the end how many were right.
     */
    public Result play(List<String> names, Set<Platform> platforms) {
        long begun = System.nanoTime();
        Result result = played(names, platforms);
        out.println(result.line(Duration.ofNanos(System.nanoTime() - begun)));
        return result;
    }

    private Result played(List<String> names, Set<Platform> platforms) {
        List<Story> each = ALL.stream()
                .filter(story -> names.isEmpty() || names.contains(story.name()))
                .toList();
        Result result = Result.NONE;
        for (Platform platform : EnumSet.copyOf(platforms)) {
            result = each.isEmpty() ? result : result.and(onOne(platform, each));
        }
        boolean together = names.isEmpty() || names.contains(BothStory.NAME);
        return together && platforms.containsAll(BOTH) ? result.and(onBoth()) : result;
    }

    private Result onOne(Platform platform, List<Story> stories) {
        try (Running running = running(Set.of(platform));
                HttpClient http = client()) {
            Stage stage = stage(running.world(), http, platform);
            Result result = Result.NONE;
            for (Story story : stories) {
                String title = story.name() + " in " + platform.label();
                result = result.and(played(title, story.about(), () -> story.play(stage)));
            }
            return result;
        }
    }

    private Result onBoth() {
        try (Running running = running(BOTH);
                HttpClient http = client()) {
            Stage slack = stage(running.world(), http, Platform.SLACK);
            Stage teams = stage(running.world(), http, Platform.TEAMS);
            return played(BothStory.NAME, BothStory.ABOUT, () -> BothStory.play(slack, teams));
        }
    }

    private Result played(String title, String about, Runnable story) {
        out.println(title + ": " + about);
        try {
            story.run();
            out.println("  right, every state read back\n");
            return Result.RIGHT;
        } catch (StoryFailed | UncheckedIOException e) {
            out.println("  WRONG: " + e.getMessage() + "\n");
            return Result.WRONG;
        }
    }

    /** A world of its own beside the same AWS. */
    private Running running(Set<Platform> platforms) {
        String stack = "belay-" + platforms.stream().map(Platform::id).sorted().collect(Collectors.joining("-"));
        return Running.start(
                World.start(World.Setup.simulated(clock, new Faults(), platforms), aws, new Stack(stack, template)), 0);
    }

    private Stage stage(World world, HttpClient http, Platform platform) {
        ChatView view =
                switch (platform) {
                    case SLACK -> new SlackView(http, world.slack());
                    case TEAMS -> new TeamsView(http, world.teams());
                };
        return new Stage(world, clock, steps, http, view, promptness);
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }
}
