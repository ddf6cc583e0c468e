package dev.belay.local.user;

import dev.belay.aws.Aws;
import dev.belay.failure.ExternalFailure;
import dev.belay.local.secrets.AwsOptions;
import dev.belay.local.secrets.Surroundings;
import dev.belay.person.Identity;
import dev.belay.person.PlatformUser;
import dev.belay.person.UserMap;
import java.util.List;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./belay user}: what is remembered of who is who. */
@Command(
        name = "user",
        description = "show or forget what is remembered of a person",
        synopsisSubcommandLabel = "COMMAND")
public final class UserCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Surroundings around;

    private UserCommand(Surroundings around) {
        this.around = around;
    }

    public static CommandLine in(Surroundings around) {
        return new CommandLine(new UserCommand(around));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "it is 'user show EMAIL' or 'user forget EMAIL'");
    }

    @Command(name = "show", description = "show which chat users an e-mail address stands for, and until when")
    int show(
            @Parameters(paramLabel = "EMAIL", description = "the address, in whatever case") String email,
            @Mixin AwsOptions aws) {
        return with(aws, map -> {
            List<UserMap.Kept> kept = map.under(email);
            kept.forEach(each -> around.out().println(line(each)));
            if (kept.isEmpty()) {
                around.out().println("nothing is remembered under this address");
            }
            return 0;
        });
    }

    @Command(
            name = "forget",
            description = {
                "forget at once which chat users an e-mail address stands for",
                "Whoever presses again is looked up again. What this cannot reach is said in docs/retention.md."
            })
    int forget(
            @Parameters(paramLabel = "EMAIL", description = "the address, in whatever case") String email,
            @Mixin AwsOptions aws) {
        return with(aws, map -> {
            List<UserMap.Kept> kept = map.under(email);
            kept.forEach(each -> map.forget(each.user()));
            around.out()
                    .println(
                            kept.isEmpty()
                                    ? "nothing is remembered under this address"
                                    : kept.size() + (kept.size() == 1 ? " entry is" : " entries are")
                                            + " forgotten. What this cannot reach is said in docs/retention.md.");
            return 0;
        });
    }

    private int with(AwsOptions aws, ToIntFunction<UserMap> deed) {
        try (Aws there = new Aws(aws.access(around.environment()), around.clock())) {
            return deed.applyAsInt(there.userMap(aws.stack() + "-u_chat_user_map"));
        } catch (ExternalFailure e) {
            around.errors().println("belay: " + e.getMessage());
            return 1;
        }
    }

    private String line(UserMap.Kept kept) {
        boolean lives = around.clock().instant().isBefore(kept.expires());
        return kept.user().platform().id() + " " + kept.user().workspace() + " "
                + kept.user().id() + ": " + inWords(kept.entry().identity()) + ", "
                + (lives ? "until " + kept.expires() : "expired " + kept.expires() + ", and not deleted yet");
    }

    private static String inWords(Identity identity) {
        return switch (identity) {
            case Identity.Known(PlatformUser user) -> user.name() + " in ServiceNow (" + user.sysId() + ")";
            case Identity.Unmapped _, Identity.Unaskable _ -> "nobody in ServiceNow";
            case Identity.Ambiguous _ -> "several in ServiceNow";
        };
    }
}
