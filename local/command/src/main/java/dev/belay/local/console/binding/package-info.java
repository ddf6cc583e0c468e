/** The bindings as they stand: links, users, credentials. */
@NullMarked
package dev.belay.local.console.binding;

import org.jspecify.annotations.NullMarked;
