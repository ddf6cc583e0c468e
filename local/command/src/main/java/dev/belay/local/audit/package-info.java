/** {@code ./belay audit}: looks for bindings that do not agree, and adopts what a person confirms. */
@NullMarked
package dev.belay.local.audit;

import org.jspecify.annotations.NullMarked;
