package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muniment.server.docs.Contract;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.SharedServer;
import org.muniment.server.testing.TestServer;

@ExtendWith(SharedServer.class)
class DocsApiTest {

    @Test
    void theDocumentIsTheDescriptionAsJson(TestServer server) throws Exception {
        Api.Answer answer = server.nobody().get("/openapi.json");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().get("openapi").asString()).isEqualTo("3.1.0");
        assertThat(answer.json().get("paths").size())
                .isEqualTo(ContractTest.contract().root().get("paths").size());
    }

    @Test
    void thePageShowsEveryOperationAndLoadsNothingFromElsewhere(TestServer server) throws Exception {
        Api.Answer answer = server.browser().get("/api/docs");
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        Document page = Jsoup.parse(answer.text());
        for (Contract.Operation operation : ContractTest.contract().operations()) {
            Element article = page.getElementById(operation.id());
            assertThat(article).as(operation.id()).isNotNull();
            assertThat(article.text())
                    .contains(operation.method() + " /api/v1" + operation.path(), "Who may call", "curl ");
        }
        assertThat(page.select("script, img, iframe, [style], [onclick]")).isEmpty();
        for (Element link : page.select("a[href^=#]")) {
            assertThat(page.getElementById(link.attr("href").substring(1)))
                    .as(link.attr("href"))
                    .isNotNull();
        }
        assertThat(page.select("link").eachAttr("href")).containsExactly("/api/docs/style.css");
        assertThat(server.browser().get("/api/docs/style.css").header("Content-Type"))
                .startsWith("text/css");
    }

    @Test
    void theTypeOfAProblemLeadsToItsPage(TestServer server) throws Exception {
        Api.Answer problem = server.browser().get("/api/v1/me");
        Api.Answer page = server.browser().get(problem.json().get("type").asString());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("What to do");
        assertThat(server.browser().get("/api/docs/problems/nothing").code()).isEqualTo("not-found");
        assertThat(server.browser().get("/api/docs/problems").text()).contains("time-range-required");
    }
}
