package org.muniment.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a mail: sender and recipients of its envelope, and From, Sender, To, Cc and Bcc of its header. Reads
 * the header alone, with the same limits and the same tolerance as {@link MessageReader}.
 */
public final class Participants {

    private Participants() {}

    /**
     * The domains of everybody who takes part, in lower case; at most as many as the limits allow addresses, and those
     * of the envelope.
     *
     * @param mail the mail from its first byte on; its header section is read
     * @throws IOException only if the bytes themselves cannot be read
     */
    public static Set<String> domains(Envelope envelope, InputStream mail, Limits limits) throws IOException {
        Set<String> domains = new LinkedHashSet<>();
        add(envelope.reversePath(), domains);
        envelope.recipients().forEach(recipient -> add(recipient, domains));
        try {
            HeaderSection header = HeaderSection.read(mail, limits);
            addressees(header, limits).forEach(address -> add(address.address(), domains));
        } catch (RuntimeException e) {
            // A fault of ours must cost no mail: who is named in a header that we cannot read is nobody to the reader
            // too.
            return domains;
        }
        return domains;
    }

    private static List<Address> addressees(HeaderSection header, Limits limits) {
        var defects = new Defects();
        PartHeader part = PartHeader.of(header, PartHeader.PLAIN, defects);
        var fields = new MessageFields(header, part, limits.addresses(), defects);
        List<Address> all = fields.addresses(FieldName.FROM);
        all.addAll(fields.addresses(FieldName.SENDER));
        var _ = fields.addresses(FieldName.REPLY_TO); // counts against the limit, as it does for the reader
        all.addAll(fields.addresses(FieldName.TO));
        all.addAll(fields.addresses(FieldName.CC));
        all.addAll(fields.addresses(FieldName.BCC));
        return all;
    }

    private static void add(@Nullable String address, Set<String> domains) {
        int at = address == null ? -1 : address.lastIndexOf('@');
        if (address != null && at >= 0) {
            domains.add(address.substring(at + 1).toLowerCase(Locale.ROOT));
        }
    }
}
