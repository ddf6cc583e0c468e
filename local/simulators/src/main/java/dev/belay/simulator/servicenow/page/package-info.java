/** Pages for a person who has nothing but a browser. */
@NullMarked
package dev.belay.simulator.servicenow.page;

import org.jspecify.annotations.NullMarked;
