package dev.belay.person;

import dev.belay.cache.ExpiringCache;
import dev.belay.chat.Chat;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
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
     * @param responseUrl where the platform takes a private answer to their press
     */
    public Member member(Chat chat, ChatUser user, String channel, Optional<String> responseUrl) {
        return known.get(user, who -> chat.member(who, channel, responseUrl));
    }
}
