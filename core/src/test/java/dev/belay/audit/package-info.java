@NullMarked
package dev.belay.audit;

import org.jspecify.annotations.NullMarked;
