package dev.belay.simulator.aws;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * AWS's query protocol, which SNS speaks: the operation and its arguments are fields of a form, and answers are XML
 * (smithy.io/2.0/aws/protocols/aws-query-protocol.html). The version that a request names tells the service: each service has its own,
 * and SNS' is 2010-03-31.
 */
final class QueryProtocol {
    static final String SNS = "sns";
    private static final String VERSION = "2010-03-31";
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
        return VERSION.equals(arguments.getString("Version"))
                ? Optional.of(new Operation(SNS, arguments.getString("Action", ""), arguments))
                : Optional.empty();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    static Response answer(Operation operation, JsonObject result) {
        StringBuilder fields = new StringBuilder();
        result.forEach((name, value) -> fields.append(element(name, String.valueOf(value))));
        String name = operation.name();
        return xml(
                200,
                "<" + name + "Response xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><" + name + "Result>" + fields
                        + "</" + name + "Result><ResponseMetadata>" + requestId() + "</ResponseMetadata></" + name
                        + "Response>");
    }

    static Response error(int status, String code, String message) {
        return xml(
                status,
                "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error>"
                        + element("Type", status < 500 ? "Sender" : "Receiver") + element("Code", code)
                        + element("Message", message) + "</Error>" + requestId() + "</ErrorResponse>");
    }

    private static String requestId() {
        return element("RequestId", UUID.randomUUID().toString());
    }

    private static String element(String name, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<" + name + ">" + escaped + "</" + name + ">";
    }

    private static Response xml(int status, String body) {
        return Response.text(status, XML, body);
    }
}
