/** The methods of the Web API about accounts, messages, pins, bookmarks and dialogs, and all methods by name. */
@NullMarked
package dev.belay.simulator.slack.method;

import org.jspecify.annotations.NullMarked;
