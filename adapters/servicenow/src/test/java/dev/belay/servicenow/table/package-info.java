@NullMarked
package dev.belay.servicenow.table;

import org.jspecify.annotations.NullMarked;
