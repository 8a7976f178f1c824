package boxoffice.local.system;

import java.time.Duration;

/** What is printed when everything is up: where it is, and a booking to paste. */
final class Welcome {
    private final LocalSystem system;

    Welcome(LocalSystem system) {
        this.system = system;
    }

    String text(Duration startTook) {
        return String.join("\n", "", addresses(), "", firstBooking(), "", end(startTook), "");
    }

    private String addresses() {
        var text = new StringBuilder("Boxoffice is up.\n");
        text.append(
                "  %-9s %s/api   (the one address for all of it)%n"
                        .formatted("Boxoffice", system.address(Service.GATEWAY)));
        for (var service : Service.values()) {
            text.append(
                    "  %-9s health %s/actuator/health%n"
                            .formatted(service.id(), system.address(service)));
        }
        text.append("  %-9s %s%n".formatted("tokens", system.issuer().issuerUri()));
        text.append(
                "  %-9s %s   (cards that misbehave on request: infra/sandbox-provider)%n"
                        .formatted("cards", system.cardProvider().address()));
        if (system.hasRealTemporal()) {
            text.append(
                    "  %-9s http://127.0.0.1:%d   (every booking, step by step)%n"
                            .formatted("Web UI", system.plan().ports().webUi()));
            text.append(
                    "  %-9s %s   (commands for operators; --address %s)%n"
                            .formatted(
                                    "temporal",
                                    system.temporal().binary(),
                                    system.temporalTarget()));
        }
        text.append("  %-9s %s".formatted("logs", system.plan().logs()));
        return text.toString();
    }

    private String firstBooking() {
        return """
        A booking to paste (buyers mina, jisoo and tae have points, hyun has none; park is a \
        promoter, kim an operator):

          TOKEN=$(curl -s -d 'grant_type=client_credentials&client_id=mina&client_secret=any&scope=openid' \\
            %1$s | sed -n 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/p')
          curl -sw '\\n' %2$s/api/schedules/winter-serenade-1/seats
          BOOKING=$(curl -sw '\\n' -X POST %2$s/api/bookings -H "Authorization: Bearer $TOKEN" \\
            -H "Idempotency-Key: first-$(date +%%s)" -H 'Content-Type: application/json' \\
            -d '{"scheduleId": "winter-serenade-1", "seats": ["A-1-1", "A-1-2"]}' \\
            | tee /dev/stderr | sed -n 's/.*"bookingId" *: *"\\([^"]*\\)".*/\\1/p')
          curl -sw '\\n' -X POST %2$s/api/bookings/$BOOKING/payment -H "Authorization: Bearer $TOKEN" \\
            -H "Idempotency-Key: pay-$BOOKING" -H 'Content-Type: application/json' \\
            -d '{"method": "POINTS"}'
          curl -sw '\\n' %2$s/api/bookings/$BOOKING -H "Authorization: Bearer $TOKEN"
          curl -sw '\\n' %2$s/api/wallet -H "Authorization: Bearer $TOKEN"
          curl -sw '\\n' %2$s/api/orders -H "Authorization: Bearer $TOKEN"\
        """
                .formatted(system.issuer().tokenUri(), system.address(Service.GATEWAY));
    }

    private static String end(Duration startTook) {
        return "The start took %.1f s. Ctrl-C stops everything."
                .formatted(startTook.toMillis() / 1000.0);
    }
}
