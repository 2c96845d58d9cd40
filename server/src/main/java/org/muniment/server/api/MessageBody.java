package org.muniment.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.MessageView;
import org.muniment.archive.Provenance;
import org.muniment.message.Address;
import org.muniment.message.Defect;
import org.muniment.message.Envelope;
import org.muniment.message.Message;

/** A message as the API shows it; the words are those of the message, the ids have their prefix. */
record MessageBody(
        String id,
        String subject,
        List<Address> from,
        List<Address> sender,
        List<Address> replyTo,
        List<Address> to,
        List<Address> cc,
        List<Address> bcc,
        @Nullable String messageId,
        @Nullable Instant date,
        Instant sent,
        Instant archived,
        long size,
        String sha256,
        String keptUntil,
        boolean hasHtml,
        List<AttachmentView> attachments,
        List<Defect> defects,
        List<Sighting> sightings) {

    /** One copy; the path only for what came out of a file. */
    record Sighting(
            String id,
            String source,
            Instant received,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String path,

            Envelope envelope,
            long size,
            String sha256) {

        static Sighting of(MessageView.Sighting sighting) {
            Provenance provenance = sighting.provenance();
            Provenance.Item item = provenance.item();
            return new Sighting(
                    Ids.MESSAGE + sighting.id(),
                    provenance.source(),
                    provenance.received(),
                    item == null ? null : item.path(),
                    sighting.envelope(),
                    sighting.size(),
                    sighting.sha256());
        }
    }

    static MessageBody of(MessageView view) {
        Message message = view.message();
        return new MessageBody(
                Ids.MESSAGE + view.id(),
                message.subject(),
                message.from(),
                message.sender(),
                message.replyTo(),
                message.to(),
                message.cc(),
                message.bcc(),
                message.messageId(),
                message.date(),
                view.sent(),
                view.archived(),
                view.size(),
                view.sha256(),
                view.keptUntil(),
                message.html(),
                AttachmentView.of(message.attachments(), view.heads()),
                message.defects(),
                view.sightings().stream().map(Sighting::of).toList());
    }
}
