package dev.belay.wiring;

import dev.belay.aws.Secret;
import dev.belay.aws.Secrets;
import dev.belay.failure.CredentialsRefused;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.secret.SecretIds;
import dev.belay.secret.SecretKind;
import dev.belay.teams.call.Credential;
import dev.belay.teams.call.Credentials;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What our app in Teams proves itself with, from the secret {@code {"client_secret"}} or {@code {"certificate", "private_key"}},
 * both in PEM, the key in PKCS#8; either with {@code expires_on}, a date such as 2027-11-23.
 */
final class SecretCredentials implements Credentials {
    private final Secrets secrets;
    private final Supplier<String> ids;
    private final Counters counters;
    private final Map<String, RebuiltOnChange<Secret, Credential>> byTenant = new ConcurrentHashMap<>();

    /** @param ids where they are, as {@link SecretIds} reads it */
    SecretCredentials(Secrets secrets, Supplier<String> ids, Counters counters) {
        this.secrets = secrets;
        this.ids = ids;
        this.counters = counters;
    }

    /** Parsed once for each time that the secret is read. */
    @Override
    public Credential current(String tenant) {
        return byTenant.computeIfAbsent(tenant, _ -> new RebuiltOnChange<>(this::read))
                .from(secret(tenant, secrets::find));
    }

    private Secret secret(String tenant, Function<String, Optional<Secret>> read) {
        return SecretIds.of(ids.get(), tenant).stream()
                .flatMap(id -> read.apply(id).stream())
                .findFirst()
                .orElseThrow(() -> CheckedSecret.missing(SecretKind.TEAMS, "for the tenant " + tenant, counters));
    }

    @Override
    public Credential reread(String tenant) {
        return read(secret(tenant, secrets::findNow));
    }

    /**
     * @throws CredentialsRefused when the secret holds neither; what it holds is never told
     */
    private Credential read(Secret secret) {
        CheckedSecret.of(secret, SecretKind.TEAMS, counters);
        Optional<String> certificate = secret.find("certificate");
        if (certificate.isEmpty()) {
            return new Credential.Secret(secret.text("client_secret"));
        }
        try {
            return new Credential.Certificate(key(secret.text("private_key")), certificate(certificate.get()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            counters.count(Metric.TOKEN_REJECTED, SecretKind.TEAMS.system());
            throw new CredentialsRefused(
                    SecretKind.TEAMS.system(),
                    secret + " has no readable certificate and private_key: give both in PEM, the key in PKCS#8");
        }
    }

    private static X509Certificate certificate(String pem) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    private static PrivateKey key(String pem) throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}
