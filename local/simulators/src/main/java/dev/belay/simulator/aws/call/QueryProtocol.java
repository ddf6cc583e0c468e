package dev.belay.simulator.aws.call;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * AWS's query protocol, which SNS and CloudFormation speak: the operation and its arguments are fields of a form, and answers are XML
 * (smithy.io/2.0/aws/protocols/aws-query-protocol.html). The version that a request names tells the service: each service has its own.
 */
public final class QueryProtocol {
    public static final String SNS = "sns";
    public static final String CLOUDFORMATION = "cloudformation";
    private static final Map<String, String> SERVICES = Map.of("2010-03-31", SNS, "2010-05-15", CLOUDFORMATION);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String XML = "text/xml";

    private QueryProtocol() {}

    /** None where the request does not speak it, or to another service. */
    static Optional<Operation> read(Request request) {
        if (request.header("content-type").filter(type -> type.startsWith(FORM)).isEmpty()) {
            return Optional.empty();
        }
        JsonObject arguments = new JsonObject();
        for (String field : request.text().split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                arguments.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return Optional.ofNullable(SERVICES.get(arguments.getString("Version", "")))
                .map(service -> new Operation(service, arguments.getString("Action", ""), arguments));
    }

    static boolean isSpokenBy(String service) {
        return SERVICES.containsValue(service);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** @param result its members, which may be objects and lists in turn */
    public static Response answer(Operation operation, JsonObject result) {
        String name = operation.name();
        return xml(
                200,
                "<" + name + "Response xmlns=\"" + space(operation.service()) + "\"><" + name + "Result>"
                        + content(result) + "</" + name + "Result><ResponseMetadata>" + requestId()
                        + "</ResponseMetadata></" + name + "Response>");
    }

    static Response error(String service, int status, String code, String message) {
        return xml(
                status,
                "<ErrorResponse xmlns=\"" + space(service) + "\"><Error>"
                        + element("Type", status < 500 ? "Sender" : "Receiver") + element("Code", code)
                        + element("Message", message) + "</Error>" + requestId() + "</ErrorResponse>");
    }

    private static String space(String service) {
        return service.equals(SNS)
                ? "http://sns.amazonaws.com/doc/2010-03-31/"
                : "http://cloudformation.amazonaws.com/doc/2010-05-15/";
    }

    private static String requestId() {
        return element("RequestId", UUID.randomUUID().toString());
    }

    private static String element(String name, Object value) {
        return "<" + name + ">" + content(value) + "</" + name + ">";
    }

    private static String content(Object value) {
        return switch (value) {
            case JsonObject members ->
                members.entrySet().stream()
                        .map(member -> element(member.getKey(), member.getValue()))
                        .collect(Collectors.joining());
            case JsonArray list ->
                list.stream().map(each -> element("member", each)).collect(Collectors.joining());
            default ->
                String.valueOf(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        };
    }

    private static Response xml(int status, String body) {
        return Response.text(status, XML, body);
    }
}
