/** Lambda's event source mappings on this machine: they poll a queue and hand what they receive to a function. */
@NullMarked
package dev.belay.local.events;

import org.jspecify.annotations.NullMarked;
