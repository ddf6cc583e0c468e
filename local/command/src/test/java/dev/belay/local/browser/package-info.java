/** The page of {@code ./belay local} in a real browser: what people see there, and what comes of what they press. */
@NullMarked
package dev.belay.local.browser;

import org.jspecify.annotations.NullMarked;
