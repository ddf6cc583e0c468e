/** What tests and stories do to Slack over HTTP, in JSON. */
@NullMarked
package dev.belay.simulator.slack.control;

import org.jspecify.annotations.NullMarked;
