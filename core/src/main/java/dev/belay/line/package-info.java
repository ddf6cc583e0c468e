/** What is said in a conversation of what happened to its record, in short lines. */
@NullMarked
package dev.belay.line;

import org.jspecify.annotations.NullMarked;
