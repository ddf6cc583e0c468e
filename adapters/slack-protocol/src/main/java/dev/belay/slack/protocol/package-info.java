/** How Slack's requests prove themselves and what they say: what ingress needs of Slack without its SDK. */
@NullMarked
package dev.belay.slack.protocol;

import org.jspecify.annotations.NullMarked;
