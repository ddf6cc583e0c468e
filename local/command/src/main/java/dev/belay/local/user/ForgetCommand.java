package dev.belay.local.user;

import dev.belay.chat.ChatUser;
import dev.belay.local.secrets.AwsOptions;
import dev.belay.local.secrets.Surroundings;
import dev.belay.person.UserMap;
import java.util.List;
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
    private static final String FORGOTTEN = " forgotten. What this cannot reach is said in docs/retention.md.";

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
            around.out()
                    .println(StoredUsers.user(who)
                            .map(user -> forgotten(map, user))
                            .orElseGet(() -> forgotten(map)));
        });
    }

    private static String forgotten(UserMap map, ChatUser user) {
        return map.forget(user)
                ? "What was kept of this chat user is" + FORGOTTEN
                : "nothing is kept of this chat user: write the ids as the platform does";
    }

    private String forgotten(UserMap map) {
        List<UserMap.Kept> kept = map.under(who);
        kept.forEach(each -> map.forget(each.user()));
        return kept.isEmpty()
                ? StoredUsers.NOTHING
                : kept.size() + (kept.size() == 1 ? " entry is" : " entries are") + FORGOTTEN;
    }
}
