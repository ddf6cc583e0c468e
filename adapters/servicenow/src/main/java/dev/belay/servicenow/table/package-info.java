/** The Table API: a query of checked values, the rows of its answer, and how it fails. */
@NullMarked
package dev.belay.servicenow.table;

import org.jspecify.annotations.NullMarked;
