/** {@code ./belay doctor}: a deployment looked at from outside and inside, and what to do about what is wrong. */
@NullMarked
package dev.belay.local.doctor;

import org.jspecify.annotations.NullMarked;
