package boxoffice.web;

import java.util.List;

/**
 * Declares, as a bean, the paths that are POSTed to without a token, because what is sent there is
 * signed and its receiver checks the signature: no buyer speaks there.
 *
 * @param paths in Spring's path pattern syntax
 */
public record SignedPosts(List<String> paths) {

    public SignedPosts {
        paths = List.copyOf(paths);
    }
}
