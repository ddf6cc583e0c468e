/** The one document that says what an installation decided: read, checked, and answered for with every problem at once. */
@NullMarked
package dev.belay.document;

import org.jspecify.annotations.NullMarked;
