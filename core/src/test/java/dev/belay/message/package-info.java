/** Tests of what is noted of conversations, and what is said in them. */
@NullMarked
package dev.belay.message;

import org.jspecify.annotations.NullMarked;
