@NullMarked
package dev.belay.teams.card;

import org.jspecify.annotations.NullMarked;
