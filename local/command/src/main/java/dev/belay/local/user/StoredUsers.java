package dev.belay.local.user;

import dev.belay.aws.Aws;
import dev.belay.failure.ExternalFailure;
import dev.belay.local.secrets.AwsOptions;
import dev.belay.local.secrets.Surroundings;
import dev.belay.person.UserMap;
import java.util.function.Consumer;

/** The user map of a deployed stack. */
final class StoredUsers {
    static final String NOTHING = "nothing is remembered under this address";

    private StoredUsers() {}

    /** Does something with it; tells the exit code. */
    static int with(Surroundings around, AwsOptions aws, Consumer<UserMap> deed) {
        try (Aws there = new Aws(aws.access(around.environment()), around.clock())) {
            deed.accept(there.userMap(aws.stack() + "-u_chat_user_map"));
            return 0;
        } catch (ExternalFailure e) {
            around.errors().println("belay: " + e.getMessage());
            return 1;
        }
    }
}
