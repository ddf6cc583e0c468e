/** Which events arrived, which of them were handled, and which failed. */
@NullMarked
package dev.belay.aws.table.event;

import org.jspecify.annotations.NullMarked;
