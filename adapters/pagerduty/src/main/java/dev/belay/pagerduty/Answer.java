package dev.belay.pagerduty;

import com.grack.nanojson.JsonObject;

/** What PagerDuty said to a request that it understood. */
sealed interface Answer {
    /** It was done; the object is what it returned. */
    record Done(JsonObject said) implements Answer {}

    /**
     * It was not done, and will not be.
     *
     * @param code of PagerDuty's table of errors (PagerDuty/developer-docs, REST-API/14-Errors); 0 where it gave none
     */
    record Refused(int status, int code) implements Answer {}
}
