package dev.belay.aws.call;

import dev.belay.delivery.Delivery;
import java.time.Duration;
import java.util.Locale;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Bounds every call of a client, with all its attempts, by what the delivery has time for.
 *
 * @param usual how long a call may take otherwise
 */
public record TimeLeft(Duration usual) implements ExecutionInterceptor {
    /**
     * @throws dev.belay.failure.Unavailable when there is hardly any time left; nothing is sent then
     */
    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        Duration time = Delivery.currentDeadline().timeToStore(system(attributes), usual);
        return context.request() instanceof AwsRequest request && !time.equals(usual)
                ? within(time, request)
                : context.request();
    }

    private static AwsRequest within(Duration time, AwsRequest request) {
        AwsRequestOverrideConfiguration configuration = request.overrideConfiguration()
                .map(AwsRequestOverrideConfiguration::toBuilder)
                .orElseGet(AwsRequestOverrideConfiguration::builder)
                .apiCallTimeout(time)
                .build();
        return request.toBuilder().overrideConfiguration(configuration).build();
    }

    /** As we name it, such as {@code secretsmanager}. */
    private static String system(ExecutionAttributes attributes) {
        return attributes
                .getAttribute(SdkExecutionAttribute.SERVICE_NAME)
                .replace(" ", "")
                .toLowerCase(Locale.ROOT);
    }
}
