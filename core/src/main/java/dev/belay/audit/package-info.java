/** Looks through all channels, links and records for what does not agree, and tells of it. */
@NullMarked
package dev.belay.audit;

import org.jspecify.annotations.NullMarked;
