@NullMarked
package dev.belay.aws.table.action;

import org.jspecify.annotations.NullMarked;
