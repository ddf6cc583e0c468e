package dev.belay.wiring;

import dev.belay.aws.Secret;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When what our app in Teams proves itself with ends: a certificate says so itself; of a client secret whoever stored it does, as
 * {@code expires_on}, a date such as 2027-11-23, for Entra ID does not tell the app.
 */
final class CredentialEnd {
    private CredentialEnd() {}

    /** The earliest that is known. */
    static Optional<Instant> of(Secret secret) {
        return Stream.of(
                        secret.find("expires_on").flatMap(CredentialEnd::day),
                        secret.find("certificate").flatMap(CredentialEnd::ofCertificate))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** From the beginning of that day on it is not to be counted on. */
    private static Optional<Instant> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> ofCertificate(String pem) {
        try {
            return CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                            instanceof X509Certificate certificate
                    ? Optional.of(certificate.getNotAfter().toInstant())
                    : Optional.empty();
        } catch (CertificateException _) {
            return Optional.empty();
        }
    }
}
