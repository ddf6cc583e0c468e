/** What Slack sends to an app and what the app sends back: signed requests, presses, events, response URLs. */
@NullMarked
package dev.belay.simulator.slack.app;

import org.jspecify.annotations.NullMarked;
