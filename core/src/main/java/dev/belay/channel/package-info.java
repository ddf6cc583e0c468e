/** What people do to channels, and what that means for the conversations in them. */
@NullMarked
package dev.belay.channel;

import org.jspecify.annotations.NullMarked;
