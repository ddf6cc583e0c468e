/** Slack in a browser, for a person who tries things on one machine. */
@NullMarked
package dev.belay.simulator.slack.page;

import org.jspecify.annotations.NullMarked;
