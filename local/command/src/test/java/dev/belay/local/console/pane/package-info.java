@NullMarked
package dev.belay.local.console.pane;

import org.jspecify.annotations.NullMarked;
