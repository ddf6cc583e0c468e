@NullMarked
package dev.belay.wiring.adapter;

import org.jspecify.annotations.NullMarked;
