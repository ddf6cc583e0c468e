@NullMarked
package dev.belay.ingress;

import org.jspecify.annotations.NullMarked;
