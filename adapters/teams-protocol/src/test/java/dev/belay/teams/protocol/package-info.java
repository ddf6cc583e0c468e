@NullMarked
package dev.belay.teams.protocol;

import org.jspecify.annotations.NullMarked;
