@NullMarked
package dev.belay.local.lambda;

import org.jspecify.annotations.NullMarked;
