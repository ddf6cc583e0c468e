/** Microsoft Teams as a chat platform, over the Bot Connector and Graph. */
@NullMarked
package dev.belay.teams;

import org.jspecify.annotations.NullMarked;
