/** Stories: people at work on incidents, played against the whole of it, each state read back over the systems' own APIs. */
@NullMarked
package dev.belay.local.demo;

import org.jspecify.annotations.NullMarked;
