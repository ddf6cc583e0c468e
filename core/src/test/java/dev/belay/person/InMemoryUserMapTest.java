package dev.belay.person;

import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;

/** The fake keeps the contract. */
final class InMemoryUserMapTest implements UserMapContract {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final InMemoryUserMap map = new InMemoryUserMap(clock);
    private int strangers;

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
        return new ChatUser(Platform.SLACK, "T01ACME", "U" + ++strangers);
    }

    @Override
    public boolean holds(ChatUser user) {
        return map.holds(user);
    }
}
