package dev.belay.audit;

import dev.belay.chat.Platform;
import dev.belay.delivery.Delivery;
import dev.belay.platform.ChatPlatform;
import dev.belay.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One run of an audit: what it works with, and how much it may still ask of the platforms. */
final class Run {
    /** What is younger may be on its way. */
    static final Duration YOUNG = Duration.ofMinutes(15);

    /** Questions about single channels in one run: fewer than a platform allows, since workers ask the same. */
    static final int MOST_ASKED = 20;

    /** How long a run waits that has asked enough. */
    static final Duration ENOUGH = Duration.ofSeconds(30);

    /** For a page whose every call is as slow as a call may be. */
    private static final Duration FOR_A_PAGE = Duration.ofSeconds(45);

    private final Settings settings;
    private final Map<Platform, ChatPlatform> chats;
    private final Instant now;
    private int asked;

    Run(Settings settings, Map<Platform, ChatPlatform> chats, Instant now) {
        this.settings = settings;
        this.chats = chats;
        this.now = now;
    }

    Settings settings() {
        return settings;
    }

    Instant now() {
        return now;
    }

    Optional<ChatPlatform> chat(Platform platform) {
        return Optional.ofNullable(chats.get(platform));
    }

    private boolean hasTime() {
        return Delivery.currentDeadline().left().compareTo(FOR_A_PAGE) > 0;
    }

    /** A platform is asked about one channel. */
    void ask() {
        asked++;
    }

    /** Whether there is time for more, and not enough was asked. */
    boolean goesOn() {
        return hasTime() && asked < MOST_ASKED;
    }

    /** Whether something was long enough ago that nothing about it is on its way. */
    boolean isSettled(Instant at) {
        return at.isBefore(now.minus(YOUNG));
    }
}
