package dev.belay.audit;

import dev.belay.chat.Platform;
import dev.belay.delivery.Delivery;
import dev.belay.platform.ChatPlatform;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One run of an audit: what it works with, how much it may still ask of the platforms, and which of them do not answer it. */
final class Run {
    /** What is younger may be on its way. */
    static final Duration YOUNG = Duration.ofMinutes(15);

    /** What is made of a record's change takes no longer, or an alarm of its own rings. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    /** Questions about single channels in one run: fewer than a platform allows, since workers ask the same. */
    static final int MOST_ASKED = 20;

    /** How long a run waits that has asked enough. */
    static final Duration ENOUGH = Duration.ofSeconds(30);

    /** So many that do not answer speak for the whole workspace. */
    private static final int MOST_SILENT = 3;

    /** For a page whose every call is as slow as a call may be. */
    private static final Duration FOR_A_PAGE = Duration.ofSeconds(45);

    private final Settings settings;
    private final Map<Platform, ChatPlatform> chats;
    private final Audit.Whose whose;
    private final Clock clock;
    private final Instant now;
    private final Map<String, Integer> silent = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private int asked;
    private boolean ended;

    Run(Settings settings, Map<Platform, ChatPlatform> chats, Audit.Whose whose, Clock clock) {
        this.settings = settings;
        this.chats = chats;
        this.whose = whose;
        this.clock = clock;
        this.now = clock.instant();
    }

    Settings settings() {
        return settings;
    }

    /** When it began: what it says is of that time. */
    Instant now() {
        return now;
    }

    /** The time at its end. */
    Instant ended() {
        return clock.instant();
    }

    Audit.Whose whose() {
        return whose;
    }

    Optional<ChatPlatform> chat(Platform platform) {
        return Optional.ofNullable(chats.get(platform));
    }

    private boolean hasTime() {
        return Delivery.currentDeadline().left().compareTo(FOR_A_PAGE) > 0;
    }

    /** A platform was asked about one channel. */
    void asked() {
        asked++;
    }

    /** There is nothing that it may do. */
    void end() {
        ended = true;
    }

    /** Whether there is time for more, and not enough was asked. */
    boolean goesOn() {
        return !ended && hasTime() && asked < MOST_ASKED;
    }

    /** A workspace did not answer. */
    void silent(Platform platform, String workspace, String said) {
        silent.merge(key(platform, workspace), 1, Integer::sum);
        words.put(key(platform, workspace), said);
    }

    /** A workspace does not let us in: it is not asked again by this run. */
    void refused(Platform platform, String workspace, String said) {
        silent.put(key(platform, workspace), MOST_SILENT);
        words.put(key(platform, workspace), said);
    }

    /** Whether there is a point in asking a workspace. */
    boolean mayAsk(Platform platform, String workspace) {
        return silent.getOrDefault(key(platform, workspace), 0) < MOST_SILENT;
    }

    /** What a workspace that does not answer said. */
    String said(Platform platform, String workspace) {
        return words.getOrDefault(key(platform, workspace), "it does not answer");
    }

    private static String key(Platform platform, String workspace) {
        return platform.id() + "\0" + workspace;
    }

    /** Whether something was long enough ago that nothing about it is on its way. */
    boolean isSettled(Instant at) {
        return at.isBefore(now.minus(YOUNG));
    }

    /** Whether a record changed so long ago that its conversation had time to follow. */
    boolean isFollowed(Instant changed) {
        return changed.isBefore(now.minus(FRESH));
    }
}
