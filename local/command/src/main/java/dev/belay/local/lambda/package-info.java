/** What Lambda gives a handler beside its event. */
@NullMarked
package dev.belay.local.lambda;

import org.jspecify.annotations.NullMarked;
