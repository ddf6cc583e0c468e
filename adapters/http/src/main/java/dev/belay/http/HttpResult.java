package dev.belay.http;

import dev.belay.failure.RetryAfter;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How one HTTP request ended. */
public sealed interface HttpResult {
    /** In a word, for the log. */
    String outcome();

    /** Time-outs, limits and the other side's own failures (RFC 9110, 15.5.9 and 15.6; RFC 6585, 4); any other refusal stays one. */
    static boolean mayPass(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    /** No connection came about: the request was surely not sent. */
    record NotSent(String why) implements HttpResult {
        @Override
        public String outcome() {
            return "not sent";
        }
    }

    /** It may have arrived and been processed, and no whole answer came back. */
    record Lost(String why) implements HttpResult {
        @Override
        public String outcome() {
            return "no answer";
        }
    }

    /** An answer, not checked yet. */
    record Answer(int status, HttpHeaders headers, String body) implements HttpResult {
        @Override
        public String outcome() {
            return Integer.toString(status);
        }

        public Optional<String> header(String name) {
            return headers.firstValue(name);
        }

        /** Whether an API answered: gateways and hibernating instances answer in HTML. */
        public boolean isJson() {
            String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
            return type.equals("application/json") || type.startsWith("application/json;");
        }

        /** Whether the request was refused before anything was done; 408 is no refusal, since it may have been under way. */
        public boolean isRefusal() {
            return status >= 300 && status < 500 && status != 408 && status != 429;
        }

        /** Whether another try may be answered otherwise. */
        public boolean mayPass() {
            return HttpResult.mayPass(status);
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
