package dev.belay.http;

import dev.belay.failure.CallEffect;
import dev.belay.failure.RetryAfter;
import dev.belay.failure.Unavailable;
import dev.belay.file.FileBytes;
import dev.belay.file.FileRefusal;
import dev.belay.file.Uploaded;
import dev.belay.http.HttpStreams.Opened;
import dev.belay.ratelimit.RateLimiter;
import dev.belay.ratelimit.RateLimiter.Limited;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** What a platform's file hosts answer: a file, a refusal, or a failure that is retried when a rate limit or an outage is over. */
public final class StreamedFiles {
    private final String system;
    private final RateLimiter limits;
    private final Clock clock;

    public StreamedFiles(String system, RateLimiter limits, Clock clock) {
        this.system = system;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Hands the bytes of a download to a reader, if they are the file.
     *
     * @param expected how many bytes the file has
     * @param mayBePage whether the file may itself be a page for people; else a page is one to log in
     * @throws Unavailable when a retry will help
     */
    public Uploaded read(
            Limited limited, Opened opened, long expected, boolean mayBePage, Function<FileBytes, Uploaded> reader) {
        return switch (opened) {
            case Opened.Nothing(String why) -> throw lost(limited, why);
            case Opened.Body body -> read(limited, body, expected, mayBePage, reader);
        };
    }

    private Uploaded read(
            Limited limited, Opened.Body body, long expected, boolean mayBePage, Function<FileBytes, Uploaded> reader) {
        if (body.mayPass()) {
            throw later(limited, body.status(), body.retryAfter());
        }
        if (body.status() != 200) {
            return new Uploaded.Refused(FileRefusal.UNREADABLE);
        }
        if (body.isHtml()) {
            return (mayBePage ? page(limited, body, expected) : Optional.<InputStream>empty())
                    .map(bytes -> reader.apply(new FileBytes(bytes, expected)))
                    .orElseGet(() -> new Uploaded.Refused(FileRefusal.UNREADABLE));
        }
        return body.length() >= 0 && body.length() != expected
                ? new Uploaded.Refused(FileRefusal.CHANGED)
                : reader.apply(new FileBytes(body.bytes(), expected));
    }

    private Optional<InputStream> page(Limited limited, Opened.Body body, long expected) {
        try {
            return body.pageOf(expected);
        } catch (IOException e) {
            throw lost(limited, e.getClass().getSimpleName());
        }
    }

    private RuntimeException lost(Limited limited, String why) {
        return CallEffect.READ.answerLost(system, limited.method() + ": " + why);
    }

    /** When to retry what may pass; a 429 holds for every worker. */
    public Unavailable later(Limited limited, int status, Optional<String> retryAfter) {
        return status == 429
                ? limits.met(limited, retryAfter)
                : new Unavailable(
                        system,
                        limited.method() + ": HTTP " + status,
                        retryAfter.flatMap(header -> RetryAfter.of(header, clock.instant())));
    }
}
