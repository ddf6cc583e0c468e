package dev.belay.simulator.aws.dynamodb.value;

import dev.belay.simulator.aws.dynamodb.request.Refused;
import java.math.BigDecimal;

/**
 * The numbers that DynamoDB keeps: 38 significant digits, magnitudes from 1E-130 to 9.99…E+125
 * (docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html).
 */
final class Numbers {
    private static final int DIGITS = 38;
    private static final int LARGEST = 125;
    private static final int SMALLEST = -130;

    private Numbers() {}

    static BigDecimal read(String text) {
        try {
            return checked(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw Refused.validation("The parameter cannot be converted to a numeric value: " + text);
        }
    }

    static BigDecimal checked(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        long magnitude = (long) plain.precision() - plain.scale() - 1;
        if (plain.signum() != 0 && magnitude > LARGEST) {
            throw Refused.validation(
                    "Number overflow. Attempting to store a number with magnitude larger than supported range");
        }
        if (plain.signum() != 0 && magnitude < SMALLEST) {
            throw Refused.validation(
                    "Number underflow. Attempting to store a number with magnitude smaller than supported range");
        }
        if (plain.precision() > DIGITS) {
            throw Refused.validation("Attempting to store more than 38 significant digits in a Number");
        }
        return plain;
    }

    static String written(BigDecimal number) {
        return number.toPlainString();
    }
}
