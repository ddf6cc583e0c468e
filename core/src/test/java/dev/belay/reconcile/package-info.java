@NullMarked
package dev.belay.reconcile;

import org.jspecify.annotations.NullMarked;
