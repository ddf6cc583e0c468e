@NullMarked
package dev.belay.local.console.web;

import org.jspecify.annotations.NullMarked;
