/** What is kept in a process's memory for a while. */
@NullMarked
package dev.belay.cache;

import org.jspecify.annotations.NullMarked;
