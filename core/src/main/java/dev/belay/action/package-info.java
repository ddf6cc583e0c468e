/** The card's actions, one file for each: where it is offered, what it needs of the record, what it writes. */
@NullMarked
package dev.belay.action;

import org.jspecify.annotations.NullMarked;
