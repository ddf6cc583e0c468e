/** {@code ./belay user}: shows and forgets what is remembered of who is who. */
@NullMarked
package dev.belay.local.user;

import org.jspecify.annotations.NullMarked;
