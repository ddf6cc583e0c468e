/** A person's command: the gates in their order, what is done on the record, and the sentence for who is refused. */
@NullMarked
package dev.belay.action;

import org.jspecify.annotations.NullMarked;
