@NullMarked
package dev.belay.aws.table.run;

import org.jspecify.annotations.NullMarked;
