/** Files of records and of conversations, and what is needed to bring them from one side to the other. */
@NullMarked
package dev.belay.file;

import org.jspecify.annotations.NullMarked;
