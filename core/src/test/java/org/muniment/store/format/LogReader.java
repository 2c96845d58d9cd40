package org.muniment.store.format;

import static org.muniment.store.format.Keys.demand;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Recomputes a writer's Merkle log from its records and compares tiles and checkpoints, from {@code evidence.md}. */
public final class LogReader {
    private final Path folder;
    private final String origin;
    private final byte[] seed;
    private final List<byte[]> leaves = new ArrayList<>();

    public LogReader(Path store, Keys keys, String writer) throws IOException {
        this.folder = store.resolve("evidence").resolve(writer);
        this.origin = "muniment/" + HexFormat.of().formatHex(keys.storeId()) + "/" + writer;
        this.seed = keys.ofPurpose(Keys.SIGNING);
    }

    /** Adds the leaf of the next record. */
    public void add(Entry record) throws IOException {
        demand(record.number() == leaves.size() + 1, "dense numbers");
        ByteBuffer leaf = ByteBuffer.allocate(50).put((byte) 0).put((byte) record.kind());
        leaf.putLong(record.number()).putLong(record.time()).put(record.commitment());
        leaves.add(PayloadReader.sha256(leaf.array()));
    }

    /** Compares every tile that is stored and returns how many there are. */
    public int tiles() throws IOException {
        List<byte[]> level = leaves;
        int tiles = 0;
        for (int l = 0; level.size() >= 256; l++) {
            List<byte[]> above = new ArrayList<>();
            for (int t = 0; (t + 1) * 256 <= level.size(); t++) {
                List<byte[]> hashes = level.subList(t * 256, (t + 1) * 256);
                Path file = folder.resolve("tile/" + l + "/%03d".formatted(t));
                ByteArrayOutputStream tile = new ByteArrayOutputStream();
                hashes.forEach(tile::writeBytes);
                if (Files.exists(file)) {
                    demand(Arrays.equals(Files.readAllBytes(file), tile.toByteArray()), "hashes of " + file);
                    tiles++;
                }
                above.add(root(hashes));
            }
            level = above;
        }
        return tiles;
    }

    /** Compares every checkpoint and returns the size of the newest. */
    public long checkpoints() throws IOException, GeneralSecurityException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder.resolve("checkpoints"))) {
            files = list.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
        }
        long newest = 0;
        for (Path file : files) {
            newest = checkpoint(file);
        }
        return newest;
    }

    private long checkpoint(Path file) throws IOException, GeneralSecurityException {
        long size = Long.parseLong(file.getFileName().toString().substring(0, 20));
        String root = Base64.getEncoder().encodeToString(root(leaves.subList(0, (int) size)));
        String text = origin + "\n" + size + "\n" + root + "\n";
        byte[] signed =
                ByteBuffer.allocate(68).put(keyId()).put(signature(text)).array();
        String note = text + "\n— " + origin + " " + Base64.getEncoder().encodeToString(signed) + "\n";
        demand(Files.readString(file).equals(note), "checkpoint " + file); // Ed25519 always signs the same way
        return size;
    }

    private byte[] signature(String text) throws GeneralSecurityException {
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
        signer.update(text.getBytes(StandardCharsets.UTF_8));
        return signer.sign();
    }

    private byte[] keyId() throws GeneralSecurityException, IOException {
        byte[] name = (origin + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer hashed = ByteBuffer.allocate(name.length + 33);
        hashed.put(name).put((byte) 1).put(publicKey());
        return Arrays.copyOf(PayloadReader.sha256(hashed.array()), 4);
    }

    /** The JDK makes a public key from a seed only when it believes to have drawn the seed itself. */
    private byte[] publicKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        byte[] encoded = ((EdECPublicKey) generator.generateKeyPair().getPublic()).getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private static byte[] root(List<byte[]> hashes) throws IOException {
        if (hashes.isEmpty()) {
            return PayloadReader.sha256(new byte[0]);
        }
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int k = Integer.highestOneBit(hashes.size() - 1);
        ByteBuffer node = ByteBuffer.allocate(65).put((byte) 1);
        node.put(root(hashes.subList(0, k))).put(root(hashes.subList(k, hashes.size())));
        return PayloadReader.sha256(node.array());
    }
}
