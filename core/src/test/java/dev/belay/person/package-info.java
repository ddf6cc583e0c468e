@NullMarked
package dev.belay.person;

import org.jspecify.annotations.NullMarked;
