/** The methods of the Web API about channels: making them, who is in them, what was said there. */
@NullMarked
package dev.belay.simulator.slack.conversation;

import org.jspecify.annotations.NullMarked;
