/** Who is in a team, and how they are reached. */
@NullMarked
package dev.belay.teams.person;

import org.jspecify.annotations.NullMarked;
