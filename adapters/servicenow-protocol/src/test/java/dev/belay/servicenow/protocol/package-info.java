@NullMarked
package dev.belay.servicenow.protocol;

import org.jspecify.annotations.NullMarked;
