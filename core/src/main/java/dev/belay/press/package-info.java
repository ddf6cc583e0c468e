/** A person's press: the gates in their order, the change of the record, the card, and the sentence for who is refused. */
@NullMarked
package dev.belay.press;

import org.jspecify.annotations.NullMarked;
