@NullMarked
package dev.belay.servicenow;

import org.jspecify.annotations.NullMarked;
