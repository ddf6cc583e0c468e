@NullMarked
package dev.belay.command;

import org.jspecify.annotations.NullMarked;
