package dev.belay.local.user;

import dev.belay.aws.Aws;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.failure.ExternalFailure;
import dev.belay.local.secrets.AwsOptions;
import dev.belay.local.secrets.Surroundings;
import dev.belay.person.UserMap;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The user map of a deployed stack. */
final class StoredUsers {
    static final String NOTHING = "nothing is remembered under this address";

    private static final Pattern USER = Pattern.compile("(slack|teams):([^:@\\s]+):([^@\\s]+)");

    private StoredUsers() {}

    /** The chat user that an argument names, as {@code slack:T01ACME:U01ALICE}; none where it is an address. */
    static Optional<ChatUser> user(String argument) {
        Matcher named = USER.matcher(argument);
        return named.matches()
                ? Optional.of(new ChatUser(Platform.of(named.group(1)), named.group(2), named.group(3)))
                : Optional.empty();
    }

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
