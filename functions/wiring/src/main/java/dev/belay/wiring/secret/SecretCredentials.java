package dev.belay.wiring.secret;

import dev.belay.aws.Secret;
import dev.belay.aws.Secrets;
import dev.belay.credential.CredentialId;
import dev.belay.failure.CredentialsRefused;
import dev.belay.secret.SecretIds;
import dev.belay.secret.SecretKind;
import dev.belay.teams.call.Credential;
import dev.belay.teams.call.Credentials;
import dev.belay.wiring.settings.RebuiltOnChange;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What our app in Teams proves itself with, from the secret {@code {"client_secret"}} or {@code {"certificate", "private_key"}},
 * both in PEM, the key in PKCS#8; either with {@code expires_on}, a date such as 2027-11-23.
 */
public final class SecretCredentials implements Credentials {
    private final Secrets secrets;
    private final Supplier<String> ids;
    private final Refusals refusals;
    private final Map<String, RebuiltOnChange<Secret, Credential>> byTenant = new ConcurrentHashMap<>();

    /** @param ids where they are, as {@link SecretIds} reads it */
    public SecretCredentials(Secrets secrets, Supplier<String> ids, Refusals refusals) {
        this.secrets = secrets;
        this.ids = ids;
        this.refusals = refusals;
    }

    /** Parsed once for each time that the secret is read. */
    @Override
    public Credential current(String tenant) {
        CheckedSecret checked = checked(tenant);
        return byTenant.computeIfAbsent(tenant, _ -> new RebuiltOnChange<>(secret -> read(secret, checked)))
                .from(checked.of(secret(checked, secrets::find), () -> secret(checked, secrets::findNow)));
    }

    private CheckedSecret checked(String tenant) {
        return new CheckedSecret(new CredentialId(CredentialId.Kind.TEAMS, tenant), SecretKind.TEAMS, refusals);
    }

    private Secret secret(CheckedSecret checked, Function<String, Optional<Secret>> read) {
        List<String> may = SecretIds.of(ids.get(), checked.id().owner());
        return may.stream()
                .flatMap(id -> read.apply(id).stream())
                .findFirst()
                .orElseThrow(() -> checked.missing(may.stream().findFirst().orElse("")));
    }

    @Override
    public Credential reread(String tenant) {
        CheckedSecret checked = checked(tenant);
        return read(checked.of(secret(checked, secrets::findNow)), checked);
    }

    @Override
    public void refused(String tenant, String said) {
        refusals.states().refused(checked(tenant).id(), said);
    }

    /**
     * @throws CredentialsRefused when the secret holds neither; what it holds is never told
     */
    private static Credential read(Secret secret, CheckedSecret checked) {
        Optional<String> certificate = secret.find("certificate");
        if (certificate.isEmpty()) {
            return new Credential.Secret(secret.text("client_secret"));
        }
        try {
            return new Credential.Certificate(key(secret.text("private_key")), certificate(certificate.get()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw checked.refused(
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
