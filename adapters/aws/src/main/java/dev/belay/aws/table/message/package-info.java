/** What goes from one side to the other once: notes of messages, and files. */
@NullMarked
package dev.belay.aws.table.message;

import org.jspecify.annotations.NullMarked;
