package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.SharedServer;
import org.muniment.server.testing.TestServer;
import org.muniment.server.testing.Tus;

@ExtendWith(SharedServer.class)
class UploadApiTest {
    private static final byte[] BYTES = "0123456789".getBytes(StandardCharsets.US_ASCII);

    @Test
    void aFileComesInPiecesAndIsReadableForTheOwnerOfTheHomeAlone(TestServer server) throws Exception {
        var tus = new Tus(server.signedIn(TestServer.ADMINISTRATOR));
        Api.Answer begun = tus.begin("a.eml", 10);
        String id = Tus.id(begun);
        assertThat(begun.header("Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(begun.header("Location")).matches("/api/v1/uploads/upl_[0-9a-z]{26}");
        Api.Answer empty = tus.bare("HEAD", id);
        assertThat(empty.status()).as(empty.response().headers().toString()).isEqualTo(200);
        assertThat(empty.header("Upload-Offset")).isEqualTo("0");
        assertThat(tus.piece(id, 0, new byte[] {'0', '1', '2'}).header("Upload-Offset"))
                .isEqualTo("3");
        Api.Answer head = tus.bare("HEAD", id);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Upload-Offset")).isEqualTo("3");
        assertThat(head.header("Upload-Length")).isEqualTo("10");
        assertThat(head.header("Cache-Control")).contains("no-store");
        assertThat(tus.piece(id, 3, "3456789".getBytes(StandardCharsets.US_ASCII))
                        .header("Upload-Offset"))
                .isEqualTo("10");
        Path file = server.home().resolve("uploads").resolve(id);
        assertThat(Files.readAllBytes(file)).isEqualTo(BYTES);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.resolveSibling("."))))
                .isEqualTo("rwx------");
        assertThat(tus.bare("DELETE", id).status()).isEqualTo(204);
        assertThat(file).doesNotExist();
        assertThat(tus.bare("HEAD", id).status()).isEqualTo(404);
    }

    @Test
    void aPieceThatDoesNotFitChangesNothing(TestServer server) throws Exception {
        var tus = new Tus(server.signedIn(TestServer.ADMINISTRATOR));
        String id = Tus.id(tus.begin("a.eml", 10));
        tus.piece(id, 0, new byte[] {'0', '1'});
        Api.Answer behind = tus.piece(id, 5, new byte[] {'5'});
        assertThat(behind.status()).isEqualTo(409);
        assertThat(behind.json().get("detail").asString()).contains("ends at 2");
        assertThat(tus.piece(id, 0, new byte[] {'x'}).status()).isEqualTo(409);
        assertThat(tus.piece(id, 2, new byte[9]).status()).as("too long").isEqualTo(422);
        assertThat(tus.api()
                        .call(
                                "PATCH",
                                "/uploads/" + id,
                                BodyPublishers.ofByteArray(BYTES),
                                Map.of("Tus-Resumable", "1.0.0", "Upload-Offset", "2", "Content-Type", "text/plain"))
                        .status())
                .isEqualTo(422);
        assertThat(tus.bare("HEAD", id).header("Upload-Offset")).isEqualTo("2");
    }

    @Test
    void whatIsWrongWithAnUploadIsSaid(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        invalid(begin(api, Map.of("Upload-Length", "1")), "Tus-Resumable");
        invalid(begin(api, Map.of("Tus-Resumable", "0.2.2", "Upload-Length", "1")), "Tus-Resumable");
        invalid(begin(api, Map.of("Tus-Resumable", "1.0.0")), "Upload-Length");
        invalid(begin(api, Map.of("Tus-Resumable", "1.0.0", "Upload-Length", "-1")), "Upload-Length");
        invalid(
                begin(
                        api,
                        Map.of(
                                "Tus-Resumable", "1.0.0",
                                "Upload-Length", "1",
                                "Upload-Metadata", "filename ###")),
                "Upload-Metadata");
        Api.Answer large = new Tus(api).begin("large.mbox", 101L << 30);
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.code()).isEqualTo("too-large");
    }

    @Test
    void whatIsWrongIsSaidInTheReadersLanguage(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        Map<String, String> headers =
                Map.of("Tus-Resumable", "1.0.0", "Upload-Length", "108447924224", "Accept-Language", "zh-CN");
        Api.Answer large = begin(api, headers);
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.header("Content-Language")).isEqualTo("zh-CN");
        assertThat(large.json().get("detail").asString()).contains("文件有 108447924224 字节");
    }

    private static Api.Answer begin(Api api, Map<String, String> headers) throws Exception {
        return api.call("POST", "/uploads", BodyPublishers.noBody(), headers);
    }

    private static void invalid(Api.Answer answer, String pointer) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").get(0).get("pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void theNameIsThatOfTheFile() {
        String name = java.util.Base64.getEncoder().encodeToString("mail/邮件.eml".getBytes(StandardCharsets.UTF_8));
        assertThat(UploadMetadata.filename("filetype eA==,filename " + name)).isEqualTo("邮件.eml");
        assertThat(UploadMetadata.filename("filetype eA==")).isEqualTo("upload");
        assertThat(UploadMetadata.filename("filename")).isEqualTo("upload");
        assertThat(UploadMetadata.filename(null)).isEqualTo("upload");
    }

    @Test
    void uploadsOfOthersDoNotExist(@TempDir Path home) throws Exception {
        try (var server = TestServer.withAnother(home, "eve@example.org")) {
            String id = Tus.id(new Tus(server.signedIn(TestServer.ADMINISTRATOR)).begin("a.eml", 10));
            var other = new Tus(server.signedIn("eve@example.org"));
            assertThat(other.bare("HEAD", id).status()).isEqualTo(404);
            assertThat(other.piece(id, 0, BYTES).status()).isEqualTo(404);
            assertThat(other.bare("DELETE", id).status()).isEqualTo(404);
            var wanted = Map.of("uploads", List.of(id), "force", true, "reason", "a test");
            assertThat(other.api().post("/imports", wanted).status()).isEqualTo(422);
        }
    }

    @Test
    void aBrokenConnectionKeepsWhatCameAndTheNextOneGoesOn(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        var tus = new Tus(api);
        String id = Tus.id(tus.begin("a.eml", 10));
        try (var hanging = new Socket(
                InetAddress.ofLiteral("127.0.0.1"), URI.create(api.url()).getPort())) {
            String head = "PATCH /api/v1/uploads/" + id + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                    + api.authorization() + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                    + "Content-Type: application/offset+octet-stream\r\nContent-Length: 10\r\n\r\n0123";
            hanging.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                Api.Answer come = tus.bare("HEAD", id);
                assertThat(come.status())
                        .as(come.response().headers().toString())
                        .isEqualTo(200);
                assertThat(come.header("Upload-Offset")).isEqualTo("4");
            });
            assertThat(tus.piece(id, 4, "456789".getBytes(StandardCharsets.US_ASCII))
                            .header("Upload-Offset"))
                    .as("the earlier connection hangs, the later one goes on")
                    .isEqualTo("10");
        }
        assertThat(Files.readAllBytes(server.home().resolve("uploads").resolve(id)))
                .isEqualTo(BYTES);
    }

    @Test
    void uploadsGoOnAfterARestartAndWhatBelongsToNoneIsSwept(@TempDir Path home) throws Exception {
        String id;
        Path folder = home.resolve("uploads");
        try (var server = TestServer.setUp(home, SecondFactor.OPTIONAL)) {
            var tus = new Tus(server.signedIn(TestServer.ADMINISTRATOR));
            id = Tus.id(tus.begin("a.eml", 10));
            tus.piece(id, 0, new byte[] {'0', '1', '2', '3'});
        }
        Files.writeString(folder.resolve("upl_left"), "by a crash");
        Files.write(folder.resolve(id), new byte[] {'0', '1', '2', '3', 'x', 'x'}); // bytes that nobody acknowledged
        try (var server = TestServer.again(home)) {
            var tus = new Tus(server.signedIn(TestServer.ADMINISTRATOR));
            assertThat(folder.resolve("upl_left")).doesNotExist();
            Api.Answer head = tus.bare("HEAD", id);
            assertThat(head.header("Upload-Offset"))
                    .as(head.response().toString())
                    .isEqualTo("4");
            assertThat(tus.piece(id, 4, "456789".getBytes(StandardCharsets.US_ASCII))
                            .status())
                    .isEqualTo(204);
            assertThat(Files.readAllBytes(folder.resolve(id))).isEqualTo(BYTES);
        }
    }

    @Test
    void aFullDiskIsSaidBeforeAnythingIsSent(@TempDir Path home) throws Exception {
        var settings = Map.of("MUNIMENT_DISK_RESERVE", "1024g");
        try (var server = TestServer.setUp(home, SecondFactor.OPTIONAL, settings)) {
            Api.Answer answer = new Tus(server.signedIn(TestServer.ADMINISTRATOR)).begin("a.eml", 10);
            assertThat(answer.status()).isEqualTo(507);
            assertThat(answer.code()).isEqualTo("storage-full");
        }
    }
}
