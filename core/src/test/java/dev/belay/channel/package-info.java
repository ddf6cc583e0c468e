@NullMarked
package dev.belay.channel;

import org.jspecify.annotations.NullMarked;
