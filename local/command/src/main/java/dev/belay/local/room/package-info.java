/** The chat platforms as the people in stories know them: who they are there, what they press, what they alone are told. */
@NullMarked
package dev.belay.local.room;

import org.jspecify.annotations.NullMarked;
