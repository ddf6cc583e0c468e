@NullMarked
package dev.belay.local.audit;

import org.jspecify.annotations.NullMarked;
