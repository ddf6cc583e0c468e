@NullMarked
package dev.belay.audit.journal;

import org.jspecify.annotations.NullMarked;
