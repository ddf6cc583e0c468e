/** One call of the Web API: who calls, with which arguments, and how it may be refused. */
@NullMarked
package dev.belay.simulator.slack.call;

import org.jspecify.annotations.NullMarked;
