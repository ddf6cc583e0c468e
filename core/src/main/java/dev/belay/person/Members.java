package dev.belay.person;

import dev.belay.cache.ExpiringCache;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.ReplyAddress;
import dev.belay.platform.People;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Who belongs here, at most five minutes old. */
public final class Members {
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final ExpiringCache<ChatUser, Member> known;

    public Members(Clock clock) {
        this.known = new ExpiringCache<>(clock, FRESH);
    }

    /**
     * @param channel a channel that the person is said to be in
     * @param reply where the platform takes an answer to their press
     */
    public Member member(People people, ChatUser user, String channel, Optional<ReplyAddress> reply) {
        return known.get(user, who -> people.member(who, channel, reply));
    }
}
