package dev.belay.local.front;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Collection;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A key with a certificate for some hosts, made by the JDK's {@code keytool} for one run and never written down where it stays. */
public final class ServerKey {
    /** Of the trust store, which holds no secret. */
    public static final String TRUST_PASSWORD = "changeit";

    private static final String TYPE = "PKCS12";
    private static final String ALIAS = "belay";
    private static final String DAYS = "30";

    private final KeyStore store;

    private ServerKey(KeyStore store) {
        this.store = store;
    }

    /**
     * Makes a key for these hosts.
     *
     * @throws UncheckedIOException when the JDK's keytool is not there or refuses
     */
    public static ServerKey make(Collection<String> hosts) {
        String names = hosts.stream().map(host -> "dns:" + host).collect(Collectors.joining(","));
        try {
            Path folder = Files.createTempDirectory("belay-front");
            Path file = folder.resolve("key.p12");
            try {
                keytool(file, names);
                return new ServerKey(read(file));
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keytool(Path file, String names) throws IOException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        DAYS,
                        "-dname",
                        "CN=Simulators of Belay",
                        "-ext",
                        "SAN=" + names,
                        "-storetype",
                        TYPE,
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        TRUST_PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IOException("keytool made no certificate: " + said.strip());
        }
    }

    private static KeyStore read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(in, TRUST_PASSWORD.toCharArray());
            return store;
        } catch (GeneralSecurityException e) {
            throw new IOException("keytool's key cannot be read", e);
        }
    }

    /** What a server that has this key speaks TLS with. */
    SSLContext context() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, TRUST_PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key that was just made cannot be used", e);
        }
    }

    /** Writes a trust store for Java that holds the certificate alone, as {@code javax.net.ssl.trustStore} takes it. */
    public void writeTrust(Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            Certificate certificate = store.getCertificate(ALIAS);
            KeyStore trust = KeyStore.getInstance(TYPE);
            trust.load(null, null);
            trust.setCertificateEntry(ALIAS, certificate);
            trust.store(out, TRUST_PASSWORD.toCharArray());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificate that was just made cannot be stored", e);
        }
    }
}
