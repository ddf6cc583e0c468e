package dev.belay.coldhttp;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts connections, and checks the certificate and the host's name of the other side by all that the JDK trusts. A cold
 * function waits longest for this, so it can be begun ahead, on several threads.
 */
public final class Tls {
    /** What AWS's endpoints speak and what costs a cold JDK least. */
    private static final String[] CHEAPEST_PROTOCOL = {"TLSv1.3"};

    private static final String[] CHEAPEST_SUITE = {"TLS_AES_128_GCM_SHA256"};
    private static final String[] CHEAPEST_GROUP = {"x25519"};

    /** Without this the JDK looks through all its providers, PKCS#11 and XML signatures among them, for finite-field groups. */
    private static final String GROUPS_PROPERTY = "jdk.tls.namedGroups";

    private static final String GROUPS = "x25519,secp256r1,secp384r1,secp521r1";

    private final FutureTask<X509ExtendedTrustManager> trust;
    private final FutureTask<SSLContext> context;
    private final Object first = new Object();
    private volatile boolean warm;
    private volatile boolean allowAll;

    /** Trusts what the JDK trusts. */
    public Tls() {
        this(null);
    }

    /**
     * @param trusted the certificates to trust; what the JDK trusts where there are none
     */
    Tls(@Nullable KeyStore trusted) {
        // not lambdas: a cold function would pay for linking them
        this.trust = new FutureTask<>(new Callable<>() {
            @Override
            public X509ExtendedTrustManager call() throws GeneralSecurityException {
                return trustManager(trusted);
            }
        });
        this.context = new FutureTask<>(new Callable<>() {
            @Override
            public SSLContext call() throws GeneralSecurityException {
                SSLContext tls = SSLContext.getInstance("TLS");
                tls.init(new KeyManager[0], new TrustManager[] {new LazyTrust(trust)}, null);
                return tls;
            }
        });
    }

    /** Begins to load what the first connection needs, on other threads. */
    public void warmUp() {
        System.getProperties().putIfAbsent(GROUPS_PROPERTY, GROUPS);
        begin(context, "tls-context");
        begin(trust, "tls-trust");
        begin(new HandshakeWarmup(), "tls-warmup");
    }

    /**
     * Encrypts a connection.
     *
     * @throws IOException when the other side does not prove that it is the host; or when it does not speak what is tried
     *     first: the next connection then speaks all that the JDK allows
     */
    Socket encrypted(Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) result(context).getSocketFactory().createSocket(plain, host, port, true);
        socket.setSSLParameters(parameters(socket.getSSLParameters()));
        if (warm) {
            handshake(socket);
            return socket;
        }
        synchronized (
                first) { // the first handshake loads what all need: a second one beside it would only slow it down
            handshake(socket);
            warm = true;
        }
        return socket;
    }

    private void handshake(SSLSocket socket) throws IOException {
        try {
            socket.startHandshake();
        } catch (SSLHandshakeException e) {
            allowAll = true;
            throw e;
        }
    }

    private SSLParameters parameters(SSLParameters parameters) {
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (!allowAll) {
            parameters.setProtocols(CHEAPEST_PROTOCOL);
            parameters.setCipherSuites(CHEAPEST_SUITE);
            parameters.setNamedGroups(CHEAPEST_GROUP);
        }
        return parameters;
    }

    private static X509ExtendedTrustManager trustManager(@Nullable KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(trusted);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager checking) {
                return checking;
            }
        }
        throw new GeneralSecurityException("this JDK cannot check certificates");
    }

    /** The task's result; runs the task where no thread has begun it. */
    static <T> T result(FutureTask<T> task) {
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("TLS cannot be set up", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while TLS was set up", e);
        }
    }

    private static void begin(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
