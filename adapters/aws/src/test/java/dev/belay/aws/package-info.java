@NullMarked
package dev.belay.aws;

import org.jspecify.annotations.NullMarked;
