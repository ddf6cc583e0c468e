/** What a Slack workspace holds: people, channels, messages, tokens. */
@NullMarked
package dev.belay.simulator.slack.workspace;

import org.jspecify.annotations.NullMarked;
