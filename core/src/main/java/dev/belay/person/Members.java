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

    private final ExpiringCache<Seen, Member> known;

    /** Who belongs to one team, or sees one conversation, need not belong to another. */
    private record Seen(ChatUser user, String channel) {}

    public Members(Clock clock) {
        this.known = new ExpiringCache<>(clock, FRESH);
    }

    /**
     * @param channel a channel that the person is said to be in
     * @param reply where the platform takes an answer to their press
     */
    public Member member(People people, ChatUser user, String channel, Optional<ReplyAddress> reply) {
        return known.get(new Seen(user, channel), seen -> people.member(seen.user(), seen.channel(), reply));
    }
}
