/** Makes a link of a channel that another integration bound by its name, by a person's explicit command. */
@NullMarked
package dev.belay.adopt;

import org.jspecify.annotations.NullMarked;
