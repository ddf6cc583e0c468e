package dev.belay.coldhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private SSLServerSocket server;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificate("ours", "san=dns:localhost");
        certificate("another", "san=dns:localhost");
    }

    @BeforeEach
    void listen() throws Exception {
        listen("TLSv1.3", "TLSv1.2");
    }

    private void listen(String... protocols) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store("ours"), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        server.setEnabledProtocols(protocols);
        Thread.ofPlatform().daemon().start(this::serve);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void a_host_that_proves_itself_is_spoken_to_in_the_cheapest_way() throws Exception {
        SSLSocket socket = connect(new Tls(store("ours")), "localhost");
        assertThat(socket.getInputStream().read()).isEqualTo('!');
        assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
    }

    @Test
    void what_is_warmed_up_ahead_checks_the_same() throws Exception {
        Tls trusting = new Tls(store("ours"));
        trusting.warmUp();
        assertThat(connect(trusting, "localhost").getInputStream().read()).isEqualTo('!');
        Tls other = new Tls(store("another"));
        other.warmUp();
        assertThatThrownBy(() -> connect(other, "localhost")).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void a_certificate_that_is_not_trusted_is_refused_each_time() {
        Tls tls = new Tls(store("another"));
        assertThatThrownBy(() -> connect(tls, "localhost")).isInstanceOf(SSLHandshakeException.class);
        assertThatThrownBy(() -> connect(tls, "localhost")).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void what_the_jdk_does_not_trust_is_refused() {
        assertThatThrownBy(() -> connect(new Tls(), "localhost")).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void a_certificate_of_another_host_is_refused() {
        assertThatThrownBy(() -> connect(new Tls(store("ours")), "sqs.eu-central-1.amazonaws.com"))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void a_host_that_does_not_speak_the_cheapest_way_is_spoken_to_in_another_from_the_second_time_on()
            throws Exception {
        stop();
        listen("TLSv1.2");
        Tls tls = new Tls(store("ours"));
        assertThatThrownBy(() -> connect(tls, "localhost")).isInstanceOf(SSLHandshakeException.class);
        assertThat(connect(tls, "localhost").getSession().getProtocol()).isEqualTo("TLSv1.2");
    }

    private SSLSocket connect(Tls tls, String host) throws IOException {
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
        return (SSLSocket) tls.encrypted(plain, host, server.getLocalPort());
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getOutputStream().write('!');
            } catch (IOException e) {
                // the client refused us, or the test is over
            }
        }
    }

    private static KeyStore store(String name) {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            store.setCertificateEntry("trusted", store.getCertificate(name));
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void certificate(String name, String host) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-alias", name, "-dname", "CN=" + name, "-keyalg", "RSA"));
        command.addAll(List.of("-validity", "2", "-ext", host, "-storetype", "PKCS12", "-storepass", "changeit"));
        command.addAll(List.of("-keystore", folder.resolve(name).toString()));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }
}
