package dev.belay.local.events;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;

/**
 * Messages as Lambda hands them over (docs.aws.amazon.com/lambda/latest/dg/with-sqs.html), read by the serializer of the
 * managed runtime.
 */
final class SqsEvents {
    private static final PojoSerializer<SQSEvent> SERIALIZER =
            LambdaEventSerializers.serializerFor(SQSEvent.class, SQSEvent.class.getClassLoader());

    private SqsEvents() {}

    /**
     * @param received what SQS answered to {@code ReceiveMessage}
     * @param queueArn of the queue that it came from
     */
    static JsonObject json(JsonArray received, String queueArn) {
        JsonArray records = new JsonArray();
        received.forEach(message -> records.add(entry((JsonObject) message, queueArn)));
        return JsonObject.builder().value("Records", records).done();
    }

    static SQSEvent event(JsonObject json) {
        return SERIALIZER.fromJson(JsonWriter.string(json));
    }

    private static JsonObject entry(JsonObject message, String queueArn) {
        JsonObject entry = new JsonObject();
        entry.put("messageId", message.getString("MessageId"));
        entry.put("receiptHandle", message.getString("ReceiptHandle"));
        entry.put("body", message.getString("Body"));
        entry.put("attributes", message.getObject("Attributes", new JsonObject()));
        entry.put("messageAttributes", attributes(message.getObject("MessageAttributes", new JsonObject())));
        if (message.has("MD5OfMessageAttributes")) {
            entry.put("md5OfMessageAttributes", message.getString("MD5OfMessageAttributes"));
        }
        entry.put("md5OfBody", message.getString("MD5OfBody"));
        entry.put("eventSource", "aws:sqs");
        entry.put("eventSourceARN", queueArn);
        entry.put("awsRegion", queueArn.split(":", -1)[3]);
        return entry;
    }

    private static JsonObject attributes(JsonObject received) {
        JsonObject attributes = new JsonObject();
        received.keySet().forEach(name -> attributes.put(name, attribute(received.getObject(name))));
        return attributes;
    }

    private static JsonObject attribute(JsonObject received) {
        JsonObject attribute = new JsonObject();
        if (received.has("StringValue")) {
            attribute.put("stringValue", received.getString("StringValue"));
        }
        if (received.has("BinaryValue")) {
            attribute.put("binaryValue", received.getString("BinaryValue"));
        }
        attribute.put("stringListValues", new JsonArray());
        attribute.put("binaryListValues", new JsonArray());
        attribute.put("dataType", received.getString("DataType"));
        return attribute;
    }
}
