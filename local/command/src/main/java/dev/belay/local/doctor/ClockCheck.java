package dev.belay.local.doctor;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whether the clocks agree: a signature of ServiceNow is good for five minutes by the clock of AWS, and our keys of AWS by this machine's.
 */
final class ClockCheck {
    private static final String AREA = "clocks";
    private static final String OF_SERVICENOW = "ServiceNow against AWS";

    /** A signature is refused that is older, or newer, than this. */
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private static final Duration REMARKABLE = Duration.ofMinutes(1);

    private final Outside outside;
    private final Optional<Duration> aws;

    /** @param aws how much its clock is ahead of this machine's */
    ClockCheck(Outside outside, Optional<Duration> aws) {
        this.outside = outside;
        this.aws = aws;
    }

    /** @param serviceNow the instance; none where the settings do not say it */
    List<Result> results(Optional<URI> serviceNow) {
        if (aws.isEmpty()) {
            return List.of(Result.unknown(
                    AREA, "AWS", "the API told no time", "give --url, the address of an API that answers"));
        }
        Result machine = result("this machine against AWS", aws.get().negated(), "set this machine's clock by NTP");
        return serviceNow
                .map(instance -> List.of(machine, ofServiceNow(instance, aws.get())))
                .orElseGet(() -> List.of(machine, WithoutSettings.notChecked(AREA, OF_SERVICENOW)));
    }

    private Result ofServiceNow(URI instance, Duration ofAws) {
        try {
            return outside.get(instance.resolve("/"))
                    .ahead()
                    .map(ahead -> result(
                            OF_SERVICENOW,
                            ahead.minus(ofAws),
                            "have the instance's clock set: its events are refused with 401 from five minutes on"))
                    .orElseGet(() -> untold(OF_SERVICENOW, "it told no time"));
        } catch (IOException e) {
            return untold(OF_SERVICENOW, "nothing answers: " + e.getClass().getSimpleName());
        }
    }

    private static Result untold(String subject, String said) {
        return Result.unknown(AREA, subject, said, "see that servicenow.url of the settings is the instance's");
    }

    /** @param ahead of AWS */
    static Result result(String subject, Duration ahead, String remedy) {
        Duration off = ahead.abs();
        String said = off.compareTo(Duration.ofSeconds(2)) < 0
                ? "they agree"
                : off.toSeconds() + " seconds " + (ahead.isNegative() ? "behind" : "ahead");
        if (off.compareTo(WINDOW) >= 0) {
            return Result.wrong(AREA, subject, said, remedy);
        }
        return off.compareTo(REMARKABLE) >= 0
                ? Result.warning(AREA, subject, said, remedy)
                : Result.good(AREA, subject, said);
    }
}
