@NullMarked
package dev.belay.servicenow.check;

import org.jspecify.annotations.NullMarked;
