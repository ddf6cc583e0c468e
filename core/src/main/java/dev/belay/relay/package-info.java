/** Brings files from a record to its conversation, and from a conversation to its record. */
@NullMarked
package dev.belay.relay;

import org.jspecify.annotations.NullMarked;
