package dev.belay.local.user;

import dev.belay.local.secrets.AwsOptions;
import dev.belay.local.secrets.Surroundings;
import dev.belay.person.UserMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./belay user forget EMAIL}. */
@Command(
        name = "forget",
        description = {
            "forget which chat users an address stands for, at once",
            "Whoever presses or writes again is looked up again. What this cannot reach is said in docs/retention.md."
        })
final class ForgetCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "EMAIL", description = "the address, in whatever case")
    private String email = "";

    @Mixin
    private AwsOptions aws = new AwsOptions();

    private final Surroundings around;

    ForgetCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return StoredUsers.with(around, aws, map -> {
            List<UserMap.Kept> kept = map.under(email);
            kept.forEach(each -> map.forget(each.user()));
            around.out()
                    .println(
                            kept.isEmpty()
                                    ? StoredUsers.NOTHING
                                    : kept.size() + (kept.size() == 1 ? " entry is" : " entries are")
                                            + " forgotten. What this cannot reach is said in docs/retention.md.");
        });
    }
}
