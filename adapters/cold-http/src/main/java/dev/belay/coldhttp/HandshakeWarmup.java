package dev.belay.coldhttp;

import java.io.IOException;
import java.io.InputStream;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.security.auth.x500.X500Principal;

/**
 * Loads what the first TLS handshake needs while the function still starts. All of it is optional: what is not loaded here is
 * loaded when it is needed.
 */
final class HandshakeWarmup implements Runnable {
    /** What a handshake was seen to load, in its order. */
    private static final String CLASSES = "handshake-classes.txt";

    @Override
    public void run() {
        IDN.toASCII("localhost");
        try {
            Cipher.getInstance("AES/GCM/NoPadding");
            searchAllProviders();
            KeyPairGenerator.getInstance("X25519").generateKeyPair();
            loadClasses();
            KDF.getInstance("HKDF-SHA256");
            Signature.getInstance("RSASSA-PSS");
            var _ = new X500Principal("CN=localhost").hashCode();
        } catch (GeneralSecurityException e) {
            // the handshake fails with the same reason, and tells it
        }
    }

    /** The JDK asks for this while it looks which key agreements it knows, and no provider has it. */
    private static void searchAllProviders() {
        try {
            AlgorithmParameters.getInstance("XDH");
        } catch (NoSuchAlgorithmException e) {
            // expected: no provider has it
        }
    }

    private static void loadClasses() {
        String names = names();
        int from = 0;
        for (int end = names.indexOf('\n'); end >= 0; end = names.indexOf('\n', from)) {
            if (names.charAt(from) != '#') {
                load(names.substring(from, end));
            }
            from = end + 1;
        }
    }

    private static String names() {
        try (InputStream in = HandshakeWarmup.class.getResourceAsStream(CLASSES)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return "";
        }
    }

    /** Does not initialize it: two threads that initialize classes in different orders could wait for each other. */
    private static void load(String name) {
        try {
            Class.forName(name, false, null);
        } catch (ClassNotFoundException e) {
            // another JDK has other classes
        }
    }
}
