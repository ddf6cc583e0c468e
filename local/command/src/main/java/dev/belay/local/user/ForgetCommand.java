package dev.belay.local.user;

import dev.belay.chat.ChatUser;
import dev.belay.local.secrets.AwsOptions;
import dev.belay.local.secrets.Surroundings;
import dev.belay.person.UserMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./belay user forget EMAIL}, or of one chat user. */
@Command(
        name = "forget",
        description = {
            "forget which chat users an address stands for, at once",
            "Of whom the platform shows no address the entry is named by its chat user: slack:T01ACME:U01ALICE.",
            "Whoever presses or writes again is looked up again. What this cannot reach is said in docs/retention.md."
        })
final class ForgetCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "EMAIL",
            description = "the address, in whatever case, or PLATFORM:WORKSPACE:USER")
    private String who = "";

    @Mixin
    private AwsOptions aws = new AwsOptions();

    private final Surroundings around;

    ForgetCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return StoredUsers.with(around, aws, map -> {
            Optional<ChatUser> user = StoredUsers.user(who);
            List<ChatUser> kept = user.map(List::of)
                    .orElseGet(() ->
                            map.under(who).stream().map(UserMap.Kept::user).toList());
            kept.forEach(map::forget);
            around.out()
                    .println(
                            kept.isEmpty()
                                    ? StoredUsers.NOTHING
                                    : (user.isPresent() ? "What was kept of this chat user is" : entries(kept.size()))
                                            + " forgotten. What this cannot reach is said in docs/retention.md.");
        });
    }

    private static String entries(int kept) {
        return kept + (kept == 1 ? " entry is" : " entries are");
    }
}
