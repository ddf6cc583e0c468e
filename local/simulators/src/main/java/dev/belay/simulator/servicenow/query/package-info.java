/** The encoded query language of ServiceNow, with its habit of dropping what it does not understand. */
@NullMarked
package dev.belay.simulator.servicenow.query;

import org.jspecify.annotations.NullMarked;
