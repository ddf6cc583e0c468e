/** Teams that hold channels: where our app is installed, and what their events mean for conversations. */
@NullMarked
package dev.belay.team;

import org.jspecify.annotations.NullMarked;
