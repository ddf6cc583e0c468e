/** What one run leaves for the next and for those beside it: leases, rate limits, and how far it got. */
@NullMarked
package dev.belay.aws.table.run;

import org.jspecify.annotations.NullMarked;
