@NullMarked
package dev.belay.team;

import org.jspecify.annotations.NullMarked;
