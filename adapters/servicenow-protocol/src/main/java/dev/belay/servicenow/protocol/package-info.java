/** How ServiceNow's business rule tells us that something happened to a record, and how it proves that it was it. */
@NullMarked
package dev.belay.servicenow.protocol;

import org.jspecify.annotations.NullMarked;
