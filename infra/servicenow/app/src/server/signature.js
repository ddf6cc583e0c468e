// How Belay proves that an event is ours: a MAC over its time and its body.
import { CertificateEncryption } from '@servicenow/glide'

const ALGORITHM = 'HmacSHA256'

/** @param base64 the key, in base64, as generateMac takes it */
export function signature(base64, timestamp, body) {
    return 'v1=' + mac(base64, 'v1:' + timestamp + ':' + body)
}

/** Documented as a method of an instance (Scoped CertificateEncryption), and typed as one of the class. */
export function mac(base64, text) {
    const signer =
        typeof CertificateEncryption.generateMac === 'function' ? CertificateEncryption : new CertificateEncryption()
    return signer.generateMac(base64, ALGORITHM, text)
}
