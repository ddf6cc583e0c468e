/** Where secrets may be sent. */
@NullMarked
package dev.belay.address;

import org.jspecify.annotations.NullMarked;
