/** The HTTP faces of the simulated instance: the Table API, authentication and access control. */
@NullMarked
package dev.belay.simulator.servicenow.rest;

import org.jspecify.annotations.NullMarked;
