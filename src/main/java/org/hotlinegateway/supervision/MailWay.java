package org.hotlinegateway.supervision;

import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HexFormat;
import java.util.Properties;
import org.hotlinegateway.ledger.Alert;
import org.jspecify.annotations.Nullable;

/** Mails alerts. The Message-ID is made of the alert's name: one that is sent twice is shown once. */
final class MailWay implements AlertWay {
    private final AlertSettings.Mail settings;
    private final Session session;

    MailWay(AlertSettings.Mail settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings), credentials(settings));
    }

    private static Properties properties(AlertSettings.Mail settings) {
        String millis = Long.toString(settings.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", settings.host());
        properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(!settings.user().isBlank()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        return properties;
    }

    private static @Nullable Authenticator credentials(AlertSettings.Mail settings) {
        return settings.user().isBlank()
                ? null
                : new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication(settings.user(), settings.password());
                    }
                };
    }

    @Override
    public String name() {
        return "MAIL";
    }

    @Override
    public void send(Alert alert) throws IOException {
        try {
            Transport.send(message(alert));
        } catch (MessagingException e) {
            throw new IOException(e.getClass().getSimpleName(), e);
        }
    }

    private MimeMessage message(Alert alert) throws MessagingException {
        String utf8 = StandardCharsets.UTF_8.name();
        MimeMessage message = new Identified(session, alert.name());
        message.setFrom(new InternetAddress(settings.from()));
        for (String to : settings.to()) {
            message.addRecipient(RecipientType.TO, new InternetAddress(to));
        }
        message.setSubject("[" + alert.kind() + "] " + alert.subject(), utf8);
        message.setSentDate(Date.from(alert.at()));
        message.setText(alert.text() + "\n\n" + alert.facts() + "\n\n" + alert.name() + "\n", utf8);
        message.saveChanges();
        return message;
    }

    /** A message that keeps the id it was given. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(Session session, String name) {
            super(session);
            this.id = "<" + HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8)) + "@hotline-gateway>";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
