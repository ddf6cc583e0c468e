package dev.belay.aws;

import dev.belay.aws.call.SignedPost;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.AlarmTopic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkClientException;

/** A topic of SNS: one signed request of the query protocol (docs.aws.amazon.com/sns/latest/api/API_Publish.html). */
final class SnsAlarmTopic implements AlarmTopic {
    static final String SYSTEM = "sns";

    private static final String OPERATION = "Publish";
    private static final String VERSION = "2010-03-31";
    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z][A-Za-z0-9.]{0,79})</Code>");

    /** Temporary errors that are not answered with 5xx (docs.aws.amazon.com/sns/latest/api/CommonErrors.html). */
    private static final Set<String> TEMPORARY =
            Set.of("Throttled", "Throttling", "ThrottlingException", "RequestExpired", "ExpiredToken");

    private final SignedPost sns;
    private final String arn;

    SnsAlarmTopic(SignedPost sns, String arn) {
        this.sns = sns;
        this.arn = arn;
    }

    @Override
    public void publish(String subject, String text) {
        try {
            check(sns.send(
                    Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                    form(Map.of(
                            "Action",
                            OPERATION,
                            "Version",
                            VERSION,
                            "TopicArn",
                            arn,
                            "Subject",
                            subject,
                            "Message",
                            text))));
        } catch (IOException | UncheckedIOException e) {
            throw new Unavailable(
                    SYSTEM, OPERATION + " got no answer: " + e.getClass().getSimpleName(), Optional.empty());
        } catch (SdkClientException e) {
            throw new Unavailable(SYSTEM, OPERATION + " was not signed: no credentials", Optional.empty());
        }
    }

    private static String form(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void check(SignedPost.Answer answer) {
        int status = answer.status();
        if (status == 200) {
            return;
        }
        Matcher said = CODE.matcher(answer.text());
        String code = said.find() ? said.group(1) : "status " + status;
        if (status >= 500 || status == 429 || TEMPORARY.contains(code)) {
            throw new Unavailable(SYSTEM, OPERATION + ": " + code, Optional.empty());
        }
        throw new Rejected(SYSTEM, OPERATION + ": " + code);
    }
}
