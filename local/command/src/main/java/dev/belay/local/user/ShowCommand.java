package dev.belay.local.user;

import dev.belay.local.secrets.AwsOptions;
import dev.belay.local.secrets.Surroundings;
import dev.belay.person.Identity;
import dev.belay.person.PlatformUser;
import dev.belay.person.UserMap;
import dev.belay.text.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./belay user show EMAIL}. */
@Command(name = "show", description = "show which chat users an address stands for")
final class ShowCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "EMAIL", description = "the address, in whatever case")
    private String email = "";

    @Mixin
    private AwsOptions aws = new AwsOptions();

    private final Surroundings around;

    ShowCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return StoredUsers.with(around, aws, map -> {
            List<UserMap.Kept> kept = map.under(email);
            kept.forEach(each -> around.out().println(line(each)));
            if (kept.isEmpty()) {
                around.out().println(StoredUsers.NOTHING);
            }
        });
    }

    private String line(UserMap.Kept kept) {
        boolean lives = around.clock().instant().isBefore(kept.expires());
        return kept.user().platform().id() + " " + kept.user().workspace() + " "
                + kept.user().id() + ": "
                + kept.identity().map(ShowCommand::inWords).orElse("not looked up in ServiceNow") + ", "
                + kept.seen().map(ShowCommand::inWords).orElse("")
                + (lives ? "until " + kept.expires() : "expired " + kept.expires() + ", and not deleted yet");
    }

    private static String inWords(UserMap.Seen seen) {
        return "in chat " + PlainText.line(seen.name()) + " ("
                + seen.standing().name().toLowerCase(Locale.ROOT) + "), ";
    }

    private static String inWords(Identity identity) {
        return switch (identity) {
            case Identity.Known(PlatformUser user) -> user.name() + " in ServiceNow (" + user.sysId() + ")";
            case Identity.Unmapped _, Identity.Unaskable _ -> "nobody in ServiceNow";
            case Identity.Ambiguous _ -> "several in ServiceNow";
        };
    }
}
