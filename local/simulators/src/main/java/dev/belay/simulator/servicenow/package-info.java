/** A ServiceNow instance in the JVM: its Table API, its OAuth token endpoint, its business rule and a page for a person. */
@NullMarked
package dev.belay.simulator.servicenow;

import org.jspecify.annotations.NullMarked;
