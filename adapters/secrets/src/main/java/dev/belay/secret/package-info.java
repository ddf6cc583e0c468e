/** What the secrets look like: their names beneath the stack's, their documents, and which mistake a wrong one is. */
@NullMarked
package dev.belay.secret;

import org.jspecify.annotations.NullMarked;
