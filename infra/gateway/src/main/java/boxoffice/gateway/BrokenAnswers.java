package boxoffice.gateway;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Drops the client's connection where an answer broke off, so that nobody takes a part for the
 * whole. Beneath every filter, because what the filters end looks as if it were complete.
 */
final class BrokenAnswers extends ValveBase {

    private static final String CUT = BrokenAnswers.class.getName();

    BrokenAnswers() {
        super(true);
    }

    /** Has the answer to this request cut where it is. */
    static void cut(ServletRequest request) {
        request.setAttribute(CUT, Boolean.TRUE);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(CUT) != null) {
            response.getCoyoteResponse()
                    .action(ActionCode.CLOSE_NOW, new IOException("the answer broke off"));
        }
    }
}
