package boxoffice.gateway;

import jakarta.servlet.ServletRequest;
import java.io.CharArrayWriter;
import org.apache.catalina.valves.AbstractAccessLogValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request, also for those that no filter ever saw. Without query strings and
 * headers, in which there may be secrets.
 */
final class AccessLog extends AbstractAccessLogValve {

    private static final Logger log = LoggerFactory.getLogger("access");
    private static final String BUYER = AccessLog.class.getName() + ".buyer";

    AccessLog() {
        setPattern(
                "%m %U status=%s ms=%{ms}T bytes=%B buyer=%{"
                        + BUYER
                        + "}r trace=%{"
                        + TraceIds.HEADER
                        + "}o");
    }

    /** Who asks, once the token is known to be good. */
    static void note(ServletRequest request, String buyer) {
        request.setAttribute(BUYER, buyer);
    }

    @Override
    protected void log(CharArrayWriter line) {
        log.info("{}", line);
    }
}
