/** {@code samconfig.toml}: what setup writes into it, and what it leaves as it stands. */
@NullMarked
package dev.belay.local.setup.samconfig;

import org.jspecify.annotations.NullMarked;
