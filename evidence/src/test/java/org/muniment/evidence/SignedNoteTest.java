package org.muniment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    private static final NoteSigner ADA = new NoteSigner("example.org/ada", SigningKey.fromSeed(seed(1)));
    private static final NoteSigner BOB = new NoteSigner("example.org/bob", SigningKey.fromSeed(seed(2)));
    private static final String TEXT = "first line\n\nthird line\n";

    @Test
    void noteThatAnotherProgramSignedIsVerified() throws EvidenceException {
        NoteVerifier author = NoteVerifier.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        SignedNote note = parse("If you think cryptography is the answer to your problem,\n"
                + "then you don't know what your problem is.\n\n"
                + "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyB"
                + "wJnAM=\n");
        note.verify(author);
    }

    @Test
    void noteComesBackFromItsBytesWithEverySignature() throws EvidenceException {
        SignedNote note = SignedNote.sign(TEXT, ADA).with(BOB);
        SignedNote parsed = SignedNote.parse(note.bytes());
        assertThat(parsed).isEqualTo(note);
        assertThat(parsed.text()).isEqualTo(TEXT);
        parsed.verify(ADA.verifier());
        parsed.verify(BOB.verifier());
    }

    @Test
    void keyComesBackFromItsText() throws EvidenceException {
        NoteVerifier parsed = NoteVerifier.parse(ADA.verifier().toString());
        SignedNote.sign(TEXT, ADA).verify(parsed);
        assertThat(parsed).hasToString(ADA.verifier().toString());
    }

    @Test
    void signaturesOfUnknownKeysAreIgnoredEvenUnderAKnownName() throws EvidenceException {
        NoteSigner namesake = new NoteSigner(ADA.name(), SigningKey.fromSeed(seed(3)));
        SignedNote note = SignedNote.sign(TEXT, namesake).with(ADA);
        assertThatCode(() -> note.verify(ADA.verifier())).doesNotThrowAnyException();
        SignedNote witnessed = parse(note + "\u2014 witness.example/w AAAAAAECAwQ=\n");
        assertThatCode(() -> witnessed.verify(ADA.verifier())).doesNotThrowAnyException();
        assertThat(witnessed.signatures()).hasSize(3);
    }

    @Test
    void noteWithoutASignatureOfTheKeyIsNotBelieved() {
        assertThatThrownBy(() -> SignedNote.sign(TEXT, BOB).verify(ADA.verifier()))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("is not signed by the key example.org/ada+");
    }

    @Test
    void changedTextIsNotBelieved() throws EvidenceException {
        SignedNote changed = parse(SignedNote.sign(TEXT, ADA).toString().replace("third", "fourth"));
        assertThatThrownBy(() -> changed.verify(ADA.verifier()))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("does not fit the text");
    }

    @Test
    void oneWrongSignatureOfAKnownKeySpoilsTheNote() throws EvidenceException {
        String other = SignedNote.sign("other\n", ADA).signatures().getFirst().toString();
        SignedNote note = parse(SignedNote.sign(TEXT, ADA) + other + "\n");
        assertThatThrownBy(() -> note.verify(ADA.verifier())).isInstanceOf(EvidenceException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text\n",
                "text\n\n",
                "text\n\n\n",
                "text\n\n\u2014 name AAAAAAEC",
                "text\n\n- name AAAAAAEC\n",
                "text\n\n\u2014 name\n",
                "text\n\n\u2014 na+me AAAAAAEC\n",
                "text\n\n\u2014  AAAAAAEC\n",
                "text\n\n\u2014 name AAAAAA==\n",
                "text\n\n\u2014 name AAAAAAED!\n",
                "text\n\n\u2014 name AAAAAAF\n",
                "te\rxt\n\n\u2014 name AAAAAAEC\n",
                "te\u0000xt\n\n\u2014 name AAAAAAEC\n",
            })
    void whatIsNoNoteIsRefused(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(EvidenceException.class);
    }

    @Test
    void strangersCannotMakeUsReadWithoutEnd() {
        assertThatThrownBy(() -> SignedNote.parse(new byte[SignedNote.MOST_BYTES + 1]))
                .isInstanceOf(EvidenceException.class);
        assertThatThrownBy(() -> parse("text\n\n" + "\u2014 name AAAAAAEC\n".repeat(101)))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("more than 100 signatures");
        assertThatThrownBy(() -> SignedNote.parse(new byte[] {(byte) 0xC3, '\n'}))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name",
                "name+c74f20a3",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10Q=",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            })
    void keyThatWasCutOrChangedIsRefused(String text) {
        assertThatThrownBy(() -> NoteVerifier.parse(text)).isInstanceOf(EvidenceException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a+b", "tab\there", "no\u00a0break", "line\n"})
    void nameThatANoteCannotCarryIsRefused(String name) {
        assertThatThrownBy(() -> new NoteSigner(name, ADA.key())).isInstanceOf(IllegalArgumentException.class);
    }

    private static SignedNote parse(String note) throws EvidenceException {
        return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] seed(int first) {
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        seed[0] = (byte) first;
        return seed;
    }
}
