/** What is said in a linked conversation stands on its record, and what is noted on the record is said in the conversation. */
@NullMarked
package dev.belay.message;

import org.jspecify.annotations.NullMarked;
