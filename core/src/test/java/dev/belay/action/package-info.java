@NullMarked
package dev.belay.action;

import org.jspecify.annotations.NullMarked;
