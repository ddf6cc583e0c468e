/** The tables on moto's server, which nobody here wrote, and our own engine held against it. */
@NullMarked
package dev.belay.aws.moto;

import org.jspecify.annotations.NullMarked;
