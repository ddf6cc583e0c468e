/** Looking at an instance without changing it: credentials, rights, and what it sent us. */
@NullMarked
package dev.belay.servicenow.check;

import org.jspecify.annotations.NullMarked;
