/** What tests and stories do to Teams over HTTP, in JSON. */
@NullMarked
package dev.belay.simulator.teams.control;

import org.jspecify.annotations.NullMarked;
