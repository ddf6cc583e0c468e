/** Files of a channel. */
@NullMarked
package dev.belay.teams.file;

import org.jspecify.annotations.NullMarked;
