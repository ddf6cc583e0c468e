/** The binding of a record to its conversation: one for each record and platform, one record for each conversation. */
@NullMarked
package dev.belay.link;

import org.jspecify.annotations.NullMarked;
