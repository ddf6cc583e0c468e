@NullMarked
package dev.belay.wiring.document;

import org.jspecify.annotations.NullMarked;
