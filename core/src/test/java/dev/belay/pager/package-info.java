/** What every pager keeps, and one in memory. */
@NullMarked
package dev.belay.pager;

import org.jspecify.annotations.NullMarked;
