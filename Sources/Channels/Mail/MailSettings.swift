/// The mail channel as the operator has set it up.
package struct MailSettings: Sendable {
    package var incoming: MailServer
    package var outgoing: MailServer
    package var from: MailSender
    package var patience = MailPatience()

    package init(incoming: MailServer, outgoing: MailServer, from: MailSender) {
        self.incoming = incoming
        self.outgoing = outgoing
        self.from = from
    }
}
