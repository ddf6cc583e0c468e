@NullMarked
package dev.belay.incidentopened;

import org.jspecify.annotations.NullMarked;
