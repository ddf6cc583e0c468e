/** What ingress needs of AWS without its SDK: signatures, secrets, queues, and how commands are written on a queue. */
@NullMarked
package dev.belay.aws.protocol;

import org.jspecify.annotations.NullMarked;
