@NullMarked
package dev.belay.local.console;

import org.jspecify.annotations.NullMarked;
