/** Calls, held against a server on a bare socket. */
@NullMarked
package dev.belay.teams.call;

import org.jspecify.annotations.NullMarked;
