/** The {@code belay} command: what a person types, and what it starts. */
@NullMarked
package dev.belay.local.command;

import org.jspecify.annotations.NullMarked;
