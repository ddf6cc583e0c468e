/** {@code ./belay secrets}: stores the secrets of a stack and checks them, without ever showing one. */
@NullMarked
package dev.belay.local.secrets;

import org.jspecify.annotations.NullMarked;
