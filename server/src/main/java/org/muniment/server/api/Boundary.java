package org.muniment.server.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.muniment.server.language.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Around everything: what fails outside the controllers, as in the security chain, is answered as a problem too. */
final class Boundary extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(Boundary.class);

    private final ProblemWriter writer;

    Boundary(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | RuntimeException | ServletException e) {
            if (response.isCommitted()) {
                throw e;
            }
            String trace = ProblemWriter.traceId(request);
            LOG.error("{} {} failed before it was understood", trace, request.getMethod(), e);
            response.reset();
            writer.write(request, response, Problem.of(ProblemCode.UNAVAILABLE, Message.of("unavailable", trace)));
        }
    }
}
