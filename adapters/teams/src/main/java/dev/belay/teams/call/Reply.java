package dev.belay.teams.call;

import java.net.http.HttpHeaders;

/** How one HTTP request ended. */
sealed interface Reply {
    /** No connection came about: the request never left. */
    record NotSent(String why) implements Reply {}

    /** It may have arrived, and no whole answer came back. */
    record Lost(String why) implements Reply {}

    /** An answer, of which nothing is believed yet. */
    record Answer(int status, HttpHeaders headers, String body) implements Reply {
        /** Never the body: it may hold a token or a person's words. */
        @Override
        public String toString() {
            return "HTTP " + status;
        }
    }
}
