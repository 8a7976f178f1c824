package boxoffice.queue.web;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys by which a pass is checked, so that whoever sells can do it alone. */
@RestController
@RequestMapping("/api/pass-keys")
class PassKeysController {

    private final PassSigner passes;

    PassKeysController(PassSigner passes) {
        this.passes = passes;
    }

    /** A JSON Web Key Set, RFC 7517; to be kept for a quarter of an hour at most. */
    @GetMapping
    Map<String, Object> all() {
        return passes.published();
    }
}
