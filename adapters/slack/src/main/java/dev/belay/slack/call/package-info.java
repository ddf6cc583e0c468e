/** Calls of Slack's Web API, and what their failures mean. */
@NullMarked
package dev.belay.slack.call;

import org.jspecify.annotations.NullMarked;
