/** Measures what a person waits for: a cold ingress beside a cold Node.js, and a warm press beside its bare signature. */
@NullMarked
package dev.belay.ingress.bench;

import org.jspecify.annotations.NullMarked;
