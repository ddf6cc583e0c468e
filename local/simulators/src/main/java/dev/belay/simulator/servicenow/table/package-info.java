/** The tables of the simulated instance: columns, rows, journals, and the rules that run before and after a write. */
@NullMarked
package dev.belay.simulator.servicenow.table;

import org.jspecify.annotations.NullMarked;
