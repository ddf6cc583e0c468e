/** The one place where ports meet adapters: wires each function out of what its rooms hold. */
@NullMarked
package dev.belay.wiring;

import org.jspecify.annotations.NullMarked;
