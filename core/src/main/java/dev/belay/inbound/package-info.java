/** Whether what ServiceNow has to tell us reaches us: seen from its side, and from ours. */
@NullMarked
package dev.belay.inbound;

import org.jspecify.annotations.NullMarked;
