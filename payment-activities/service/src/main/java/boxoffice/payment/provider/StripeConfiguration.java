package boxoffice.payment.provider;

import boxoffice.web.SignedPosts;
import com.stripe.StripeClient;
import com.stripe.net.HttpClient;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Puts Stripe's adapter together where a key is set; otherwise no card is taken. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StripeProperties.class)
@Conditional(StripeConfiguration.HasKey.class)
class StripeConfiguration {

    /** A variable that is set to nothing counts as not set. */
    static final class HasKey implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(
                    context.getEnvironment().getProperty("boxoffice.payment.stripe.api-key"));
        }
    }

    @Bean
    ProviderGuard providerGuard(StripeProperties properties) {
        return new ProviderGuard(properties.callsPerSecondMax(), properties.callsAtOnce());
    }

    @Bean
    StripeTransport stripeTransport(StripeProperties properties) {
        return new StripeTransport(properties.connectLimit(), properties.callLimit());
    }

    @Bean
    StripeClient stripeClient(StripeProperties properties, StripeTransport transport) {
        return client(properties, transport);
    }

    @Bean
    PaymentGateway stripeGateway(StripeClient client, ProviderGuard guard, Clock clock) {
        return new StripeGateway(client, new StripeCalls(guard), clock);
    }

    @Bean
    BooksAtProvider stripeBooks(
            StripeClient client, ProviderGuard guard, StripeProperties properties) {
        return new StripeBooks(
                client.v1().charges(), new StripeCalls(guard), properties.callsPerSecondMax());
    }

    /** Its own retries are off: Temporal alone retries. */
    static StripeClient client(StripeProperties properties, HttpClient transport) {
        return StripeClient.builder()
                .setApiKey(properties.key())
                .setApiBase(properties.apiBase().toString())
                .setMaxNetworkRetries(0)
                .setHttpClient(transport)
                .build();
    }

    @Bean
    SignedPosts stripeWebhookPath() {
        return new SignedPosts(List.of(StripeWebhooks.PATH));
    }

    @Bean
    CardProviderHealth cardProviderHealthIndicator(ProviderGuard guard) {
        return new CardProviderHealth(guard.breaker());
    }

    @Bean
    MeterBinder cardProviderMeters(ProviderGuard guard) {
        return guard::measureIn;
    }
}
