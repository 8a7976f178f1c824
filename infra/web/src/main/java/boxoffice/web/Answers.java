package boxoffice.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a controller's method answers, for the service's OpenAPI document; on a controller, what all
 * of its methods answer. What every method with such arguments may answer (a missing token, a body
 * that is no JSON, a reused Idempotency-Key) need not be said.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {

    /**
     * A line for each status: the status, its problem codes in lower case and its headers, such as
     * {@code 409 seats-taken sale-closed} or {@code 202 Location Retry-After}. A header that is not
     * always there ends in a question mark. Where no line has a success, it is 200.
     */
    String[] value();

    /** What a success may be, where the method's type does not say it. */
    Class<?>[] body() default {};

    /** What the request's body is, where the method's argument does not say it. */
    Class<?> request() default Void.class;

    /**
     * A request body that works with the sample data: JSON, or text where the method takes no JSON.
     */
    String example() default "";
}
