@NullMarked
package dev.belay.teams.person;

import org.jspecify.annotations.NullMarked;
