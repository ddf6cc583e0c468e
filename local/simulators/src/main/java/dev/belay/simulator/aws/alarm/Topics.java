package dev.belay.simulator.aws.alarm;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.call.AwsError;
import dev.belay.simulator.aws.call.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Simple Notification Service: topics that remember what was published (docs.aws.amazon.com/sns/latest/api/API_Publish.html). */
public final class Topics {
    /** A message of 256 KB at most. */
    private static final int LONGEST = 262_144;

    /** Of ASCII without line breaks or control characters, beginning with a letter, number or mark, of less than 100 characters. */
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7E][\\x20-\\x7E]{0,98}");

    private final Map<String, List<Published>> byArn = new LinkedHashMap<>();
    private final String arnPrefix;

    public Topics(String region, String account) {
        this.arnPrefix = "arn:aws:sns:" + region + ":" + account + ":";
    }

    /** Creates it where there is none. */
    public synchronized String create(String name) {
        String arn = arnPrefix + name;
        byArn.computeIfAbsent(arn, _ -> new ArrayList<>());
        return arn;
    }

    public synchronized List<Published> published(String arn) {
        return List.copyOf(byArn.getOrDefault(arn, List.of()));
    }

    public synchronized JsonObject perform(Operation operation) {
        JsonObject arguments = operation.arguments();
        if (!operation.name().equals("Publish")) {
            throw AwsError.unknownOperation();
        }
        List<Published> topic = Optional.ofNullable(byArn.get(arguments.getString("TopicArn", "")))
                .orElseThrow(() -> new AwsError(404, "NotFound", "Topic does not exist"));
        String message = arguments.getString("Message", "");
        if (message.isEmpty()) {
            throw invalid("Empty message");
        }
        if (message.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw invalid("Message too long");
        }
        Optional<String> subject = Optional.ofNullable(arguments.getString("Subject"));
        if (subject.filter(line -> !SUBJECT.matcher(line).matches()).isPresent()) {
            throw invalid("Subject");
        }
        topic.add(new Published(subject.orElse(""), message));
        JsonObject answer = new JsonObject();
        answer.put("MessageId", UUID.randomUUID().toString());
        return answer;
    }

    private static AwsError invalid(String what) {
        return new AwsError(400, "InvalidParameter", "Invalid parameter: " + what);
    }
}
