/** Signatures by shared keys, in plain Java: what the doors prove requests with, and what requests to AWS are signed with. */
@NullMarked
package dev.belay.signature;

import org.jspecify.annotations.NullMarked;
