/** The stories of what goes wrong, and of what is refused. */
@NullMarked
package dev.belay.local.demo.fault;

import org.jspecify.annotations.NullMarked;
