package dev.belay.ingress.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority of the bench's own and a leaf of 2048-bit RSA for this machine, as AWS's endpoints have one. */
final class Certificates {
    private static final String PASSWORD = "changeit";

    private final Path folder;

    Certificates(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        if (!Files.exists(trustStore())) {
            create();
        }
    }

    /** What Java trusts: what the JDK does, and the authority. */
    Path trustStore() {
        return folder.resolve("trust.p12");
    }

    /** What Node.js trusts beside its own. */
    Path authority() {
        return folder.resolve("ca.pem");
    }

    SSLContext server() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("leaf.p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private void create() throws IOException, InterruptedException {
        keytool(
                "ca.p12",
                "-genkeypair",
                "-alias",
                "ca",
                "-dname",
                "CN=Belay bench CA",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "3650",
                "-ext",
                "bc:c");
        keytool(
                "ca.p12",
                "-exportcert",
                "-rfc",
                "-alias",
                "ca",
                "-file",
                authority().toString());
        keytool(
                "leaf.p12",
                "-genkeypair",
                "-alias",
                "leaf",
                "-dname",
                "CN=localhost",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "3650");
        keytool("leaf.p12", "-certreq", "-alias", "leaf", "-file", file("leaf.csr"));
        keytool(
                "ca.p12",
                "-gencert",
                "-alias",
                "ca",
                "-infile",
                file("leaf.csr"),
                "-outfile",
                file("leaf.pem"),
                "-rfc",
                "-validity",
                "3650",
                "-ext",
                "san=dns:localhost",
                "-ext",
                "eku=serverAuth");
        keytool(
                "leaf.p12",
                "-importcert",
                "-noprompt",
                "-alias",
                "ca",
                "-file",
                authority().toString());
        keytool("leaf.p12", "-importcert", "-noprompt", "-alias", "leaf", "-file", file("leaf.pem"));
        Files.copy(Path.of(System.getProperty("java.home"), "lib", "security", "cacerts"), trustStore());
        // as the JDK's own: readable without its password
        keytool(
                "trust.p12",
                "-importcert",
                "-noprompt",
                "-alias",
                "the-bench",
                "-file",
                authority().toString(),
                "-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE",
                "-J-Dkeystore.pkcs12.macAlgorithm=NONE");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void keytool(String store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", file(store), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + Files.readString(folder.resolve("keytool.log")));
        }
    }
}
