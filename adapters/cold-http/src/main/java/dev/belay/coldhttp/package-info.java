/** HTTP/1.1 over TLS for a function that starts cold: what it loads is little, and what it must load is begun ahead. */
@NullMarked
package dev.belay.coldhttp;

import org.jspecify.annotations.NullMarked;
