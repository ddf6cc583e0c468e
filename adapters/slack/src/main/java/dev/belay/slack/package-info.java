/** Slack as one of the chat platforms. */
@NullMarked
package dev.belay.slack;

import org.jspecify.annotations.NullMarked;
