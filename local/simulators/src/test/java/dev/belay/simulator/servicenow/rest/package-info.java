/** What the simulated REST API grants. */
@NullMarked
package dev.belay.simulator.servicenow.rest;

import org.jspecify.annotations.NullMarked;
