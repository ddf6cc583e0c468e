/** What ingress needs of AWS without its SDK: signatures, credentials, secrets and queues. */
@NullMarked
package dev.belay.aws.protocol;

import org.jspecify.annotations.NullMarked;
