/** What a chat platform can do, capability by capability: the ports that the platforms' adapters implement. */
@NullMarked
package dev.belay.platform;

import org.jspecify.annotations.NullMarked;
