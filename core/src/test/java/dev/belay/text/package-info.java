/** Plain text, and texts that are not meant as such. */
@NullMarked
package dev.belay.text;

import org.jspecify.annotations.NullMarked;
