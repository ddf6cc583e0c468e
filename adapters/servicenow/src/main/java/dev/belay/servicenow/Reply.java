package dev.belay.servicenow;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** How one HTTP request ended. */
sealed interface Reply {
    /** No connection came about: the request never left. */
    record NotSent(String why) implements Reply {}

    /** It may have arrived, and no whole answer came back. */
    record Lost(String why) implements Reply {}

    /** An answer, of which nothing is believed yet. */
    record Answer(int status, HttpHeaders headers, String body) implements Reply {
        private static final int MOST_DIGITS = 9;

        /** Whether it is the API that speaks: a hibernating instance or a gateway answers in HTML. */
        boolean json() {
            String type = headers.firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
            return type.equals("application/json") || type.startsWith("application/json;");
        }

        /** A no to the request itself, before anything was done; 408 is none, since it may have been under way. */
        boolean refuses() {
            return status >= 300 && status < 500 && status != 408 && status != 429;
        }

        /**
         * In seconds, as ServiceNow sends it with a matching rate limit rule; exhausted semaphores send none
         * (ServiceNow docs, "Inbound REST API rate limiting"; KB0635398).
         */
        Optional<Duration> retryAfter() {
            return number("Retry-After").stream().mapToObj(Duration::ofSeconds).findFirst();
        }

        /** How many rows the query has, those included that we may not read. */
        OptionalLong total() {
            return number("X-Total-Count");
        }

        String transaction() {
            return headers.firstValue("X-Transaction-ID").orElse("-");
        }

        private OptionalLong number(String header) {
            String value = headers.firstValue(header).orElse("").strip();
            boolean digits = value.chars().allMatch(c -> c >= '0' && c <= '9');
            return value.isEmpty() || value.length() > MOST_DIGITS || !digits
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(value));
        }

        /** Never the body: it may hold a token or a person's words. */
        @Override
        public String toString() {
            return "HTTP " + status;
        }
    }
}
