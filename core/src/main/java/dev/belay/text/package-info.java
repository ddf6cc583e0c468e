/** Words from outside, made fit to be shown. */
@NullMarked
package dev.belay.text;

import org.jspecify.annotations.NullMarked;
