/** Cards and private answers in Slack's Block Kit. */
@NullMarked
package dev.belay.slack.block;

import org.jspecify.annotations.NullMarked;
