@NullMarked
package dev.belay.link;

import org.jspecify.annotations.NullMarked;
