@NullMarked
package dev.belay.dialog;

import org.jspecify.annotations.NullMarked;
