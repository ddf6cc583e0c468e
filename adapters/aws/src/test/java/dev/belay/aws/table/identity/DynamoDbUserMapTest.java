package dev.belay.aws.table.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.aws.Cloud;
import dev.belay.aws.table.Key;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.person.Identity;
import dev.belay.person.UserMap;
import dev.belay.person.UserMapContract;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The user map on the real engine keeps the contract, with one request each. */
final class DynamoDbUserMapTest implements UserMapContract {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final UserMap map = Cloud.worker(clock).userMap(Cloud.STACK.userTable());

    @Override
    public UserMap map() {
        return map;
    }

    @Override
    public MovedClock clock() {
        return clock;
    }

    @Override
    public ChatUser stranger() {
        return new ChatUser(Platform.SLACK, "T01ACME", "U" + Cloud.unique());
    }

    @Override
    public boolean holds(ChatUser user) {
        return !stored(user).isEmpty();
    }

    @Test
    void each_deed_is_one_request() {
        ChatUser user = stranger();
        assertThat(Cloud.requestsOf(
                        () -> map.remember(user, new UserMap.Entry(new Identity.Known(JANE), "jane@acme.example"))))
                .isEqualTo(Map.of("dynamodb PutItem", 1));
        assertThat(Cloud.requestsOf(() -> map.find(user))).isEqualTo(Map.of("dynamodb GetItem", 1));
    }

    @Test
    void expiry_is_stored_in_seconds_for_the_table_to_delete_by() {
        ChatUser user = stranger();
        map.remember(user, new UserMap.Entry(new Identity.Known(JANE), "jane@acme.example"));
        long expires = Sample.OPENED.plus(Duration.ofDays(30)).getEpochSecond();
        assertThat(stored(user).getObject("expires_at").getString("N")).isEqualTo(Long.toString(expires));
        assertThat(stored(user).getObject("email").getString("S")).isEqualTo("jane@acme.example");
    }

    @Test
    void a_miss_has_no_e_mail_that_an_index_could_find() {
        ChatUser user = stranger();
        map.remember(user, new UserMap.Entry(new Identity.Known(JANE), "jane@acme.example"));
        map.remember(user, new UserMap.Entry(new Identity.Ambiguous(), "jane@acme.example"));
        assertThat(stored(user).keySet())
                .containsExactlyInAnyOrder("pk", "outcome", "expires_at", "missed_until", "found_by_email");
    }

    private static JsonObject stored(ChatUser user) {
        return Cloud.item(Cloud.STACK.userTable(), Key.of(user));
    }
}
