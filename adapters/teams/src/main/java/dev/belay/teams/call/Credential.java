package dev.belay.teams.call;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** What our app proves itself with to Entra ID. */
public sealed interface Credential {
    /** A client secret. */
    record Secret(String value) implements Credential {
        @Override
        public String toString() {
            return "a client secret";
        }
    }

    /** A certificate and its key. */
    record Certificate(PrivateKey key, X509Certificate certificate) implements Credential {
        @Override
        public String toString() {
            return "a certificate";
        }
    }
}
