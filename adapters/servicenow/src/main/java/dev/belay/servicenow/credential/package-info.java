/** What we prove ourselves with to an instance, and whoever keeps it. */
@NullMarked
package dev.belay.servicenow.credential;

import org.jspecify.annotations.NullMarked;
