/** What was typed wrongly, and what was meant. */
@NullMarked
package dev.belay.local.command.usage;

import org.jspecify.annotations.NullMarked;
