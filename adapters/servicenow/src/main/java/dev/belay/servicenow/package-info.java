/**
 * ServiceNow behind core's ports: its records and its users, over the Table API, believed only as far as each answer proves
 * itself.
 */
@NullMarked
package dev.belay.servicenow;

import org.jspecify.annotations.NullMarked;
