package dev.belay.local.gateway;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A request in the words of payload format 2.0
 * (docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html): header names in lower
 * case and values of one name joined by commas, cookies apart, and the body in base64 unless its type is a text's. Which
 * types those are the documentation does not list; measured on AWS in github.com/ministackorg/ministack/pull/766.
 */
final class ApiEvent {
    private static final DateTimeFormatter COMMON_LOG_TIME = DateTimeFormatter.ofPattern(
                    "dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Set<String> TEXTS = Set.of("application/json", "application/xml", "application/javascript");

    private ApiEvent() {}

    static JsonObject of(HttpRequest request, String route, String requestId, Instant at) {
        JsonObject event = new JsonObject();
        event.put("version", "2.0");
        event.put("routeKey", route);
        event.put("rawPath", request.path());
        event.put("rawQueryString", request.query());
        putCookies(event, request);
        event.put("headers", headers(request));
        if (!request.query().isEmpty()) {
            event.put("queryStringParameters", new JsonObject(parameters(request.query())));
        }
        event.put("requestContext", context(request, route, requestId, at));
        putBody(event, request);
        return event;
    }

    private static void putCookies(JsonObject event, HttpRequest request) {
        if (request.headers().containsKey("cookie")) {
            List<String> cookies = request.headers().get("cookie").stream()
                    .flatMap(header -> Arrays.stream(header.split(";", -1)))
                    .map(String::strip)
                    .toList();
            event.put("cookies", new JsonArray(cookies));
        }
    }

    private static JsonObject headers(HttpRequest request) {
        JsonObject headers = new JsonObject();
        request.headers().keySet().stream()
                .filter(name -> !name.equals("cookie"))
                .forEach(name -> headers.put(name, request.header(name)));
        headers.put("x-forwarded-for", request.sourceIp());
        headers.put("x-forwarded-proto", "http");
        return headers;
    }

    private static Map<String, Object> parameters(String query) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            parameters.merge(name, value, (one, other) -> one + "," + other);
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static JsonObject context(HttpRequest request, String route, String requestId, Instant at) {
        return JsonObject.builder()
                .value("accountId", "123456789012")
                .value("apiId", "local")
                .value("domainName", request.header("host"))
                .value("domainPrefix", "local")
                .object("http")
                .value("method", request.method())
                .value("path", request.path())
                .value("protocol", request.protocol())
                .value("sourceIp", request.sourceIp())
                .value("userAgent", request.header("user-agent"))
                .end()
                .value("requestId", requestId)
                .value("routeKey", route)
                .value("stage", "$default")
                .value("time", COMMON_LOG_TIME.format(at))
                .value("timeEpoch", at.toEpochMilli())
                .done();
    }

    private static void putBody(JsonObject event, HttpRequest request) {
        boolean text = request.body().length == 0 || isText(request.header("content-type"));
        if (request.body().length > 0) {
            event.put(
                    "body",
                    text
                            ? new String(request.body(), StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(request.body()));
        }
        event.put("isBase64Encoded", !text);
    }

    private static boolean isText(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || TEXTS.contains(type);
    }
}
