@NullMarked
package dev.belay.local.setup;

import org.jspecify.annotations.NullMarked;
