/** The delivery of a message that a thread works on: whose place in a line it is, how urgent it is, and how much time is left. */
@NullMarked
package dev.belay.delivery;

import org.jspecify.annotations.NullMarked;
