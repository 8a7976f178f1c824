package boxoffice.web;

import java.util.List;

/**
 * Declares, as a bean, the paths that anybody may GET without a token. Everything else under {@code
 * /api} wants one.
 *
 * @param paths in Spring's path pattern syntax
 */
public record PublicReads(List<String> paths) {

    public PublicReads {
        paths = List.copyOf(paths);
    }
}
