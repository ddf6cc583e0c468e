@NullMarked
package dev.belay.aws.protocol;

import org.jspecify.annotations.NullMarked;
