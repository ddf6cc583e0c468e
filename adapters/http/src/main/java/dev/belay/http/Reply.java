package dev.belay.http;

import dev.belay.failure.RetryAfter;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How one HTTP request ended. */
public sealed interface Reply {
    /** No connection came about: the request never left. */
    record NotSent(String why) implements Reply {}

    /** It may have arrived, and no whole answer came back. */
    record Lost(String why) implements Reply {}

    /** An answer, of which nothing is believed yet. */
    record Answer(int status, HttpHeaders headers, String body) implements Reply {
        public Optional<String> header(String name) {
            return headers.firstValue(name);
        }

        /** Whether it is an API that speaks: gateways and sleeping instances answer in HTML. */
        public boolean json() {
            String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
            return type.equals("application/json") || type.startsWith("application/json;");
        }

        /** A no to the request itself, before anything was done; 408 is none, since it may have been under way. */
        public boolean refuses() {
            return status >= 300 && status < 500 && status != 408 && status != 429;
        }

        /** How long the other side asks us to wait, if it does. */
        public Optional<Duration> retryAfter(Instant now) {
            return header("Retry-After").flatMap(value -> RetryAfter.of(value, now));
        }

        /** Never the body: it may hold a token or a person's words. */
        @Override
        public String toString() {
            return "HTTP " + status;
        }
    }
}
